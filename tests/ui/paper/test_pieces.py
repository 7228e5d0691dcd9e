"""Pieces are put on pages without being cut, lost or pushed over an edge."""

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QPainter

from ui.paper.pieces import Page, Piece, held_together, page_of, paginate


def _nothing(painter: QPainter, x: float, y: float) -> None:
    del painter, x, y


def piece(height: float = 10, **more: object) -> Piece:
    return Piece(height, _nothing, **more)  # pyright: ignore[reportArgumentType]


def heights(pages: tuple[Page, ...]) -> list[list[float]]:
    return [[placed.piece.height for placed in page] for page in pages]


def test_a_page_is_filled_before_the_next_begins() -> None:
    assert heights(paginate([piece()] * 5, 30)) == [[10, 10, 10], [10, 10]]


def test_space_above_is_dropped_at_the_top_of_a_page() -> None:
    first, second = paginate([piece(20), piece(20, before=5)], 30)
    assert [placed.y for placed in first] == [0]
    assert [placed.y for placed in second] == [0]


def test_a_heading_moves_on_with_what_it_heads() -> None:
    pages = paginate([piece(15), piece(5, keep=True), piece(15)], 30)
    assert heights(pages) == [[15], [5, 15]]


def test_more_than_a_page_kept_together_flows_on() -> None:
    pages = paginate([piece(20, keep=True), piece(20, keep=True), piece(20)], 30)
    assert heights(pages) == [[20], [20], [20]]


def test_a_header_is_repeated_at_the_top_of_each_further_page() -> None:
    header = piece(4)
    rows = [piece(10, header=header) for _ in range(5)]
    pages = paginate([piece(4, keep=True), *rows], 25)
    assert heights(pages) == [[4, 10, 10], [4, 10, 10], [4, 10]]
    assert pages[1][0].piece is header


def test_what_asks_for_a_new_page_gets_one() -> None:
    pages = paginate([piece(), piece(new_page=True, anchor="there"), piece()], 100)
    assert heights(pages) == [[10], [10, 10]]
    assert page_of(pages) == {"there": 2}


def test_the_last_of_pieces_with_one_anchor_tells_its_page() -> None:
    pages = paginate([piece(anchor="a"), piece(anchor="a")], 10)
    assert page_of(pages) == {"a": 2}


def test_no_page_begins_or_ends_with_a_single_line_of_a_paragraph() -> None:
    lines = held_together([piece() for _ in range(4)])
    assert [line.keep for line in lines] == [True, False, True, False]
    assert heights(paginate([piece(), *lines], 20)) == [[10], [10, 10], [10, 10]]


@given(
    st.lists(
        st.builds(
            piece,
            st.floats(1, 40),
            before=st.floats(0, 20),
            keep=st.booleans(),
            header=st.sampled_from([None, piece(5)]),
            new_page=st.booleans(),
        ),
        max_size=60,
    )
)
def test_nothing_is_lost_swapped_or_pushed_over_the_edge(pieces: list[Piece]) -> None:
    pages = paginate(pieces, 50)
    headers = {id(one.header) for one in pieces}
    placed = [one.piece for page in pages for one in page if id(one.piece) not in headers]
    assert placed == pieces
    for page in pages:
        y = 0.0
        for one in page:
            assert one.y >= y
            y = one.y + one.piece.height
        assert y <= 50
