"""A place where backups go, and whether its drive is in: an empty mount point is never a place.

Off the GUI thread: a folder on a network may not answer for a while.
"""

import os
import shutil
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePath

from app.core.each_by_itself import EachByItself
from app.drives.block_devices import SYS, disks_below, is_removable, number_of
from app.drives.mounts import Mount, mount_of, parse_mounts

MOUNTS = Path("/proc/self/mountinfo")
VOLUMES = Path("/dev/disk/by-uuid")
Answering = EachByItself[str, bool]  # by folder
_WAITING = "autofs"  # mounts what lies below it when somebody looks, if it is there


@dataclass(frozen=True)
class Place:
    """A folder for backups; with a `mount` it lies on a drive that may be taken out.

    `label` is the drive's name, or the folder's. `volume` says which file system it was, where
    that can be told, so that another drive of the same name isn't taken for it.
    """

    folder: str
    label: str
    mount: str | None = None
    volume: str = ""
    stick: bool = False

    @property
    def path(self) -> Path:
        """The folder."""
        return Path(self.folder)

    @property
    def is_drive(self) -> bool:
        """Whether it may be taken out."""
        return self.mount is not None


def describe(folder: Path, home: Path | None = None) -> Place:
    """What is to be remembered of a folder that is there now.

    What holds `home` too, by default this person's, is no drive of its own.
    """
    shown, home = folder.absolute(), (home or Path.home()).resolve()
    mounts = _mounts()
    if mounts is None:
        return _without_list(shown, home)
    mount = mount_of(folder.resolve(), mounts)
    if mount is None or mount == mount_of(home, mounts) or len(mount.point.parts) < 2:
        return Place(str(shown), _name_of(shown))
    number = _number(mount)
    return Place(
        folder=str(shown),
        label=mount.point.name,
        mount=str(mount.point),
        volume=_volume(mount),
        stick=number is not None and is_removable(number, SYS),
    )


def here(place: Place) -> bool:
    """Whether the folder is there, on the drive that it was on."""
    folder = place.path
    if not is_folder(folder):  # asked first: looking mounts what waits for being looked at
        return False
    if place.mount is None:
        return True
    mounts = _mounts()
    if mounts is None:
        return _is_mount(Path(place.mount)) and _same_volume(place, _serial(folder))
    mount = mount_of(folder.resolve(), mounts)
    if mount is None or str(mount.point) != place.mount or mount.kind == _WAITING:
        return False
    return _same_volume(place, _volume(mount))


def is_folder(folder: Path) -> bool:
    """Whether there is one that can be looked at."""
    try:
        return folder.is_dir()
    except OSError:  # not to be looked into, or its drive is being pulled out
        return False


def answering(folders: Iterable[str], each: Answering) -> frozenset[str]:
    """Those of the folders of which it can be told soon whether they are there: none that hangs."""
    calls = {folder: partial(is_folder, Path(folder)) for folder in folders}
    return frozenset(each.answers(calls))


def same_as(folder: Path, places: Sequence[Place]) -> Place | None:
    """The place that is this very folder under another name: a link, or mounted twice."""
    shown = str(folder.absolute())
    soon = answering((place.folder for place in places), Answering())
    for place in places:
        is_other = place.folder != shown and place.folder in soon
        if is_other and here(place) and folder.samefile(place.folder):
            return place
    return None


def is_same_disk_as(place: Place, vault_folder: Path) -> bool:
    """Whether one broken disk would take both the vault and its backups.

    A drive that is out is another disk; where the disks below can't be told, the file systems say.
    """
    if not here(place):
        return not place.is_drive
    mounts = _mounts() or ()
    one, other = (_disks(folder, mounts) for folder in (place.path, vault_folder))
    if one and other:
        return bool(one & other)
    try:
        return place.path.stat().st_dev == vault_folder.stat().st_dev
    except OSError:
        return False


def free_bytes(folder: Path) -> int | None:
    """How much room there is, None when that can't be told."""
    try:
        return shutil.disk_usage(folder).free
    except OSError:
        return None


def _mounts() -> tuple[Mount, ...] | None:
    """The kernel's list, None where there is none: not on macOS and Windows."""
    try:
        return parse_mounts(MOUNTS.read_text(encoding="utf-8", errors="replace")) or None
    except OSError:
        return None


def _without_list(folder: Path, home: Path) -> Place:
    point = _mount_above(folder.resolve())
    if point is None or point == _mount_above(home):
        return Place(str(folder), _name_of(folder))
    return Place(str(folder), _name_of(point), str(point), _serial(folder))


def _mount_above(folder: Path) -> Path | None:
    points = (one for one in (folder, *folder.parents) if _is_mount(one))
    return next(points, None)


def _is_mount(folder: Path) -> bool:
    try:
        return os.path.ismount(folder)
    except OSError:
        return False


def _name_of(folder: PurePath) -> str:
    return folder.name or folder.drive or str(folder)


def _serial(folder: Path) -> str:
    """Windows has the volume's serial number for the device's; elsewhere it changes."""
    return f"{folder.stat().st_dev:x}" if sys.platform == "win32" else ""


def _number(mount: Mount) -> str | None:
    if not mount.number.startswith("0:"):
        return mount.number
    return number_of(mount.source, SYS) if mount.source.startswith("/dev/") else None


def _volume(mount: Mount) -> str:
    """What tells this file system from others: its own id, or the network's name for it."""
    number = _number(mount)
    if number is None:
        return mount.source
    try:
        links = sorted(VOLUMES.iterdir())
    except OSError:
        return ""
    return next((link.name for link in links if number_of(str(link), SYS) == number), "")


def _same_volume(place: Place, volume: str) -> bool:
    return not place.volume or not volume or place.volume == volume


def _disks(folder: Path, mounts: Sequence[Mount]) -> frozenset[str]:
    mount = mount_of(folder.resolve(), mounts)
    number = None if mount is None else _number(mount)
    return frozenset() if number is None else disks_below(number, SYS)
