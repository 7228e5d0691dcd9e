"""The databases of a vault by number: which comes next, and what a killed change left behind."""

import re
from contextlib import suppress
from pathlib import Path

from crypto.vault.atomic_file import sync_folder, write_atomically
from crypto.vault.header import Header

_MARK = re.compile(r"begun-([1-9][0-9]{0,8})")
_UNPLACED = re.compile(
    r"\.(?:header\.json|header\.copy\.json|header\.[0-9a-f]{16}\.aside|seal-[0-9]+|begun-[0-9]+)\.new"
)


def database_file(number: int) -> str:
    """The name of a database."""
    return f"vault-{number}.db"


def seal_file(number: int) -> str:
    """The name of a database's seal."""
    return f"seal-{number}"


def begin(folder: Path, in_force: Header) -> int:
    """The number of the database that is built next; raises OSError.

    It is marked as begun before anything of it exists, so that what a kill leaves of it is told
    from the database of a newer vault that somebody copied into this folder.
    """
    number = in_force.database_number + 1
    while any((folder / name).exists() for name in _names(number)):
        number += 1
    write_atomically(folder / f"begun-{number}", str(in_force.database_number).encode())
    return number


def something_begun(folder: Path) -> bool:
    """Whether another database was being built when the vault was last used."""
    return bool(_marks(folder))


def finish_what_was_begun(folder: Path, in_force: Header) -> None:
    """Deletes what was half built, or what it has replaced, and nothing that has no mark.

    `in_force` is proven, and on the disk in both copies. Killed at any moment, the next call
    does the rest; what the disk refuses to delete is left to it too.
    """
    with suppress(OSError):
        marks = _marks(folder)
        for number, mark in sorted(marks.items()):
            replaced = _replaced_by(mark) if number == in_force.database_number else number
            if replaced not in {None, in_force.database_number}:
                for name in _names(replaced):
                    (folder / name).unlink(missing_ok=True)
            sync_folder(folder)
            mark.unlink()
        unplaced = [path for path in folder.iterdir() if _UNPLACED.fullmatch(path.name)]
        for path in unplaced:
            path.unlink()
        if marks or unplaced:
            sync_folder(folder)


def _names(number: int | None) -> tuple[str, ...]:
    if number is None:
        return ()
    database = database_file(number)
    return (database, f"{database}-journal", seal_file(number))


def _marks(folder: Path) -> dict[int, Path]:
    found = ((_MARK.fullmatch(path.name), path) for path in folder.iterdir())
    return {int(match[1]): path for match, path in found if match is not None}


def _replaced_by(mark: Path) -> int | None:
    text = mark.read_text("ascii", errors="replace")
    return int(text) if re.fullmatch(r"[1-9][0-9]{0,8}", text) else None
