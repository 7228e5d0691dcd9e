"""Everything that traced programs hand to the kernel, searched for words that must stay inside."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

# Whatever carries bytes or names out of a process, and how sockets are opened.
CALLS = (
    "write,pwrite64,writev,pwritev,pwritev2,sendto,sendmsg,sendmmsg,sendfile,splice,vmsplice,"
    "process_vm_writev,execve,execveat,socket,socketpair,connect,openat,open,creat,openat2,mkdir,"
    "mkdirat,rename,renameat,renameat2,link,linkat,symlink,symlinkat,mknod,mknodat,setxattr,"
    "lsetxattr,fsetxattr,memfd_create,prctl,add_key,msgsnd,mq_timedsend,shmget,truncate"
)
_CALL = re.compile(r"(?:\d+ +)?(?:<\.\.\. )?(?P<name>\w+)")
_PLACE = re.compile(r"\((?P<descriptor>\d+)<(?P<place>[^>]*(?:->[^>]*)*)>")
_STRING = re.compile(r'"((?:\\x[0-9a-f]{2})+)"')
_SOCKET = re.compile(r"socket(?:pair)?\((?P<family>\w+).* = (?P<result>-?\d+)")
_HEX = re.compile(r"\\x([0-9a-f]{2})")
_OVERLAP = 512  # bytes of what went to a place before, in case a word was handed over in two parts


@dataclass(frozen=True)
class Leak:
    """A word that went out: which, by which call, and where to."""

    word: str
    call: str
    place: str


@dataclass
class Outward:
    """What a log holds: leaks, sockets by family, and how much was looked at."""

    leaks: set[Leak]
    opened: Counter[str]
    refused: Counter[str]
    bytes_out: int
    calls: int


def read_log(log: Path, words: Mapping[str, bytes], inside: Path | None = None) -> Outward:
    """Searches a log of strace (-f -yy -xx) for the words.

    What goes to files below `inside` is meant to hold them, and is passed over.
    """
    found = Outward(set(), Counter(), Counter(), 0, 0)
    before: dict[str, bytes] = defaultdict(bytes)
    for line in _lines(log):
        found.calls += 1
        call = match["name"] if (match := _CALL.match(line)) else "?"
        if socket := _SOCKET.search(line):
            counts = found.refused if socket["result"].startswith("-") else found.opened
            counts[socket["family"]] += 1
        place = _plain(match["place"]) if (match := _PLACE.search(line)) else ""
        if inside is not None and place.startswith(str(inside)):
            continue
        strings = [bytes.fromhex(s.replace("\\x", "")) for s in _STRING.findall(line)]
        if not strings:
            continue
        if inside is not None and strings[0].startswith(bytes(inside)):
            continue
        together = b"".join(strings)
        found.bytes_out += len(together)
        seen = (before[place] if place else b"") + together
        found.leaks |= {
            Leak(word, call, place)
            for word, data in words.items()
            if data in seen or any(data in string for string in strings)
        }
        before[place] = seen[-_OVERLAP:]
    return found


def _lines(log: Path) -> Iterator[str]:
    with log.open(encoding="ascii", errors="replace") as lines:
        yield from lines


def _plain(place: str) -> str:
    return _HEX.sub(lambda match: chr(int(match[1], 16)), place)
