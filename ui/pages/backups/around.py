"""What lies at the places for backups: looked at off the GUI thread, as a drive may not answer."""

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from app.core.each_by_itself import EachByItself

if TYPE_CHECKING:  # the ciphers behind it come after the first paint
    from app.workflows.backup.places import Place

AT_MOST = 200  # files in a folder that are looked into


@dataclass(frozen=True)
class Stray:
    """A backup of this vault that no record tells of: made elsewhere, or after a restore."""

    id: UUID
    path: Path
    made_utc: float  # seconds
    size: int


@dataclass(frozen=True)
class PlaceLook:
    """`found` says under which name each backup of this vault lies there."""

    place: "Place"
    here: bool = False
    same_disk: bool = False
    found: Mapping[UUID, Path] = field(default_factory=dict[UUID, Path])
    strays: tuple[Stray, ...] = ()
    free: int | None = None  # bytes of room, where that can be told
    read_only: bool = False
    half_made: bool = False  # a backup lies there that isn't finished
    missing: bool = False  # a folder of this computer's own disk, which was chosen and is no more


@dataclass(frozen=True)
class Sought:
    """What to look for: the places of the plan, and where records say that backups are."""

    places: tuple["Place", ...]
    recorded: tuple[tuple[UUID, str, str], ...]  # id, folder, file name
    vault_id: UUID
    vault_folder: Path


Each = EachByItself[str, PlaceLook]  # by folder


def look_around(sought: Sought, each: Each) -> Mapping[str, PlaceLook]:
    """What is where, by folder. A place that doesn't answer isn't here, and holds up no other."""
    # 20 ms, and needed by nobody before
    from app.workflows.backup.places import Place

    chosen = {place.folder: place for place in sought.places}
    folders = dict.fromkeys((*chosen, *(folder for _, folder, _ in sought.recorded)))
    looks = {one: partial(_look_at, one, chosen.get(one), sought) for one in folders}
    mute = {one: PlaceLook(chosen.get(one) or Place(one, Path(one).name)) for one in folders}
    return mute | each.answers(looks)


def _look_at(folder: str, place: "Place | None", sought: Sought) -> PlaceLook:
    from app.workflows.backup.places import Place, describe, is_folder  # as above

    if place is None:  # taken off the plan, its backups still there
        path = Path(folder)
        place = describe(path) if is_folder(path) else Place(folder, path.name)
    return _look(place, sought)


def _look(place: "Place", sought: Sought) -> PlaceLook:
    from app.workflows.backup.places import free_bytes, here, is_same_disk_as  # as above

    same_disk = is_same_disk_as(place, sought.vault_folder)
    if not here(place):
        missing = place in sought.places and not place.is_drive
        return PlaceLook(place, same_disk=same_disk, missing=missing)
    recorded = {name: id for id, folder, name in sought.recorded if folder == place.folder}
    names = _names(Path(place.folder))
    found = {id: Path(place.folder, name) for name, id in recorded.items() if name in names}
    known = {id for id, _, _ in sought.recorded}
    strays: list[Stray] = []
    for name in sorted(names - recorded.keys(), reverse=True)[:AT_MOST]:
        stray = _read(Path(place.folder, name), sought.vault_id)
        if stray is not None and stray.id in known:
            found.setdefault(stray.id, stray.path)  # somebody gave it another name
        elif stray is not None:
            strays.append(stray)
    free = free_bytes(Path(place.folder))
    if not here(place):  # pulled out meanwhile: nothing of it is missing
        return PlaceLook(place, same_disk=same_disk)
    read_only = not os.access(place.folder, os.W_OK)
    unfinished = _has_half_made(Path(place.folder))
    return PlaceLook(place, True, same_disk, found, tuple(strays), free, read_only, unfinished)


def _has_half_made(folder: Path) -> bool:
    from app.workflows.backup.parts import half_made  # the ciphers behind it, as below

    try:
        return bool(half_made(folder))
    except OSError:  # pulled out meanwhile
        return False


def _names(folder: Path) -> set[str]:
    from app.workflows.backup.find import backups_in  # the ciphers behind it, as below

    try:
        return {path.name for path in backups_in(folder)}
    except OSError:  # pulled out meanwhile
        return set()


def _read(path: Path, vault_id: UUID) -> Stray | None:
    # the ciphers behind it come after the first paint
    from crypto.backup.face import look_at_backup
    from crypto.errors import CryptoError

    try:
        face = look_at_backup(path)
    except CryptoError:
        return None
    if face.vault_id != vault_id:
        return None
    return Stray(face.backup_id, path, face.made_at.timestamp(), face.file_bytes)


def is_here(looks: Mapping[str, PlaceLook], folder: str) -> bool | None:
    """Whether a place's drive is in; None as long as nobody has looked."""
    look = looks.get(folder)
    return None if look is None else look.here


def strays_of(looks: Iterable[PlaceLook]) -> Sequence[Stray]:
    """The backups that no record tells of, each once, the newest first."""
    found = {stray.id: stray for look in looks for stray in look.strays}
    return sorted(found.values(), key=lambda stray: stray.made_utc, reverse=True)
