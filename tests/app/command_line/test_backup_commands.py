"""`underrose backup` and `underrose restore` from the outside: no secret shows, nothing is left."""

import json
import os
import re
import signal
import time
from pathlib import Path

import pytest

from app.workspace import open_workspace
from crypto.primitives.kdf import APP_COSTS
from crypto.slots.passphrase import PassphraseWay
from crypto.slots.recovery import RecoveryWay, parse_words
from crypto.slots.slot import Way
from tests.support.backup_command import Practice, Running, make_practice
from tests.support.fixed_clock import FixedClock
from tests.support.workspaces import PASSPHRASE

OWN_PASSPHRASE = "lantern cobble ferry ninety"
NEW_PASSPHRASE = "turnip velvet almanac seven"
BY_OWN_PASSPHRASE = {"--passphrase-fd": OWN_PASSPHRASE}


@pytest.fixture
def practice(root: Path, tmp_path: Path, clock: FixedClock) -> Practice:
    return make_practice(root, tmp_path, clock)


@pytest.fixture
def large(root: Path, tmp_path: Path, clock: FixedClock) -> Practice:
    """For what comes while a command is at it."""
    return make_practice(root, tmp_path, clock, is_large=True)


@pytest.fixture
def new(tmp_path: Path) -> Path:
    return tmp_path / "Restored.vault"


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def backed_up(practice: Practice, **more: str) -> Path:
    secrets = practice.by_words | {
        f"--{name.replace('_', '-')}": value for name, value in more.items()
    }
    done = practice.run("backup", practice.vault, practice.stick, "--json", secrets=secrets)
    assert (done.code, done.err) == (0, "")
    return Path(json.loads(done.out)["file"])


def clients(vault: Path, way: Way, clock: FixedClock) -> list[str]:
    workspace = open_workspace(vault, way, clock, APP_COSTS)
    try:
        return [client.details.name for client in workspace.clients.listed()]
    finally:
        workspace.close()


def test_a_vault_is_backed_up_looked_into_and_brought_back_by_its_words(
    practice: Practice, new: Path, clock: FixedClock
) -> None:
    file = backed_up(practice)
    looked = practice.run("restore", file, "--look", secrets=practice.by_words)
    assert looked.code == 0
    assert "Clients 1, sessions 0, notes 0\n" in looked.out
    secrets = practice.by_words | {"--new-passphrase-fd": NEW_PASSPHRASE}
    restored = practice.run("restore", file, new, secrets=secrets)
    assert (restored.code, restored.err) == (0, "")
    assert f"to {new}. It opens with kit 1 and the new passphrase.\n" in restored.out
    for way in (RecoveryWay(practice.words), PassphraseWay(NEW_PASSPHRASE)):
        assert clients(new, way, clock) == ["Amara Osei"]
    again = practice.run("restore", file, new, secrets=practice.by_words)
    assert again.code == 2
    assert again.err == "There is something at that place already; it is left alone.\n"


def test_by_passphrase_the_words_of_a_new_kit_go_where_they_are_wanted(
    practice: Practice, new: Path, clock: FixedClock
) -> None:
    file = backed_up(practice, with_passphrase_fd=OWN_PASSPHRASE)
    nowhere = practice.run("restore", file, new, secrets=BY_OWN_PASSPHRASE)
    assert nowhere.code == 2
    assert "--new-kit-fd" in nowhere.err
    wrong = {"--passphrase-fd": PASSPHRASE, "--new-kit-fd": ""}
    refused = practice.run("restore", file, new, secrets=wrong)
    assert (refused.code, refused.written) == (12, "")
    assert not new.exists()
    right = BY_OWN_PASSPHRASE | {"--new-kit-fd": ""}
    restored = practice.run("restore", file, new, "--json", secrets=right)
    assert restored.code == 0
    assert json.loads(restored.out)["kit_number"] > 100
    words = parse_words(restored.written)
    assert words != practice.words
    assert not any(word in restored.out.split() for word in words)
    assert clients(new, RecoveryWay(words), clock) == ["Amara Osei"]
    told = practice.run("restore", file, practice.home / "Told.vault", secrets=right)
    assert re.search(r"It opens with the words of the new kit \(kit \d{3,4}\)\.\n", told.out)


def test_words_that_can_not_be_written_are_not_made(practice: Practice, new: Path) -> None:
    file = backed_up(practice, with_passphrase_fd=OWN_PASSPHRASE)
    done = practice.run("restore", file, new, "--new-kit-fd", "99", secrets=BY_OWN_PASSPHRASE)
    assert (done.code, done.err) == (
        2,
        "The new words can't be written there. Nothing was restored.\n",
    )
    assert not new.exists()


