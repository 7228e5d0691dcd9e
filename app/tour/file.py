"""What a tour has to say, and where it stands: kept in its folder while it is under way.

The window process writes it; it outlives the lock, which ends that process.
"""

import json
import os
from contextlib import suppress
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

NAME = ".tour.json"
SUMMARY = "summary.json"
FAILED = "failed.png"  # what the screen showed when the tour did not go on


@dataclass(frozen=True)
class Step:
    """One step that was taken; pictures are files in the tour's folder."""

    name: str
    screenshot: str  # in light colours
    screenshot_dark: str
    seconds: float


@dataclass
class Tour:
    """A tour through the main job. All that it holds is made up, or given for it."""

    client: str = ""  # what to type; empty for the tour's own text
    note: str = ""
    has_keyring: bool = False
    passphrase: str = ""
    recovery_words: tuple[str, ...] = ()
    vault: str = ""
    export_pdf: str = ""
    export_json: str = ""
    steps: tuple[Step, ...] = ()
    locked_at: float | None = None  # time.monotonic() when the window process was told to lock
    failure: str = ""  # why it did not go on, in a sentence

    def summary(self) -> dict[str, Any]:
        """What stays when the tour is over."""
        told = ("vault", "passphrase", "recovery_words", "export_pdf", "export_json", "steps")
        everything = asdict(self)
        kept = {name: everything[name] for name in told}
        return kept if not self.failure else kept | {"failure": self.failure}


def read_tour(folder: Path) -> Tour:
    """The tour under way in `folder`. Raises OSError, ValueError."""
    found = json.loads((folder / NAME).read_text("utf-8"))
    known = {each.name: found[each.name] for each in fields(Tour)}
    known["steps"] = tuple(Step(**step) for step in found["steps"])
    known["recovery_words"] = tuple(found["recovery_words"])
    return Tour(**known)


def names_made(folder: Path) -> set[str]:
    """The names of what tours say they made in `folder`, and of the files that say so."""
    names = {NAME, SUMMARY, FAILED}
    for file in (folder / NAME, folder / SUMMARY):
        with suppress(OSError, ValueError, KeyError, TypeError):  # it says nothing
            told = json.loads(file.read_text("utf-8"))
            made = [told["vault"], told["export_pdf"], told["export_json"]]
            for step in told["steps"]:
                made += [step["screenshot"], step["screenshot_dark"]]
            names |= {Path(each).name for each in made if each}
    return names


def write_tour(folder: Path, tour: Tour) -> None:
    """Keeps where the tour stands."""
    _write(folder / NAME, asdict(tour))


def write_summary(folder: Path, tour: Tour) -> None:
    """Tells what the tour left, in place of where it stands."""
    _write(folder / SUMMARY, tour.summary())
    (folder / NAME).unlink(missing_ok=True)


def _write(file: Path, content: dict[str, Any]) -> None:
    draft = file.with_suffix(".new")
    new = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(new, "w", encoding="utf-8") as stream:
        json.dump(content, stream, indent=2, ensure_ascii=False)
        stream.write("\n")
    draft.replace(file)
