"""Backups that no app wrote: real ones with bits flipped, cut off, zeroed, mixed with others."""

from collections.abc import Iterator
from random import Random
from typing import NamedTuple

PAGE = BLOCK = 4096
BLOCKS = 2 * BLOCK


class Damage(NamedTuple):
    """What a file holds now. `may_open`: one sound block is left, and every byte before them."""

    name: str
    data: bytes
    may_open: bool = False


def flipped(whole: bytes, chance: Random) -> Damage:
    """One bit turned over: in the database, in a block, or the same one in both."""
    database = len(whole) - BLOCKS
    name = chance.choice((*["database"] * 5, "first page", "block A", "block B", *["both"] * 3))
    first, end = {
        "database": (0, database),
        "first page": (0, PAGE),
        "block A": (database, database + BLOCK),
        "block B": (database + BLOCK, len(whole)),
        "both": (database, database + BLOCK),
    }[name]
    at, bit = chance.randrange(first, end), 1 << chance.randrange(8)
    data = bytearray(whole)
    data[at] ^= bit
    if name == "both":
        data[at + BLOCK] ^= bit
    return Damage(name, bytes(data), may_open=name in {"block A", "block B"})


def cut_off(whole: bytes, chance: Random) -> Iterator[Damage]:
    """Every length at which something ends, one byte to either side, and some others."""
    size = len(whole)
    ends = (0, 16, PAGE, 2 * PAGE, size // 2, size - BLOCKS - PAGE, size - BLOCKS, size - BLOCK)
    lengths = {end + by for end in (*ends, size) for by in (-1, 0, 1)}
    lengths |= {chance.randrange(size) for _ in range(20)}
    for length in sorted(lengths):
        if 0 <= length < size:
            yield Damage(f"cut to {length}", whole[:length])


def grown(whole: bytes, other: bytes) -> Iterator[Damage]:
    """More behind it than it had."""
    blocks = whole[-BLOCKS:]
    for name, more in {
        "a byte": b"\0",
        "a line": b"\n",
        "an empty block": bytes(BLOCK),
        "two empty blocks": bytes(BLOCKS),
        "a blank block": b"\n" * BLOCK,
        "a block again": blocks[:BLOCK],
        "both blocks again": blocks,
        "another’s block": other[-BLOCK:],
        "another’s blocks": other[-BLOCKS:],
        "itself": whole,
        "another": other,
    }.items():
        yield Damage(f"{name} behind it", whole + more)
    yield Damage("a page before it", bytes(PAGE) + whole)
    yield Damage("a page before the blocks", whole[:-BLOCKS] + bytes(PAGE) + blocks)


def zeroed(whole: bytes, chance: Random) -> Iterator[Damage]:
    """Ranges without their bytes, as a drive that failed leaves them."""
    database = len(whole) - BLOCKS
    ranges = [(0, 16), (0, 512), (0, PAGE), (database - PAGE, database), (0, database)]
    ranges += [(database, len(whole)), (0, len(whole)), (database - 512, len(whole) - 512)]
    pages = database // PAGE
    for _ in range(40):
        first = chance.randrange(pages)
        ranges.append((first * PAGE, min(pages, first + chance.randint(1, 8)) * PAGE))
        sector = chance.randrange(database // 512)
        ranges.append((sector * 512, sector * 512 + 512))
    for first, end in ranges:
        yield Damage(f"zeroes from {first} to {end}", _filled(whole, first, end))
    for name, first in (("A", database), ("B", database + BLOCK)):
        data = _filled(whole, first, first + BLOCK)
        yield Damage(f"block {name} zeroed", data, may_open=True)


def mixed(whole: bytes, other: bytes, chance: Random) -> Iterator[Damage]:
    """Parts of two backups: of one vault or of two, by the words of one kit or of two."""
    mine, blocks, theirs = whole[:-BLOCKS], whole[-BLOCKS:], other[-BLOCKS:]
    yield Damage("another’s blocks", mine + theirs)
    # By either block it is one backup or the other; whichever is chosen, no byte may be mistaken.
    yield Damage("another’s block A", mine + theirs[:BLOCK] + blocks[BLOCK:], may_open=True)
    yield Damage("another’s block B", mine + blocks[:BLOCK] + theirs[BLOCK:], may_open=True)
    yield Damage("another’s database", other[:-BLOCKS] + blocks)
    pages = min(len(mine), len(other) - BLOCKS) // PAGE
    for _ in range(40):
        at = chance.randrange(1, pages) * PAGE
        yield Damage(f"another’s page at {at}", _put(whole, at, other[at : at + PAGE]))
        yield Damage(f"another’s from {at} on", mine[:at] + other[at:-BLOCKS] + blocks)
        to = chance.randrange(pages) * PAGE
        if mine[at : at + PAGE] != mine[to : to + PAGE]:
            yield Damage(f"page {at} at {to}", _put(whole, to, mine[at : at + PAGE]))
    half = BLOCK // 8
    yield Damage("blocks spliced", mine + 2 * (blocks[:half] + theirs[half:BLOCK]))


def _filled(whole: bytes, first: int, end: int) -> bytes:
    return whole[:first] + bytes(end - first) + whole[end:]


def _put(whole: bytes, at: int, data: bytes) -> bytes:
    return whole[:at] + data + whole[at + len(data) :]
