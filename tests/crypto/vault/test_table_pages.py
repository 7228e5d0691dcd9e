"""Bytes that are no page of a table, or hardly one: told, never a crash, never a loop."""

from hypothesis import given
from hypothesis import strategies as st

from crypto.vault.page_reader import USABLE_BYTES
from crypto.vault.table_pages import cells, children, is_leaf


def leaf(cell: bytes, at: int = 2000) -> bytes:
    """A page with one cell."""
    page = bytearray(USABLE_BYTES)
    page[:10] = bytes((0x0D, 0, 0, 0, 1)) + at.to_bytes(2) + b"\0" + at.to_bytes(2)
    page[at : at + len(cell)] = cell
    return bytes(page)


def nothing(_number: int) -> bytes | None:
    return None


def test_a_row_is_read() -> None:
    record = bytes((4, 0, 1, 17)) + b"\x05" + b"hi"  # NULL, 5, "hi"
    (cell,) = cells(leaf(bytes((len(record), 9)) + record), 2, nothing)
    assert cell is not None
    assert cell == (9, (None, 5, "hi"), True)


def test_a_row_with_bytes_left_over_is_none() -> None:
    record = bytes((2, 1)) + b"\x05\x06"
    assert list(cells(leaf(bytes((len(record), 9)) + record), 2, nothing)) == [None]


def test_text_that_is_no_text_is_none() -> None:
    record = bytes((2, 17)) + b"\xff\xff"
    assert list(cells(leaf(bytes((len(record), 9)) + record), 2, nothing)) == [None]


def test_a_float_is_none_since_no_table_has_one() -> None:
    record = bytes((2, 7)) + bytes(8)
    assert list(cells(leaf(bytes((len(record), 9)) + record), 2, nothing)) == [None]


@given(st.binary(min_size=USABLE_BYTES, max_size=USABLE_BYTES), st.sampled_from([1, 2]))
def test_any_page_is_read_to_its_end(page: bytes, number: int) -> None:
    begin = 100 if number == 1 else 0
    for kind in (0x0D, 0x05):
        odd = page[:begin] + bytes((kind,)) + page[begin + 1 :]
        assert is_leaf(odd, number) == (kind == 0x0D)
        list(cells(odd, number, lambda _: page))
        children(odd, number)


@given(st.binary(max_size=200))
def test_any_cell_is_read_or_none(cell: bytes) -> None:
    list(cells(leaf(cell), 2, lambda _: bytes(USABLE_BYTES)))
