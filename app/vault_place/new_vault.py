"""Where a new vault goes: its folder's name, the usual place, and what speaks against a place."""

import unicodedata
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_documents_path

from app.vault_place.sync_service import sync_service

ENDING = ".vault"
_LONGEST = 60  # characters of at most 4 bytes each; a name of a folder has room for 255
_REFUSED_BY_WINDOWS = frozenset('<>:"/\\|?*')


@dataclass(frozen=True)
class PlaceLook:
    """What was seen at a place: a sync service that copies it, and whether something is there."""

    sync_service: str | None
    taken: bool


def usual_parent() -> Path:
    """The folder for vaults in the coach's documents; it need not exist yet."""
    return user_documents_path() / "Underrose"


def folder_for(name: str, parent: Path) -> Path:
    """The folder of a vault of this name, by a name that every file system takes."""
    kept = "".join(character if _is_usable(character) else "-" for character in name)
    return parent / f"{kept[:_LONGEST].strip(' .') or 'Practice'}{ENDING}"


def look_at_place(folder: Path) -> PlaceLook:
    """Looks at where a vault should go; reads folders, so it belongs off the GUI thread."""
    return PlaceLook(sync_service(folder), folder.exists())


def _is_usable(character: str) -> bool:
    return character not in _REFUSED_BY_WINDOWS and unicodedata.category(character)[0] != "C"
