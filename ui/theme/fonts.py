"""The bundled fonts: registered once, handed out by step of the type scale."""

import sys

from PySide6.QtGui import QFont, QFontDatabase

from resources.files import path
from ui.theme.tokens import Tokens


class FontRefused(Exception):
    """Qt couldn't read a bundled font; the installation is damaged."""


def register_fonts() -> None:
    """Make the bundled fonts known to this application (all ten weights take about 5 ms)."""
    for file in sorted(path("fonts").glob("*.ttf")):
        if QFontDatabase.addApplicationFont(str(file)) < 0:
            raise FontRefused(file.name)


def font_for(tokens: Tokens, style: str, *, strong: bool = False) -> QFont:
    """Return the font of a step of the type scale, in pixels; `strong` makes it semibold."""
    step = tokens.type_style(style)
    font = QFont(list(step.families))
    font.setPixelSize(step.size)
    font.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight(step.weight))
    font.setItalic(step.italic)
    if sys.platform != "win32":
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font
