"""What a document is written in: paragraphs, tables and the letterhead."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import Protocol

from PySide6.QtCore import QByteArray, QLineF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtSvg import QSvgRenderer

from resources.files import read_bytes
from ui.paper.pieces import Piece, held_together
from ui.paper.styles import BODY, COLUMN, HEADER_RULE, NAME, NOTE, RULE, Style
from ui.paper.typesetting import UNITS, Line, Typesetter

_CELL_PADDING = 4.5  # above and below a cell's text, in points
_COMPACT_PADDING = 2.0
_CELL_GAP = 7.5
_HEADER_PADDING = 3.75
_ROSE = 18.0
_ROSE_GAP = 6.0


class Block(Protocol):
    """Anything that can be set in a column `width` units wide."""

    def pieces(self, setter: Typesetter, width: float, page_height: float) -> list[Piece]:
        """The block in pieces, none of them taller than `page_height` units."""
        ...


@dataclass(frozen=True)
class Text:
    """A paragraph or heading; `before` is the space above in points."""

    style: Style
    text: str
    before: float = 0
    keep: bool = False
    anchor: str = ""
    new_page: bool = False

    def pieces(self, setter: Typesetter, width: float, page_height: float) -> list[Piece]:
        """A piece for each line."""
        del page_height
        lines = setter.lines(self.text, self.style, width)
        pieces = held_together([Piece(line.height, line.draw, keep=self.keep) for line in lines])
        pieces[0] = replace(
            pieces[0],
            before=self.before * UNITS,
            anchor=self.anchor,
            new_page=self.new_page,
        )
        return pieces


@dataclass(frozen=True)
class Column:
    """A table's column: its title, its share of the width, and how its cells are set."""

    title: str
    share: float
    style: Style = BODY


@dataclass(frozen=True)
class Table:
    """Rows under a header that is repeated on each page; without titles there is no header."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    compact: bool = False
    before: float = 4.5

    def pieces(self, setter: Typesetter, width: float, page_height: float) -> list[Piece]:
        """The header, then a piece for each row; a row taller than a page is cut by lines."""
        widths = [width * column.share for column in self.columns]
        padding = (_COMPACT_PADDING if self.compact else _CELL_PADDING) * UNITS
        hair = QPen(setter.color("line.strong"), RULE * UNITS)
        header = self._header(setter, widths)
        room = page_height - (header.height if header else 0) - 2 * padding
        pieces = [replace(header, keep=True)] if header else []
        for row in self.rows:
            cells = [
                setter.lines(text, column.style, own - _CELL_GAP * UNITS)
                for text, column, own in zip(row, self.columns, widths, strict=True)
            ]
            pieces += [
                replace(_row(part, widths, padding, hair), header=header)
                for part in _cut(cells, room)
            ]
        pieces[0] = replace(pieces[0], before=self.before * UNITS)
        return pieces

    def _header(self, setter: Typesetter, widths: Sequence[float]) -> Piece | None:
        if not any(column.title for column in self.columns):
            return None
        titles = [
            setter.lines(column.title, COLUMN, own)
            for column, own in zip(self.columns, widths, strict=True)
        ]
        pen = QPen(setter.color("ink.primary"), HEADER_RULE * UNITS)
        return _row(titles, widths, _HEADER_PADDING * UNITS, pen)


@dataclass(frozen=True)
class Letterhead:
    """The rose with the practice's name at the left; who and where at the right."""

    name: str
    right: tuple[str, ...]

    def pieces(self, setter: Typesetter, width: float, page_height: float) -> list[Piece]:
        """One piece; lines that would fill the page are left out."""
        most = int(page_height / 3 / (NAME.line * UNITS))
        inset = (_ROSE + _ROSE_GAP) * UNITS
        name = setter.lines(self.name, NAME, width / 2 - inset)[:most]
        right = setter.lines("\n".join(self.right), NOTE, width / 2, Qt.AlignmentFlag.AlignRight)
        right = right[:most]
        rose = QSvgRenderer(QByteArray(read_bytes("icon.svg")))

        def draw(painter: QPainter, x: float, y: float) -> None:
            rose.render(painter, QRectF(x, y, _ROSE * UNITS, _ROSE * UNITS))
            _draw_lines(painter, name, x + inset, y + (_ROSE - NAME.line) / 2 * UNITS)
            _draw_lines(painter, right, x + width / 2, y)

        height = max(_ROSE * UNITS, _height(name), _height(right))
        return [Piece(height, draw)]


def _row(
    cells: Sequence[Sequence[Line]], widths: Sequence[float], padding: float, pen: QPen
) -> Piece:
    height = 2 * padding + max(_height(cell) for cell in cells) + pen.widthF()

    def draw(painter: QPainter, x: float, y: float) -> None:
        left = x
        for cell, own in zip(cells, widths, strict=True):
            _draw_lines(painter, cell, left, y + padding)
            left += own
        painter.setPen(pen)
        level = y + height - pen.widthF() / 2
        painter.drawLine(QLineF(x, level, left, level))

    return Piece(height, draw)


def _cut(cells: Sequence[list[Line]], room: float) -> list[tuple[list[Line], ...]]:
    """The row as it is, or in as many parts as pages need when it is taller than one."""
    if max(_height(cell) for cell in cells) <= room:
        return [tuple(cells)]
    most = int(room / max(line.height for cell in cells for line in cell))
    parts = [[cell[at : at + most] for at in range(0, len(cell), most)] for cell in cells]
    return list(zip_longest(*parts, fillvalue=[]))


def _draw_lines(painter: QPainter, lines: Sequence[Line], x: float, y: float) -> None:
    for line in lines:
        line.draw(painter, x, y)
        y += line.height


def _height(lines: Sequence[Line]) -> float:
    return sum(line.height for line in lines)
