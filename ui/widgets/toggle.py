"""What check boxes, radio buttons and switches have in common: room, words and a painted mark."""

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QAbstractButton

from ui.theme.switcher import Theme
from ui.widgets.indicators import Mark

RING = 3  # logical pixels that the focus ring needs around an indicator
GAP = 8


def toggle_hint(button: QAbstractButton, theme: Theme, indicator: QSize) -> QSize:
    """Return the room for an indicator, its ring and the button's words."""
    width = indicator.width() + 2 * RING
    if button.text():
        width += GAP + QFontMetrics(theme.font("body")).horizontalAdvance(button.text())
    height = max(indicator.height() + 2 * RING, theme.tokens.type_style("body").line)
    return QSize(width, height)


def toggle_mark(button: QAbstractButton, *, kept: bool = False) -> Mark:
    """Return the state to paint."""
    return Mark(
        on=button.isChecked(),
        enabled=button.isEnabled(),
        hovered=button.underMouse(),
        focused=button.hasFocus(),
        kept=kept,
    )


def indicator_box(button: QAbstractButton, indicator: QSize) -> QRectF:
    """Return where the indicator is painted."""
    top = (button.height() - indicator.height()) / 2
    return QRectF(QPointF(RING, round(top)), indicator)


def paint_words(button: QAbstractButton, painter: QPainter, theme: Theme, indicator: QSize) -> None:
    """Paint the button's words beside its indicator."""
    role = "ink.primary" if button.isEnabled() else "ink.disabled"
    painter.setPen(theme.tokens.color(role))
    painter.setFont(theme.font("body"))
    left = indicator.width() + 2 * RING + GAP
    room = QRect(QPoint(left, 0), button.size() - QSize(left, 0))
    flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
    painter.drawText(room, int(flags) | int(Qt.TextFlag.TextSingleLine), button.text())
