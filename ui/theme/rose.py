"""The ceiling rose as a picture: carved from the ground that it lies on."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize
from PySide6.QtGui import QColor, QPixmap

from resources.files import read_text
from ui.theme.svg import render
from ui.theme.tokens import Tokens


def carved_rose(tokens: Tokens, ground: str, diameter: int, ratio: float, part: QRect) -> QPixmap:
    """Draw `part` of a rose that is `diameter` logical pixels across.

    `ground` is the colour it is carved from: "bg.page" or "bg.chrome".
    """
    svg = read_text("ceiling-rose.svg").replace("$(ground)", tokens.color(ground).name())
    return render(svg.replace("$(line)", carved_line(tokens, ground).name()), diameter, ratio, part)


def seen_from(room: QSize, corner: QPointF, diameter: int) -> QRect:
    """Return what of a rose lies inside the room: often less than half, and slow to draw."""
    view = QRectF(QPointF(0, 0), room.toSizeF()).translated(-corner)
    return QRect(0, 0, diameter, diameter) & view.toAlignedRect()


def carved_line(tokens: Tokens, ground: str) -> QColor:
    """Return the line's colour: strong on chrome, on the page halfway to the subtle one."""
    strong = tokens.color("line.strong")
    if ground == "bg.chrome":
        return strong
    subtle = tokens.color("line.subtle")
    return QColor(
        (strong.red() + subtle.red()) // 2,
        (strong.green() + subtle.green()) // 2,
        (strong.blue() + subtle.blue()) // 2,
    )
