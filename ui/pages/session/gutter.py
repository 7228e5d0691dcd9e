"""Beside the text: when each paragraph was begun, and its mark as an icon and a line."""

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QTextBlock, QTextDocument

from ui.pages.session.block_format import line_of
from ui.pages.session.marks import MarkLook, look_of
from ui.pages.session.sheet import Sheet
from ui.theme.switcher import Theme
from ui.words.dates import clock_time


def paint_gutter(
    painter: QPainter, document: QTextDocument, theme: Theme, sheet: Sheet, seen: QRectF
) -> None:
    """Paints what belongs to the blocks within `seen`, in the document's coordinates."""
    painter.setFont(theme.font("caption"))
    for block, place in _blocks_within(document, sheet, seen):
        line = line_of(block)
        look = look_of(line.mark)
        if look is not None:
            _paint_rule(painter, theme, sheet, place, look, continued=line.continued)
        if line.continued:
            continue
        beginning = QRectF(0, place.top(), sheet.time, sheet.line)
        if look is not None:
            _paint_icon(painter, theme, sheet, beginning, look)
        if line.at is not None and line.text:
            painter.setPen(theme.tokens.color("ink.tertiary"))
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(beginning, right, clock_time(line.at))


def _blocks_within(
    document: QTextDocument, sheet: Sheet, seen: QRectF
) -> Iterator[tuple[QTextBlock, QRectF]]:
    layout = document.documentLayout()
    block = document.findBlockByNumber(_first_reaching(document, seen.top()))
    while block.isValid():
        place = layout.blockBoundingRect(block)
        if place.top() > seen.bottom():
            return
        place.setHeight(block.layout().lineCount() * sheet.line)
        place.translate(0, sheet.drop)
        yield block, place
        block = block.next()


def _first_reaching(document: QTextDocument, y: float) -> int:
    """The number of the first block that ends below `y`; the last one if none does."""
    layout = document.documentLayout()
    low, high = 0, document.blockCount() - 1
    while low < high:
        middle = (low + high) // 2
        if layout.blockBoundingRect(document.findBlockByNumber(middle)).bottom() < y:
            low = middle + 1
        else:
            high = middle
    return low


def _paint_rule(
    painter: QPainter, theme: Theme, sheet: Sheet, place: QRectF, look: MarkLook, *, continued: bool
) -> None:
    above = -sheet.rule_inset if continued else sheet.rule_inset
    rule = QRectF(sheet.rule, place.top(), sheet.rule_width, place.height())
    color = theme.tokens.color(f"{look.tone}.mark")
    painter.fillRect(rule.adjusted(0, above, 0, -sheet.rule_inset), color)


def _paint_icon(
    painter: QPainter, theme: Theme, sheet: Sheet, beginning: QRectF, look: MarkLook
) -> None:
    ratio = painter.device().devicePixelRatioF()
    pixmap = theme.pixmap(look.icon, f"{look.tone}.text", sheet.icon_size, ratio)
    top = beginning.top() + (sheet.line - sheet.icon_size) / 2
    painter.drawPixmap(QPointF(sheet.icon, round(top)), pixmap)
