"""Paragraphs, tables and the letterhead come in pieces that a page can hold."""

from ui.paper.blocks import Column, Letterhead, Table, Text
from ui.paper.styles import BODY, COLUMN
from ui.paper.typesetting import UNITS, Typesetter

WIDTH = 300 * UNITS
PAGE = 400 * UNITS
COLUMNS = (Column("Left", 0.5), Column("Right", 0.5))


def test_a_paragraph_is_a_piece_for_each_line(setter: Typesetter) -> None:
    pieces = Text(BODY, "One\nTwo\nThree", before=6, anchor="here").pieces(setter, WIDTH, PAGE)
    assert [piece.height for piece in pieces] == [14 * UNITS] * 3
    assert pieces[0].before == 6 * UNITS
    assert [piece.anchor for piece in pieces] == ["here", "", ""]


def test_a_table_is_its_header_and_a_piece_for_each_row(setter: Typesetter) -> None:
    header, first, second = Table(COLUMNS, (("a", "b"), ("c", "d"))).pieces(setter, WIDTH, PAGE)
    assert header.keep
    assert header.header is None
    assert first.header is not None
    assert first.header is second.header


def test_the_repeated_header_brings_no_space_above(setter: Typesetter) -> None:
    header, row = Table(COLUMNS, (("a", "b"),), before=9).pieces(setter, WIDTH, PAGE)
    assert header.before == 9 * UNITS
    assert row.header is not None
    assert row.header.before == 0


def test_a_table_without_titles_has_no_header(setter: Typesetter) -> None:
    (row,) = Table((Column("", 1),), (("a",),)).pieces(setter, WIDTH, PAGE)
    assert row.header is None


def test_a_row_is_as_high_as_its_highest_cell(setter: Typesetter) -> None:
    _, row = Table(COLUMNS, (("a", "b\nc\nd"),)).pieces(setter, WIDTH, PAGE)
    assert row.height >= 3 * BODY.line * UNITS


def test_only_a_row_taller_than_a_page_is_cut(setter: Typesetter) -> None:
    header, *rows = Table(COLUMNS, (("x " * 2_000, "b"),)).pieces(setter, WIDTH, PAGE)
    assert len(rows) > 1
    assert all(header.height + row.height <= PAGE for row in rows)
    _, *whole = Table(COLUMNS, (("x " * 400, "b"),)).pieces(setter, WIDTH, PAGE)
    assert len(whole) == 1


def test_a_letterhead_never_takes_more_than_a_third_of_a_page(setter: Typesetter) -> None:
    head = Letterhead("P " * 500, ("street " * 200, "more " * 200))
    (piece,) = head.pieces(setter, WIDTH, PAGE)
    assert piece.height <= PAGE / 3


def test_a_header_is_set_smaller_than_its_rows() -> None:
    assert COLUMN.size < BODY.size
