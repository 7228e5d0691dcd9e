"""What a program did to the disk, call by call, as strace saw it."""

import re
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

CALLS = (
    "openat,open,creat,close,dup,dup2,dup3,fcntl,lseek,read,write,pwrite64,writev,pwritev,ftruncate,"
    "truncate,fallocate,fsync,fdatasync,sync_file_range,rename,renameat,renameat2,unlink,unlinkat,"
    "link,linkat,mkdir,mkdirat,rmdir,mmap,sendfile,copy_file_range"
)
# Whole strings, in hexadecimal; what is not asked for runs at full speed.
STRACE = ("strace", "-f", "--seccomp-bpf", "-xx", "-s", str(1 << 25))
STANDARD_OUTPUT = 1

_LINE = re.compile(r"(?P<pid>\d+) +(?P<call>\w+)\((?P<arguments>.*)\) += (?P<result>-?\d+)")
_BEGUN = re.compile(r"(?P<pid>\d+) +(?P<begun>.*) <unfinished \.\.\.>$")
_RESUMED = re.compile(r"(?P<pid>\d+) +<\.\.\. \w+ resumed>(?P<rest>.*)$")
_STRING = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')


class Made(NamedTuple):
    """A name that was not there; `inode` is the number of its file in the recording."""

    name: str
    inode: int


class Wrote(NamedTuple):
    """Bytes at a place in a file."""

    inode: int
    offset: int
    data: bytes


class Cut(NamedTuple):
    """A file's size, set."""

    inode: int
    size: int


class Synced(NamedTuple):
    """All that was written to a file before is on the disk."""

    inode: int


class Renamed(NamedTuple):
    """A name in place of another, over whatever had it."""

    old: str
    new: str


class Removed(NamedTuple):
    """A name is gone."""

    name: str


class SyncedFolder(NamedTuple):
    """All names made and removed before are on the disk."""


class Moved(NamedTuple):
    """The folder itself has another name, which it was to get."""


class SyncedParent(NamedTuple):
    """The folder's own name is on the disk."""


class Told(NamedTuple):
    """The program said something on its standard output."""

    text: bytes


Event = Made | Wrote | Cut | Synced | Renamed | Removed | SyncedFolder | Moved | SyncedParent | Told


@dataclass
class Recording:
    """The files that were there, by inode, and everything that happened to the folder since."""

    before: dict[str, int]
    contents: dict[int, bytes]
    events: list[Event]


def record(command: list[str], folder: Path, log: Path, cwd: Path) -> Recording:
    """Runs a program to its end under strace, and keeps what it does in `folder`."""
    (recording,) = record_all(command, {folder: None}, log, cwd)
    return recording


def record_all(
    command: list[str], folders: Mapping[Path, Path | None], log: Path, cwd: Path
) -> list[Recording]:
    """The same for several folders; each may get the name that it is mapped to meanwhile."""
    readings = [_Reading(folder, moved_to) for folder, moved_to in folders.items()]
    subprocess.run(
        [*STRACE, "-e", f"trace={CALLS}", "-o", log, "--", *command],
        cwd=cwd,
        check=True,
        stdout=subprocess.DEVNULL,
        timeout=600,
    )
    for line in _whole_lines(log):
        for reading in readings:
            reading.take(line)
    return [reading.recording for reading in readings]


def _whole_lines(log: Path) -> Iterator[str]:
    """The calls in the order in which they ended."""
    begun: dict[str, str] = {}
    with log.open(encoding="ascii", errors="replace") as lines:
        for line in lines:
            if match := _BEGUN.match(line):
                begun[match["pid"]] = match["begun"]
            elif match := _RESUMED.match(line):
                yield f"{match['pid']} {begun.pop(match['pid'])}{match['rest']}"
            else:
                yield line


@dataclass
class _OpenFile:
    inode: int
    at: int = 0


