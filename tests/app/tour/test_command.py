"""What `underrose tour` refuses before it begins, each in a sentence."""

import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.process.exit_codes import ExitCode
from app.tour.command import take_tour
from app.tour.file import NAME, SUMMARY, Step, Tour, write_summary, write_tour


@pytest.fixture(autouse=True)
def nothing_to_run_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A tour that does begin ends at once: there is no screen, and no program to make one."""
    handlers = {end: signal.getsignal(end) for end in (signal.SIGTERM, signal.SIGINT)}
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PATH", str(tmp_path / "no-programs"))
    yield
    for end, handler in handlers.items():
        signal.signal(end, handler)


def toured(out: Path, client: str = "", note: Path | None = None) -> int:
    return take_tour(out, client, note, as_json=False)


def test_a_missing_screen_is_told_with_what_brings_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert toured(tmp_path / "new" / "out") == ExitCode.FAILURE
    assert "apt-get install xvfb" in capsys.readouterr().err
    assert (tmp_path / "new" / "out").stat().st_mode & 0o777 == 0o700


def test_a_folder_with_something_else_in_it_is_left_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "thesis.txt").write_text("years of work")
    assert toured(tmp_path) == ExitCode.USAGE
    assert "new or empty" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.txt"]


@pytest.mark.parametrize("write", [write_summary, write_tour])
def test_what_an_earlier_tour_made_goes_and_nothing_else(
    tmp_path: Path, write: Callable[[Path, Tour], None]
) -> None:
    step = Step("create-vault", "01-create-vault.png", "01-create-vault-dark.png", 1.0)
    pdf, vault = tmp_path / "consent-record-7.pdf", tmp_path / "Practice.vault"
    write(tmp_path, Tour(vault=str(vault), export_pdf=str(pdf), steps=(step,)))
    vault.mkdir()
    (vault / "header.json").touch()
    for name in (step.screenshot, pdf.name, "01-me.png", "consent-record-8.pdf"):
        (tmp_path / name).touch()
    assert toured(tmp_path) == ExitCode.FAILURE
    left = sorted(path.name for path in tmp_path.iterdir())
    assert left == ["01-me.png", "consent-record-8.pdf"]


@pytest.mark.parametrize("summary", ["", "{}", "[]", '{"vault": "/elsewhere/Tour.vault"}'])
def test_a_vault_that_no_tour_tells_of_is_left_alone_with_all_beside_it(
    tmp_path: Path, summary: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / SUMMARY).write_text(summary)
    (tmp_path / "My practice.vault").mkdir()
    (tmp_path / "My practice.vault" / "vault-1.db").touch()
    assert toured(tmp_path) == ExitCode.USAGE
    assert "left alone" in capsys.readouterr().err
    assert (tmp_path / "My practice.vault" / "vault-1.db").exists()
    assert (tmp_path / SUMMARY).exists()


def test_a_link_called_like_the_tour_s_vault_is_not_followed(tmp_path: Path) -> None:
    out, elsewhere = tmp_path / "out", tmp_path / "elsewhere"
    out.mkdir()
    elsewhere.mkdir()
    (elsewhere / "kept.txt").touch()
    write_summary(out, Tour(vault=str(out / "Practice.vault")))
    (out / "Practice.vault").symlink_to(elsewhere)
    toured(out)
    assert (elsewhere / "kept.txt").exists()
    assert list(out.iterdir()) == []


def test_a_folder_that_cannot_be_written_to_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(_place: Path, _mode: int) -> bool:  # the superuser may write everywhere
        return False

    monkeypatch.setattr("os.access", refuse)
    assert toured(tmp_path) == ExitCode.USAGE
    assert "can't be written to" in capsys.readouterr().err


def test_a_folder_that_cannot_be_made_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").touch()
    assert toured(tmp_path / "file" / "out") == ExitCode.USAGE
    assert "can't be made" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["bell\x07", "half\udcff", "x" * 201, "  "])
def test_a_name_that_no_client_can_have_is_refused(
    tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert toured(tmp_path / "out", name) == ExitCode.USAGE
    assert "name" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"caf\xe9", "UTF-8"),
        (b"x" * 500_001, "500,000 characters"),
        (b"\xef\xbb\xbf\n", "empty"),
        (None, "can't be read"),
    ],
)
def test_a_note_that_cannot_be_taken_is_refused(
    tmp_path: Path, content: bytes | None, sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    note = tmp_path / "note.txt"
    if content is not None:
        note.write_bytes(content)
    assert toured(tmp_path / "out", note=note) == ExitCode.USAGE
    assert sentence in capsys.readouterr().err


def test_nothing_of_what_it_was_given_stays_when_it_did_not_begin(tmp_path: Path) -> None:
    toured(tmp_path / "out", "Zoë")
    assert not (tmp_path / "out" / NAME).exists()
