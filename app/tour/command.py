"""`underrose tour OUT`: the main job by itself, in a real window, on a vault made for it."""

import json
import os
import shutil
import signal
import sys
from contextlib import suppress
from pathlib import Path

from app.core import text
from app.core.errors import NameMissing, NameNotUsable, NoteTooLong
from app.process.exit_codes import ExitCode
from app.process.window_command import window_command, window_environment
from app.records.session_notes.text import NOTE_LIMIT, PARAGRAPH_LIMIT, fitting
from app.supervisor import Supervisor
from app.tour.file import (
    NAME,
    SUMMARY,
    Tour,
    names_made,
    read_tour,
    write_summary,
    write_tour,
)
from app.tour.private_desktop import NoScreen, private_desktop


class CannotBegin(Exception):
    """The tour does not start; says why in a sentence."""


def take_tour(out: Path, client: str, note: Path | None, *, as_json: bool) -> int:
    """Takes the tour and leaves what it made in `out`; returns the exit code.

    `client` is a name to use, `note` a file with the session note's text; without them the tour
    has its own.
    """
    for end in (signal.SIGTERM, signal.SIGINT):
        signal.signal(end, _end)  # what was started for the tour ends with it
    try:
        tour = Tour(client=_usable(client), note=_read(note))
        _make_room(out)
    except CannotBegin as refusal:
        return _fail(str(refusal), ExitCode.USAGE)
    try:
        with private_desktop(os.environ) as desktop:
            tour.has_keyring = desktop.has_keyring
            write_tour(out, tour)
            environment = window_environment(dict(desktop.environment))
            Supervisor(window_command("--tour", str(out)), environment).run()
    except NoScreen as absence:
        return _fail(
            f"There is no screen here, and {absence.missing} to make one isn't installed."
            " On Debian and Ubuntu: apt-get install xvfb"
        )
    return _tell(out, as_json=as_json)


def _end(_number: int, _frame: object) -> None:
    sys.exit(ExitCode.FAILURE)


def _usable(client: str) -> str:
    try:
        return text.name(client) if client else ""
    except (NameMissing, NameNotUsable):
        raise CannotBegin("That name can't be used for a client.") from None


def _read(note: Path | None) -> str:
    if note is None:
        return ""
    try:
        found = note.read_bytes().decode("utf-8")
        paragraphs = fitting(found, NOTE_LIMIT)
    except OSError:
        raise CannotBegin("The file with the note can't be read.") from None
    except UnicodeDecodeError:
        raise CannotBegin("The file with the note isn't plain text in UTF-8.") from None
    except NoteTooLong:
        most = f"{NOTE_LIMIT:,} characters in {PARAGRAPH_LIMIT:,} paragraphs"
        raise CannotBegin(f"A note has at most {most}.") from None
    if not any(paragraphs):
        raise CannotBegin("The file with the note is empty.")
    return found


def _make_room(out: Path) -> None:
    """Makes the folder, or empties it of what an earlier tour left."""
    try:
        out.mkdir(mode=0o700, parents=True, exist_ok=True)
        names = {path.name for path in out.iterdir()}
    except OSError:
        raise CannotBegin("The tour's folder can't be made or read.") from None
    if not os.access(out, os.W_OK | os.X_OK):
        raise CannotBegin("The tour's folder can't be written to.")
    if not names:
        return
    if not names & {SUMMARY, NAME}:
        raise CannotBegin("The tour needs a folder that is new or empty, or that of another tour.")
    made = names_made(out)
    if any(name.endswith(".vault") for name in names - made):
        raise CannotBegin("There is a vault here that no tour tells of; it is left alone.")
    for name in names & made:
        path = out / name
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink()


def _tell(out: Path, *, as_json: bool) -> int:
    with suppress(OSError, ValueError):  # it ended before its time
        tour = read_tour(out)
        tour.failure = tour.failure or "The tour was ended before it was over."
        write_summary(out, tour)
    try:
        summary = json.loads((out / SUMMARY).read_text("utf-8"))
    except (OSError, ValueError):
        return _fail("The tour's folder is gone, or what it holds can't be read.")
    if summary.get("failure"):
        return _fail(summary["failure"])
    if as_json:
        sys.stdout.write(json.dumps(summary, indent=2, ensure_ascii=False) + "\n")
    else:
        seconds = sum(step["seconds"] for step in summary["steps"])
        sys.stdout.write(
            f"The tour took {len(summary['steps'])} steps and {seconds:.0f} seconds."
            f" What it made is in {out}, beginning with {SUMMARY}."
            " The vault opens with the 24 words that stand there.\n"
        )
    return ExitCode.OK


def _fail(sentence: str, code: ExitCode = ExitCode.FAILURE) -> int:
    sys.stderr.write(f"{sentence}\n")
    return code
