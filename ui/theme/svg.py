"""A square SVG as a pixmap, or a part of it."""

from PySide6.QtCore import QByteArray, QRect, QRectF
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer


def render(svg: str, size: int, ratio: float, part: QRect | None = None) -> QPixmap:
    """Draw the square `svg`, `size` logical pixels wide, or a part of it, on transparent ground."""
    part = part or QRect(0, 0, size, size)
    pixmap = QPixmap(round(part.width() * ratio), round(part.height() * ratio))
    pixmap.setDevicePixelRatio(ratio)
    # Not by its name, which takes 12 ms to load: the first picture need not wait for that.
    pixmap.fill(QColor.fromRgba(0))
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(-part.x(), -part.y(), size, size))
    painter.end()
    return pixmap
