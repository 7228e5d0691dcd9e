"""Words in a table's cell that go on in the next line, so that nothing on record is cut short."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QTextLayout, QTextOption

from ui.theme.switcher import Theme


def words_height(theme: Theme, text: str, style: str, width: float, *, strong: bool = False) -> int:
    """How high `text` becomes in a cell `width` wide."""
    return _laid_out(theme, text, style, width, strong=strong)[1]


def paint_words(
    painter: QPainter,
    theme: Theme,
    room: QRectF,
    text: str,
    style: str,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    *,
    strong: bool = False,
) -> None:
    """Writes `text` into `room`, in the middle of its height, with the painter's pen."""
    layout, height = _laid_out(theme, text, style, room.width(), align, strong=strong)
    layout.draw(painter, QPointF(room.left(), room.center().y() - height / 2))


def _laid_out(
    theme: Theme,
    text: str,
    style: str,
    width: float,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    *,
    strong: bool,
) -> tuple[QTextLayout, int]:
    """The lines of `text` on the type style's own line height, and how high they are together."""
    option = QTextOption(align)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout = QTextLayout(text, theme.font(style, strong=strong))
    layout.setTextOption(option)
    step, height = theme.tokens.type_style(style).line, 0
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, 1))
        line.setPosition(QPointF(0, height + (step - line.height()) / 2))
        height += step
    layout.endLayout()
    return layout, max(height, step)
