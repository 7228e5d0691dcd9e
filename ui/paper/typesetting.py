"""Breaks text into lines and draws them, independent of any screen's resolution."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QTextLayout,
    QTextLine,
    QTextOption,
)

from ui.paper.styles import Style
from ui.theme.tokens import Tokens

UNITS = 20  # to a point: fonts have whole sizes, and 1,440 units to an inch suit PDF and printers
NO_LETTER = "□"


@dataclass
class Line:
    """One line of a paragraph, ready to be drawn; its layout is kept alive."""

    layout: QTextLayout
    line: QTextLine
    lift: float
    height: float
    color: QColor

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        """Draws the line with its top left corner at (x, y), in units."""
        painter.setPen(self.color)
        at = QPointF(x - self.line.position().x(), y + self.lift - self.line.position().y())
        self.line.draw(painter, at - QPointF(0, self.line.ascent()))


class Typesetter:
    """Sets paragraphs in the styles of the paper with the fonts of `tokens`."""

    def __init__(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self._fonts: dict[Style, QFont] = {}
        self._drawable: dict[str, bool] = {}

    @property
    def lost_letters(self) -> bool:
        """Whether a letter was met that no font of this computer has."""
        return not all(self._drawable.values())

    def color(self, role: str) -> QColor:
        """The colour of a token."""
        return self._tokens.color(role)

    def lines(
        self, text: str, style: Style, width: float, align: Qt.AlignmentFlag | None = None
    ) -> list[Line]:
        """The lines of `text` within `width` units; each break in `text` starts a new line."""
        lines: list[Line] = []
        for paragraph in text.splitlines() or [""]:
            lines += self._paragraph(self._shown(paragraph, style), style, width, align)
        return lines

    def width(self, text: str, style: Style) -> float:
        """How wide `text` is on one line, in units."""
        return max(line.line.naturalTextWidth() for line in self.lines(text, style, 1e6))

    def _paragraph(
        self, text: str, style: Style, width: float, align: Qt.AlignmentFlag | None
    ) -> list[Line]:
        font = self._font(style)
        layout = QTextLayout(text, font)
        layout.setTextOption(_option(align))
        metrics = QFontMetricsF(font)
        height = style.line * UNITS
        # The baseline of a line box that is `height` tall, whatever other font a letter came from.
        lift = (height - metrics.ascent() - metrics.descent()) / 2 + metrics.ascent()
        lines: list[Line] = []
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            lines.append(Line(layout, line, lift, height, self.color(style.ink)))
        layout.endLayout()
        return lines

    def _font(self, style: Style) -> QFont:
        if style not in self._fonts:
            font = QFont(list(self._tokens.type_style(style.family.value).families))
            font.setPixelSize(round(style.size * UNITS))
            font.setWeight(QFont.Weight(style.weight))
            font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
            for feature in (
                "liga",
                "clig",
            ):  # a joined "Th" or "fi" can't be searched for or copied
                font.setFeature(QFont.Tag(feature), 0)
            self._fonts[style] = font
        return self._fonts[style]

    def _shown(self, text: str, style: Style) -> str:
        """`text` with a box for every letter that no font has: PDF/A allows no missing glyph."""
        for letter in set(text) - self._drawable.keys():
            self._drawable[letter] = _has_glyph(letter, self._font(style))
        return "".join(letter if self._drawable[letter] else NO_LETTER for letter in text)


def _option(align: Qt.AlignmentFlag | None) -> QTextOption:
    option = QTextOption()
    option.setUseDesignMetrics(True)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    side = align or Qt.AlignmentFlag.AlignLeft
    option.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
    return option


def _has_glyph(letter: str, font: QFont) -> bool:
    layout = QTextLayout(letter, font)
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    return all(0 not in run.glyphIndexes() for run in layout.glyphRuns())