@dataclass
class _Reading:
    """Follows descriptors and names through the lines of a log."""

    folder: Path
    moved_to: Path | None = None
    recording: Recording = field(init=False)
    _names: dict[str, int] = field(default_factory=dict[str, int])
    _files: dict[int, _OpenFile] = field(default_factory=dict[int, _OpenFile])
    _folders: set[int] = field(default_factory=set[int])
    _parents: set[int] = field(default_factory=set[int])
    _count: int = 0

    def __post_init__(self) -> None:
        contents: dict[int, bytes] = {}
        there = self.folder.iterdir() if self.folder.exists() else ()
        for file in sorted(file for file in there if file.is_file()):
            self._names[file.name] = self._new_inode()
            contents[self._names[file.name]] = file.read_bytes()
        self.recording = Recording(dict(self._names), contents, [])

    def take(self, line: str) -> None:
        """Reads one line; raises AssertionError for what this model does not know."""
        match = _LINE.match(line)
        if match is None or int(match["result"]) < 0:
            return
        call, result = match["call"], int(match["result"])
        strings = [bytes.fromhex(s.replace("\\x", "")) for s in _STRING.findall(match["arguments"])]
        plain = _STRING.sub("", match["arguments"]).split(", ")
        handle = getattr(self, f"_{call}", None)
        if handle is not None:
            handle(plain, strings, result)
        elif call in {"writev", "pwritev", "sendfile", "copy_file_range"}:
            # Named by their descriptors; none of ours is used like this.
            assert not self._is_ours(plain, strings), line[:200]

    def _openat(self, plain: list[str], strings: list[bytes], descriptor: int) -> None:
        path, flags = Path(strings[0].decode()), plain[2]
        if path == self.folder:
            self._folders.add(descriptor)
        if path == self.folder.parent:
            self._parents.add(descriptor)
        if path.parent != self.folder or "O_DIRECTORY" in flags:
            return
        if path.name not in self._names:
            self._names[path.name] = self._new_inode()
            self._happened(Made(path.name, self._names[path.name]))
        inode = self._names[path.name]
        if "O_TRUNC" in flags:
            self._happened(Cut(inode, 0))
        assert "O_APPEND" not in flags
        self._files[descriptor] = _OpenFile(inode)

    def _close(self, plain: list[str], strings: list[bytes], result: int) -> None:
        self._files.pop(int(plain[0]), None)
        self._folders.discard(int(plain[0]))
        self._parents.discard(int(plain[0]))

    def _read(self, plain: list[str], strings: list[bytes], result: int) -> None:
        if file := self._files.get(int(plain[0])):
            file.at += result

    def _lseek(self, plain: list[str], strings: list[bytes], result: int) -> None:
        if file := self._files.get(int(plain[0])):
            file.at = result

    def _write(self, plain: list[str], strings: list[bytes], result: int) -> None:
        if file := self._files.get(int(plain[0])):
            self._happened(Wrote(file.inode, file.at, strings[0][:result]))
            file.at += result
        elif int(plain[0]) == STANDARD_OUTPUT:
            self._happened(Told(strings[0][:result]))

    def _pwrite64(self, plain: list[str], strings: list[bytes], result: int) -> None:
        if file := self._files.get(int(plain[0])):
            self._happened(Wrote(file.inode, int(plain[-1]), strings[0][:result]))

    def _ftruncate(self, plain: list[str], strings: list[bytes], result: int) -> None:
        if file := self._files.get(int(plain[0])):
            self._happened(Cut(file.inode, int(plain[1])))

    def _fsync(self, plain: list[str], strings: list[bytes], result: int) -> None:
        if file := self._files.get(int(plain[0])):
            self._happened(Synced(file.inode))
        elif int(plain[0]) in self._folders:
            self._happened(SyncedFolder())
        elif int(plain[0]) in self._parents:
            self._happened(SyncedParent())

    _fdatasync = _fsync

    def _rename(self, plain: list[str], strings: list[bytes], result: int) -> None:
        old, new = (Path(each.decode()) for each in strings)
        if (old, new) == (self.folder, self.moved_to):
            self.folder = new
            self._happened(Moved())
        elif self.folder in {old.parent, new.parent}:
            assert old.parent == new.parent == self.folder
            self._names[new.name] = self._names.pop(old.name)
            self._happened(Renamed(old.name, new.name))

    _renameat = _renameat2 = _rename

    def _link(self, plain: list[str], strings: list[bytes], result: int) -> None:
        old, new = (Path(each.decode()) for each in strings)
        if self.folder in {old.parent, new.parent}:
            assert old.parent == new.parent == self.folder
            self._names[new.name] = self._names[old.name]
            self._happened(Made(new.name, self._names[new.name]))

    _linkat = _link

    def _unlink(self, plain: list[str], strings: list[bytes], result: int) -> None:
        path = Path(strings[0].decode())
        if path.parent == self.folder:
            del self._names[path.name]
            self._happened(Removed(path.name))

    _unlinkat = _unlink

    def _happened(self, event: Event) -> None:
        self.recording.events.append(event)

    def _is_ours(self, plain: list[str], strings: list[bytes]) -> bool:
        numbers = {int(each) for each in plain if each.isdigit()}
        return bool(numbers & self._files.keys()) or any(
            Path(each.decode(errors="replace")).parent == self.folder for each in strings
        )

    def _new_inode(self) -> int:
        self._count += 1
        return self._count
