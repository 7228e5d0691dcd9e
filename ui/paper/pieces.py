"""Pieces of a page that are never cut, and how they are put on pages."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from PySide6.QtGui import QPainter

Draw = Callable[[QPainter, float, float], None]


@dataclass(frozen=True)
class Piece:
    """Something that stays in one piece; lengths in units.

    `before` is the space above, dropped at the top of a page; `keep` holds it together with the
    next piece; `header` is drawn above it when it begins a page; `anchor` names it, so that its
    page can be told.
    """

    height: float
    draw: Draw
    before: float = 0
    keep: bool = False
    header: "Piece | None" = None
    anchor: str = ""
    new_page: bool = False


@dataclass(frozen=True)
class Placed:
    """A piece and its distance from the top of the page's body."""

    piece: Piece
    y: float


Page = tuple[Placed, ...]


def paginate(pieces: Sequence[Piece], height: float) -> tuple[Page, ...]:
    """The pieces on as many pages of `height` as they need; nothing reaches below a page.

    Pieces that are kept together move together, unless they are more than a page.
    """
    pages: list[list[Placed]] = [[]]
    y = 0.0
    for group in _groups(pieces):
        room = sum(piece.before + piece.height for piece in group)
        if group[0].new_page or y + room > height:
            y = _turn(pages)
        for piece in group:
            if y + piece.before + piece.height > height:
                y = _turn(pages)
            if pages[-1]:
                y += piece.before
            elif piece.header:
                pages[-1].append(Placed(piece.header, 0))
                y = piece.header.height
            pages[-1].append(Placed(piece, y))
            y += piece.height
    return tuple(tuple(page) for page in pages)


def page_of(pages: Sequence[Page]) -> dict[str, int]:
    """The page, from 1, on which each anchor lies."""
    return {
        placed.piece.anchor: number
        for number, page in enumerate(pages, 1)
        for placed in page
        if placed.piece.anchor
    }


def held_together(pieces: Sequence[Piece]) -> list[Piece]:
    """Lines of a paragraph: no page begins or ends with a single one of them."""
    last = len(pieces) - 1
    return [
        replace(piece, keep=piece.keep or at in (0, last - 1)) if at < last else piece
        for at, piece in enumerate(pieces)
    ]


def _turn(pages: list[list[Placed]]) -> float:
    if pages[-1]:
        pages.append([])
    return 0.0


def _groups(pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    group: list[Piece] = []
    for piece in pieces:
        group.append(piece)
        if not piece.keep:
            yield group
            group = []
    if group:
        yield group
