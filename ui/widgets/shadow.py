"""The soft shadow under pop-ups, dialogs and sheets."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QRegion

from ui.theme.tokens import Tokens

STEPS = 14


def paint_shadow(painter: QPainter, tokens: Tokens, panel: QRect, elevation: str) -> None:
    """Paint the shadow of `panel`, which is drawn over it; elevations are "popup" and "dialog".

    The blur is a ramp of thin layers around the edge; under the panel itself nothing is painted.
    """
    shade = tokens.elevation(elevation)
    radius = tokens.radius("dialog")
    layer = QColor(shade.color)
    layer.setAlphaF(shade.color.alphaF() / STEPS)
    inside = panel.adjusted(radius, radius, -radius, -radius)
    painter.save()
    painter.setClipRegion(QRegion(painter.viewport()) - QRegion(inside))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(layer)
    for step in range(STEPS):
        spread = shade.blur * (0.5 - (step + 0.5) / STEPS)
        box = QRectF(panel).adjusted(-spread, -spread, spread, spread)
        box.translate(0, shade.y)
        corner = max(radius + spread, 1)
        painter.drawRoundedRect(box, corner, corner)
    painter.restore()
