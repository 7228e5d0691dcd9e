"""The Recovery Kit sheet: the 24 words on one page, with how to use them; no client data."""

from dataclasses import dataclass
from datetime import date

import segno
from PySide6.QtCore import QLineF, QRectF
from PySide6.QtGui import QPainter, QPainterPath, QPen

from ui.paper.blocks import Block, Letterhead, Text
from ui.paper.document import Foot, Known, PaintedDocument, lay_out
from ui.paper.pieces import Piece
from ui.paper.styles import (
    BODY,
    HEADING,
    KIT_NUMBER,
    KIT_WORD,
    NOTE,
    RULE,
    STATEMENT,
    STRONG,
    TITLE,
    PaperSize,
)
from ui.paper.typesetting import UNITS, Typesetter
from ui.paper.words import full_day
from ui.translation import translate

_COLUMNS = 4
_COLUMN_GAP = 18.0  # all in points
_WORD_ROW = 30.0
_NUMBER_WIDTH = 16.0
_NUMBER_GAP = 9.0
_QR = 56.0
_QR_GAP = 15.0
_SECTION = 24.0
_PARAGRAPH = 6.0


@dataclass(frozen=True)
class RecoveryKitSheet:
    """What stands on the sheet. It is the key in plain words: show and keep it accordingly."""

    vault_name: str
    kit_number: int
    made_on: date
    words: tuple[str, ...]

    def __repr__(self) -> str:
        return f"RecoveryKitSheet(kit_number={self.kit_number})"


def kit_title() -> str:
    """The document's title."""
    return translate("Paper", "Recovery Kit")


def kit_pages(kit: RecoveryKitSheet, size: PaperSize) -> PaintedDocument:
    """The sheet, to be printed or saved as PDF."""
    return lay_out(size, lambda _: _blocks(kit), lambda page, known: _foot(kit, page, known))


def qr_modules(kit_number: int) -> tuple[tuple[bool, ...], ...]:
    """The dark squares of a QR code that holds the kit's number and nothing else."""
    code = segno.make_qr(str(kit_number), error="h", boost_error=False)
    return tuple(tuple(bool(module) for module in row) for row in code.matrix)


@dataclass(frozen=True)
class _Words:
    """The words in four columns, read downwards, numbered."""

    words: tuple[str, ...]

    def pieces(self, setter: Typesetter, width: float, page_height: float) -> list[Piece]:
        """One piece: the words belong together."""
        del page_height
        gap, row = _COLUMN_GAP * UNITS, _WORD_ROW * UNITS
        column = (width - gap * (_COLUMNS - 1)) / _COLUMNS
        rows = -(-len(self.words) // _COLUMNS)
        numbers = [
            setter.lines(str(n), KIT_NUMBER, column)[0] for n in range(1, len(self.words) + 1)
        ]
        words = [setter.lines(word, KIT_WORD, column)[0] for word in self.words]
        pen = QPen(setter.color("line.strong"), RULE * UNITS)

        def draw(painter: QPainter, x: float, y: float) -> None:
            for at, (number, word) in enumerate(zip(numbers, words, strict=True)):
                left = x + at // rows * (column + gap)
                top = y + at % rows * row
                right = left + _NUMBER_WIDTH * UNITS
                inset = (row - word.height) / 2
                number.draw(painter, right - number.line.naturalTextWidth(), top + inset)
                word.draw(painter, right + _NUMBER_GAP * UNITS, top + inset)
                painter.setPen(pen)
                painter.drawLine(QLineF(left, top + row, left + column, top + row))

        return [Piece(rows * row, draw, before=_SECTION * UNITS)]


@dataclass(frozen=True)
class _KitNumber:
    """The QR code, and beside it what it holds."""

    kit_number: int

    def pieces(self, setter: Typesetter, width: float, page_height: float) -> list[Piece]:
        """One piece."""
        del page_height
        modules = qr_modules(self.kit_number)
        side, inset = _QR * UNITS, (_QR + _QR_GAP) * UNITS
        path = _squares(modules, side / len(modules))
        ink = setter.color("ink.primary")
        name = translate("Paper", "Kit {number}").format(number=self.kit_number)
        about = translate("Paper", "The square holds this number only, never the words.")
        lines = [
            *setter.lines(name, STRONG, width - inset),
            *setter.lines(about, NOTE, width - inset),
        ]
        text_height = sum(line.height for line in lines)

        def draw(painter: QPainter, x: float, y: float) -> None:
            painter.fillPath(path.translated(x, y), ink)
            level = y + (side - text_height) / 2
            for line in lines:
                line.draw(painter, x + inset, level)
                level += line.height

        return [Piece(max(side, text_height), draw, before=_SECTION * UNITS)]


def _squares(modules: tuple[tuple[bool, ...], ...], side: float) -> QPainterPath:
    """One path of all dark squares, so that no hairlines show between them."""
    path = QPainterPath()
    for y, row in enumerate(modules):
        for x, dark in enumerate(row):
            if dark:
                path.addRect(QRectF(x * side, y * side, side, side))
    return path.simplified()


def _blocks(kit: RecoveryKitSheet) -> list[Block]:
    made = translate("Paper", "Made on {day}").format(day=full_day(kit.made_on))
    opening = translate(
        "Paper",
        "These 24 words open this vault when nothing else does, and its backups on any computer. "
        "Nobody else has them, and nobody can reset them.",
    )
    how = (
        translate(
            "Paper",
            "1.  On the lock screen, choose “Use the Recovery Kit” or “Restore a backup”; type the "
            "words in this order.",
        ),
        translate(
            "Paper",
            "2.  Keep this sheet away from the computer, and don’t photograph it: whoever has the "
            "words can open the vault and its backups.",
        ),
        translate(
            "Paper",
            "3.  A newer kit replaces this one. These words then open only backups that it didn’t "
            "reach, and copies made before.",
        ),
    )
    return [
        Letterhead(kit.vault_name, (made,)),
        Text(TITLE, kit_title(), 25.5, keep=True),
        Text(STATEMENT, opening, 4.5),
        _Words(kit.words),
        _KitNumber(kit.kit_number),
        Text(HEADING, translate("Paper", "How to use it"), _SECTION, keep=True),
        *(Text(BODY, line, _PARAGRAPH) for line in how),
    ]


def _foot(kit: RecoveryKitSheet, page: int, known: Known) -> Foot:
    first = translate("Paper", "Recovery Kit {number}, made by Underrose. It holds no client data.")
    second = translate("Paper", "Backups open with these words, never with the vault’s passphrase.")
    number = translate("Paper", "Page {page} of {count}")
    return Foot(
        (first.format(number=kit.kit_number), second),
        number.format(page=page, count=known.pages),
    )
