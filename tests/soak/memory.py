"""Looks through a running process's memory for bytes that ought not to be there."""

from collections.abc import Mapping
from pathlib import Path
from typing import IO

PIECE = 1 << 24  # bytes read at a time
ROUNDS = 10  # until nothing new is there
UNREADABLE = ("[vvar]", "[vvar_vclock]", "[vsyscall]")  # the kernel's own pages, in every process


def found_in(pid: int, needles: Mapping[str, bytes]) -> set[str]:
    """The names of those needles that stand anywhere in the process's memory.

    Raises OSError when some of it cannot be read: a scan that cannot look has found nothing out.
    What comes and goes while it looks is looked at as long as it is there.
    """
    found: set[str] = set()
    scanned: set[tuple[int, int]] = set()
    with Path(f"/proc/{pid}/mem").open("rb", buffering=0) as memory:
        for _ in range(ROUNDS):
            new = [region for region in _regions(pid) if region not in scanned]
            for region in new:
                try:
                    found |= _found_between(memory, region, needles)
                except OSError:
                    if region in _regions(pid):
                        raise
                scanned.add(region)
            if not new:
                break
    if not scanned:
        raise OSError("no memory to look at")
    return found


def _found_between(
    memory: IO[bytes], region: tuple[int, int], needles: Mapping[str, bytes]
) -> set[str]:
    found: set[str] = set()
    longest = max(map(len, needles.values()))
    start, end = region
    memory.seek(start)
    before, left = b"", end - start
    while left:
        piece = memory.read(min(PIECE, left))
        if not piece:
            raise OSError(f"nothing to read at {end - left:x}")
        left -= len(piece)
        seen = before + piece
        found |= {name for name, needle in needles.items() if needle in seen}
        before = seen[-longest:]
    return found


def spellings(name: str, text: str) -> dict[str, bytes]:
    """A text as Python, Qt and files keep it."""
    return {
        f"{name}, {encoding}": text.encode(encoding)
        for encoding in ("utf-8", "utf-16-le", "utf-32-le")
    }


def key_spellings(name: str, key: bytes) -> dict[str, bytes]:
    """A key as bytes and as the hexadecimal digits that it is handed on as."""
    digits = key.hex()
    return {
        f"{name}, bytes": key,
        f"{name}, hex": digits.encode(),
        f"{name}, hex in UTF-16": digits.encode("utf-16-le"),
    }


def _regions(pid: int) -> list[tuple[int, int]]:
    """From where to where there is memory to be read."""
    found: list[tuple[int, int]] = []
    for line in Path(f"/proc/{pid}/maps").read_text("utf-8", "replace").splitlines():
        span, rights, *_ = line.split()
        if rights.startswith("r") and not line.endswith(UNREADABLE):
            start, _, end = span.partition("-")
            found.append((int(start, 16), int(end, 16)))
    return found


def peak_kib(pid: int | str = "self") -> int:
    """The most memory that a process ever had, since it was asked to forget."""
    status = Path(f"/proc/{pid}/status").read_text("ascii", errors="replace")
    return int(status.partition("VmHWM:")[2].split()[0])


def forget_peak() -> int:
    """Lets this process's peak begin anew; returns what it has now."""
    Path("/proc/self/clear_refs").write_text("5", "ascii")
    return peak_kib()
