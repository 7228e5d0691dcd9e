"""A disk that loses power: what of a recording may be on it afterwards, as chance has it.

What was synced stays. What was not may be there, be lost, or be there in part: each sector of a
write by itself, a size without its bytes, any of the names that were made, changed or removed
since the folder was synced last.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum
from random import Random
from typing import TypeVar

from tests.soak.recorded import (
    Cut,
    Event,
    Made,
    Moved,
    Recording,
    Removed,
    Renamed,
    Synced,
    SyncedFolder,
    SyncedParent,
    Wrote,
)

T = TypeVar("T")

SECTORS = (512, 4096)


class Fate(Enum):
    """What becomes of that which was not synced."""

    LOST = 0
    KEPT = 1
    TORN = 2  # each piece for itself
    FIRST_ONES = 3  # in order up to a moment, as a journalling file system keeps names


@dataclass
class _Inode:
    data: bytearray = field(default_factory=bytearray)  # on the disk for sure
    pending: list[Wrote | Cut] = field(default_factory=list[Wrote | Cut])

    def sync(self) -> None:
        for change in self.pending:
            _apply(self.data, change)
        self.pending.clear()

    def whole(self) -> bytes:
        data = bytearray(self.data)
        for change in self.pending:
            _apply(data, change)
        return bytes(data)


class Disk:
    """A folder's files; takes events, and can lose power after any of them."""

    def __init__(self, recording: Recording) -> None:
        self._inodes = {
            inode: _Inode(bytearray(data)) for inode, data in recording.contents.items()
        }
        self._names = dict(recording.before)
        self._pending: list[Made | Renamed | Removed] = []
        self._is_moved = self._is_surely_moved = False

    def take(self, event: Event) -> None:
        """Does what the program did."""
        match event:
            case Made(_, inode):
                self._inodes.setdefault(inode, _Inode())
                self._pending.append(event)
            case Renamed() | Removed():
                self._pending.append(event)
            case Wrote(inode) | Cut(inode):
                self._inodes[inode].pending.append(event)
            case Synced(inode):
                self._inodes[inode].sync()
            case SyncedFolder():
                self._names = _renamed(self._names, self._pending, self._later())
                self._pending.clear()
            case Moved():
                self._is_moved = True
            case SyncedParent():
                self._is_surely_moved = self._is_moved
            case _:
                pass

    def is_moved_after_power_cut(self, chance: Random) -> bool:
        """Whether the folder may be found under the name that it was to get."""
        return self._is_surely_moved or (self._is_moved and chance.random() < 0.5)

    def files(self) -> dict[str, bytes]:
        """Files by name as the program sees them, whatever of it is on the disk."""
        names = _renamed(self._names, self._pending, self._later())
        return {name: self._inodes[inode].whole() for name, inode in names.items()}

    def after_power_cut(self, chance: Random) -> dict[str, bytes]:
        """Files by name, as they may be found afterwards."""
        fate, sector = chance.choice(list(Fate)), chance.choice(SECTORS)
        kept = _chosen(self._pending, fate, chance)
        names = _renamed(self._names, kept, self._later())
        return {
            name: _torn(self._inodes[inode], chance.choice(list(Fate)), sector, chance)
            for name, inode in names.items()
        }

    def _later(self) -> dict[str, int]:
        """The inode of each name that a pending change takes from, whether or not that is kept."""
        names = dict(self._names)
        found: dict[str, int] = dict(names)
        for event in self._pending:
            match event:
                case Made(name, inode):
                    names[name] = found[name] = inode
                case Renamed(old, new):
                    names[new] = found[new] = names.pop(old)
                case Removed(name):
                    names.pop(name)
        return found


def _renamed(
    names: dict[str, int], changes: Sequence[Made | Renamed | Removed], later: dict[str, int]
) -> dict[str, int]:
    """The names after some of the changes: a rename that was kept brings its file along."""
    result = dict(names)
    for event in changes:
        match event:
            case Made(name, inode):
                result[name] = inode
            case Renamed(old, new):
                result[new] = result.pop(old, later[old])
            case Removed(name):
                result.pop(name, None)
    return result


def _chosen(things: list[T], fate: Fate, chance: Random) -> list[T]:
    match fate:
        case Fate.LOST:
            return []
        case Fate.KEPT:
            return things
        case Fate.FIRST_ONES:
            return things[: chance.randint(0, len(things))]
        case Fate.TORN:
            return [thing for thing in things if chance.random() < 0.5]


def _torn(inode: _Inode, fate: Fate, sector: int, chance: Random) -> bytes:
    data = bytearray(inode.data)
    for change in _chosen(inode.pending, Fate.KEPT if fate is Fate.TORN else fate, chance):
        if isinstance(change, Cut) or fate is not Fate.TORN:
            if fate is not Fate.TORN or chance.random() < 0.5:
                _apply(data, change)
            continue
        if chance.random() < 0.3:  # the size is on the disk, the bytes are not
            data.extend(bytes(max(0, change.offset + len(change.data) - len(data))))
        for piece in _sectors(change, sector):
            if chance.random() < 0.5:
                _apply(data, piece)
    return bytes(data)


def _sectors(change: Wrote, size: int) -> list[Wrote]:
    pieces: list[Wrote] = []
    at, end = change.offset, change.offset + len(change.data)
    while at < end:
        until = min(end, (at // size + 1) * size)
        data = change.data[at - change.offset : until - change.offset]
        pieces.append(Wrote(change.inode, at, data))
        at = until
    return pieces


def _apply(data: bytearray, change: Wrote | Cut) -> None:
    match change:
        case Cut(_, size):
            del data[size:]
            data.extend(bytes(size - len(data)))
        case Wrote(_, offset, written):
            data.extend(bytes(max(0, offset - len(data))))
            data[offset : offset + len(written)] = written