@pytest.mark.parametrize(
    "arguments",
    [
        ["backup", "vault"],
        ["backup", "vault", "folder"],
        ["backup", "vault", "folder", "--passphrase-fd", "99"],
        ["restore", "file"],
        ["restore", "file", "--words-fd", "99", "--look"],
        ["restore", "file", "vault", "--look", "--words-fd", "0"],
        ["restore", "file", "--words-fd", "0"],
        ["restore", "file", "vault", "--words-fd", "0", "--new-kit-fd", "1"],
    ],
)
def test_what_makes_no_sense_is_a_usage_error(practice: Practice, arguments: list[str]) -> None:
    done = practice.run(*arguments, secrets={})
    assert done.code == 2
    assert "Traceback" not in done.err


def test_no_secret_is_in_an_argument_or_in_the_environment(large: Practice, new: Path) -> None:
    file = backed_up(large, with_passphrase_fd=OWN_PASSPHRASE)
    ways = (
        ("backup", large.vault, large.stick, large.by_words
         | {"--with-passphrase-fd": OWN_PASSPHRASE}),
        ("restore", file, new, large.by_words | {"--new-passphrase-fd": NEW_PASSPHRASE}),
    )  # fmt: skip
    for command, first, second, secrets in ways:
        running = large.start(command, first, second, secrets=secrets)
        seen = b""
        while running.child.poll() is None:
            seen += _arguments_and_environment(running)
        assert running.ended().code == 0
        assert command.encode() in seen
        for secret in (*large.words, OWN_PASSPHRASE, NEW_PASSPHRASE, PASSPHRASE):
            assert b"\0%b\0" % secret.encode() not in seen
            assert secret.encode() not in seen or secret in large.words


def _arguments_and_environment(running: Running) -> bytes:
    """Of the command and of what it starts."""
    place, seen = Path("/proc"), b""
    for entry in place.iterdir():
        try:
            if entry.name.isdecimal() and os.getsid(int(entry.name)) == running.child.pid:
                seen += (entry / "cmdline").read_bytes() + (entry / "environ").read_bytes()
        except OSError:  # it ended, or may not be read: which is what is wanted
            continue
    return seen


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_backup_that_is_told_to_end_leaves_nothing_half_made(
    large: Practice, number: signal.Signals
) -> None:
    before = names(large.vault)
    running = large.start("backup", large.vault, large.stick, secrets=large.by_words)
    _wait_for_any(large.vault, ".backup-*", large.stick, ".*.part")
    running.child.send_signal(number)
    done = running.ended()
    assert (done.code, done.err) == (1, "Stopped. Nothing half-made was left.\n")
    assert names(large.stick) == set()
    assert names(large.vault) == before


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_restore_that_is_told_to_end_leaves_nothing_half_made(
    large: Practice, new: Path, number: signal.Signals
) -> None:
    file = backed_up(large)
    before = names(large.home)
    running = large.start("restore", file, new, secrets=large.by_words)
    _wait_for_any(large.home, ".Restored.vault.new/*.db")
    running.child.send_signal(number)
    done = running.ended()
    assert (done.code, done.err) == (1, "Stopped. Nothing half-made was left.\n")
    assert names(large.home) == before


@pytest.mark.parametrize("after", [0.0, 0.05, 0.2])
def test_killed_outright_the_next_one_clears_away_what_is_left(
    large: Practice, new: Path, clock: FixedClock, after: float
) -> None:
    running = large.start("backup", large.vault, large.stick, secrets=large.by_words)
    _wait_for_any(large.vault, ".backup-*")
    time.sleep(after)
    running.child.kill()
    running.ended()
    file = backed_up(large)
    assert names(large.stick) - {file.name} <= {
        name for name in names(large.stick) if not name.startswith(".")
    }
    assert not list(large.vault.glob(".backup-*"))
    running = large.start("restore", file, new, secrets=large.by_words)
    _wait_for_any(large.home, ".Restored.vault.new/*.db")
    time.sleep(after)
    running.child.kill()
    running.ended()
    if not new.exists():
        assert large.run("restore", file, new, secrets=large.by_words).code == 0
    assert clients(new, RecoveryWay(large.words), clock) == ["Amara Osei"]
    assert not list(large.home.glob(".Restored*"))


def _wait_for_any(*where: Path | str) -> None:
    """Waits for a file that one of these patterns finds: a folder, a pattern, and so on."""
    begun = time.monotonic()
    while not any(
        next(Path(folder).glob(str(pattern)), None)
        for folder, pattern in zip(where[::2], where[1::2], strict=True)
    ):
        assert time.monotonic() - begun < 60
        time.sleep(0.002)
