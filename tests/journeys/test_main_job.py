"""The main job, end to end, as `underrose tour` takes it with a person's own words."""

import json
import secrets
import subprocess
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TypedDict

import pytest

from app.tour.file import SUMMARY
from crypto.slots.recovery import RecoveryWay
from crypto.slots.slot import SlotKind
from crypto.vault.vault import look_at
from tests.support.desktop import Home, fresh_home
from tests.support.journey_facts import holding, modes, only_client, only_note, opened
from tests.support.journey_watch import Watched, watch
from ui.tour import story

PURPOSES = [purpose for purpose, _ in story.DECISIONS]
PNG_SIZE = slice(16, 24)  # where a PNG says how wide and how high it is
LONGEST = 40  # seconds


class StepTaken(TypedDict):
    name: str
    screenshot: str
    screenshot_dark: str
    seconds: float


class Summary(TypedDict):
    vault: str
    passphrase: str
    recovery_words: list[str]
    export_pdf: str
    export_json: str
    steps: list[StepTaken]


@dataclass(frozen=True)
class Journey:
    """The tour that these tests look at."""

    home: Home
    out: Path
    client: str
    note: str
    canaries: tuple[str, ...]  # words of the note that stand nowhere else on this computer
    seen: Watched
    began: float

    @property
    def summary(self) -> Summary:
        return json.loads((self.out / SUMMARY).read_text("utf-8"))

    @property
    def vault(self) -> Path:
        return Path(self.summary["vault"])

    @property
    def words(self) -> RecoveryWay:
        return RecoveryWay(tuple(self.summary["recovery_words"]))

    @property
    def pdf(self) -> Path:
        return Path(self.summary["export_pdf"])

    @property
    def json(self) -> bytes:
        return Path(self.summary["export_json"]).read_bytes()


@pytest.fixture(scope="module")
def journey(tmp_path_factory: pytest.TempPathFactory) -> Journey:
    folder = tmp_path_factory.mktemp("main-job")
    canaries = secrets.token_hex(8), secrets.token_hex(8)
    client = f"Zoë {secrets.token_hex(4)}-O’Neil"
    note = (
        f"  {canaries[0]} began\n\n> not a mark\n\ttab, nbsp\N{NO-BREAK SPACE}and"
        f"\N{LINE SEPARATOR}\n<b>café cafe\N{COMBINING ACUTE ACCENT}</b> "
        f"👩\N{ZERO WIDTH JOINER}🚀 שלום \x00 {canaries[1]}  \n" + "long " * 4_000 + "\n"
    )
    home, began = fresh_home(folder), time.time() - 1
    (folder / "note.txt").write_bytes(note.encode())
    arguments = ["--client", client, "--note", str(folder / "note.txt"), "--json"]
    seen = watch(home, "tour", str(folder / "out"), *arguments)
    assert (seen.code, seen.errors) == (0, "")
    return Journey(home, folder / "out", client, note, canaries, seen, began)


def test_the_summary_says_what_was_made(journey: Journey) -> None:
    assert json.loads(journey.seen.out) == journey.summary
    assert list(journey.summary) == [
        "vault", "passphrase", "recovery_words", "export_pdf", "export_json", "steps",
    ]  # fmt: skip
    summary = journey.summary
    made = {journey.vault, journey.pdf, Path(summary["export_json"]), journey.out / SUMMARY}
    for step in summary["steps"]:
        made |= {journey.out / step["screenshot"], journey.out / step["screenshot_dark"]}
    assert set(journey.out.iterdir()) == made


def test_each_step_has_its_pictures(journey: Journey) -> None:
    for step in journey.summary["steps"]:
        light = (journey.out / step["screenshot"]).read_bytes()
        dark = (journey.out / step["screenshot_dark"]).read_bytes()
        assert light.startswith(b"\x89PNG")
        assert light[PNG_SIZE] == dark[PNG_SIZE]
        assert light != dark


def test_it_takes_a_moment(journey: Journey) -> None:
    assert sum(step["seconds"] for step in journey.summary["steps"]) < LONGEST


def test_only_its_owner_can_read_what_was_made(journey: Journey) -> None:
    assert modes(journey.out) == {"d700", "f600"}


def test_the_vault_opens_by_keyring_and_passphrase_or_by_words(journey: Journey) -> None:
    assert look_at(journey.vault).kinds == {SlotKind.KEYRING_PASSPHRASE, SlotKind.RECOVERY}
    with opened(journey.vault, journey.words) as workspace:
        assert [client.name for client in workspace.clients.listed()] == [journey.client]


def test_the_note_is_in_the_vault_byte_for_byte(journey: Journey) -> None:
    with opened(journey.vault, journey.words) as workspace:
        assert only_note(workspace) == journey.note


def test_the_export_is_itself_an_entry(journey: Journey) -> None:
    with opened(journey.vault, journey.words) as workspace:
        (disclosure,) = workspace.disclosures.of_client(only_client(workspace))
    assert disclosure.record_number in journey.pdf.name


def test_the_paper_says_who_and_what(journey: Journey) -> None:
    text = subprocess.run(["pdftotext", journey.pdf, "-"], capture_output=True, check=True)
    words = " ".join(text.stdout.decode().split())
    assert journey.client in words
    assert all(purpose in words for purpose in PURPOSES)
    assert not any(canary in words for canary in journey.canaries)


def test_the_record_is_in_the_paper_and_beside_it(journey: Journey) -> None:
    listed = subprocess.run(
        ["qpdf", "--list-attachments", journey.pdf], capture_output=True, text=True, check=True
    )
    name = next(line.split(" -> ")[0] for line in listed.stdout.splitlines() if ".json" in line)
    inside = subprocess.run(
        ["qpdf", f"--show-attachment={name}", journey.pdf], capture_output=True, check=True
    )
    assert inside.stdout == journey.json


def test_the_record_for_machines_names_nobody(journey: Journey) -> None:
    assert all(purpose in journey.json.decode() for purpose in PURPOSES)
    assert journey.client not in journey.json.decode()
    assert journey.client.split()[0] not in journey.pdf.name


def test_the_paper_is_sound(journey: Journey) -> None:
    subprocess.run(["qpdf", "--check", journey.pdf], capture_output=True, check=True)


def test_the_lock_replaced_the_process(journey: Journey) -> None:
    assert len(journey.seen.windows) == 2


def test_no_window_is_called_by_more_than_its_purpose(journey: Journey) -> None:
    assert "Underrose" in journey.seen.titles
    assert journey.seen.titles <= {"Underrose", "Where the vault is kept — Underrose"}


def test_no_process_was_told_a_secret_or_a_word_of_the_client(journey: Journey) -> None:
    known = [
        journey.client,
        journey.summary["passphrase"],
        " ".join(journey.words.words),
        *journey.canaries,
    ]
    assert journey.seen.told
    for words in journey.seen.told:
        assert not [word for word in known if word in words]


def test_the_note_stands_nowhere_else_in_plain_text(journey: Journey) -> None:
    places = [journey.home.folder, journey.out, Path(tempfile.gettempdir()), Path("/dev/shm")]
    found = holding(journey.canaries, *places, since=journey.began)
    assert set(found) == {journey.out.parent / "note.txt"}


def test_the_persons_own_home_is_as_it_was(journey: Journey) -> None:
    assert [path for path in journey.home.folder.rglob("*") if path.is_file()] == []
