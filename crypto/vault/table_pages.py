"""Rows as SQLite lays them out on the pages of a table, read without SQLite.

https://www.sqlite.org/fileformat2.html, §1.6 and §2.1. What does not add up raises Unreadable.
"""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from crypto.vault.connection import SqlValue

ReadPage = Callable[[int], bytes | None]  # what is on a page, None for one that can't be read

_FILE_HEADER = 100  # bytes on page 1
_LEAF, _INNER = 0x0D, 0x05  # of a table
_LEAF_HEADER, _INNER_HEADER = 8, 12
_INTEGERS = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}  # serial type: bytes
_MOST_COLUMNS = 2000  # SQLite's own limit


class Unreadable(Exception):
    """Bytes that are no row, or a part of one that is on no page."""


class Cell(NamedTuple):
    """A row: its number and its columns; of one that could not be read whole, the first ones."""

    rowid: int
    values: tuple[SqlValue, ...]
    is_whole: bool


def is_leaf(page: bytes, number: int) -> bool:
    """Whether rows of a table stand on this page."""
    return page[_begin(number)] == _LEAF


def children(page: bytes, number: int) -> list[int] | None:
    """The pages below an inner page of a table; None for another kind of page."""
    begin = _begin(number)
    if page[begin] != _INNER:
        return None
    pointers = _pointers(page, begin, _INNER_HEADER)
    found = [_u32(page, at) for at in pointers if at + 4 <= len(page)]
    return [*found, _u32(page, begin + 8)]


def cells(page: bytes, number: int, read: ReadPage) -> Iterator[Cell | None]:
    """The rows on a leaf page, in their order; None for one of which nothing can be read."""
    for at in _pointers(page, _begin(number), _LEAF_HEADER):
        try:
            yield _cell(page, at, read)
        except Unreadable:
            yield None


def _begin(number: int) -> int:
    return _FILE_HEADER if number == 1 else 0


def _pointers(page: bytes, begin: int, header: int) -> list[int]:
    count = int.from_bytes(page[begin + 3 : begin + 5])
    first = begin + header
    room = max(0, (len(page) - first) // 2)
    return [
        int.from_bytes(page[at : at + 2]) for at in range(first, first + 2 * min(count, room), 2)
    ]


def _cell(page: bytes, at: int, read: ReadPage) -> Cell:
    size, at = _varint(page, at)
    rowid, at = _varint(page, at)
    local = _local_bytes(size, len(page))
    begins = page[at : at + local]
    if len(begins) < local:
        raise Unreadable
    try:
        rest = _overflow(page, at + local, size - local, read) if size > local else b""
    except Unreadable:
        return Cell(_signed(rowid), tuple(_columns(begins, whole=False)), is_whole=False)
    return Cell(_signed(rowid), tuple(_columns(begins + rest, whole=True)), is_whole=True)


def _local_bytes(size: int, usable: int) -> int:
    """How much of a row stands on its own page."""
    most, least = usable - 35, (usable - 12) * 32 // 255 - 23
    if size <= most:
        return size
    kept = least + (size - least) % (usable - 4)
    return kept if kept <= most else least


def _overflow(page: bytes, at: int, size: int, read: ReadPage) -> bytes:
    parts, seen = list[bytes](), set[int]()
    next_page = _u32(page, at)
    while size > 0:
        follows = None if next_page in seen else read(next_page)
        if follows is None:
            raise Unreadable
        seen.add(next_page)
        part = follows[4 : 4 + size]
        if not part:
            raise Unreadable
        parts.append(part)
        size -= len(part)
        next_page = _u32(follows, 0)
    return b"".join(parts)


def _columns(record: bytes, *, whole: bool) -> Iterator[SqlValue]:
    """The columns of a record; of one that is cut off, those before the cut."""
    header, at = _varint(record, 0)
    kinds: list[int] = []
    while at < min(header, len(record)) and len(kinds) < _MOST_COLUMNS:
        kind, at = _varint(record, at)
        kinds.append(kind)
    at = header
    for kind in kinds:
        length = _length(kind)
        if at + length > len(record):
            if whole:
                raise Unreadable
            return
        yield _value(kind, record[at : at + length])
        at += length
    if whole and at != len(record):
        raise Unreadable


def _length(kind: int) -> int:
    if kind in _INTEGERS:
        return _INTEGERS[kind]
    if kind == 7:
        return 8
    if kind >= 12:
        return (kind - 12) // 2
    if kind in {0, 8, 9}:
        return 0
    raise Unreadable


def _value(kind: int, data: bytes) -> SqlValue:
    if kind == 0:
        return None
    if kind in {8, 9}:
        return kind - 8
    if kind in _INTEGERS:
        return int.from_bytes(data, signed=True)
    if kind == 7:
        raise Unreadable  # a float, which no table of ours has
    if kind % 2 == 0:
        return data
    try:
        return data.decode()
    except UnicodeDecodeError:
        raise Unreadable from None


def _varint(data: bytes, at: int) -> tuple[int, int]:
    value = 0
    for place in range(9):
        if at + place >= len(data):
            raise Unreadable
        byte = data[at + place]
        if place == 8:
            return value << 8 | byte, at + 9
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, at + place + 1
    raise Unreadable


def _signed(value: int) -> int:
    return value - 2**64 if value >= 2**63 else value


def _u32(data: bytes, at: int) -> int:
    if at + 4 > len(data):
        raise Unreadable
    return int.from_bytes(data[at : at + 4])
