"""How hard a passphrase is to guess: four short bars and words beside them."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ui.theme.switcher import Theme
from ui.widgets.text import Text

STEPS = 4
BAR = QSize(28, 5)
GAP = 3


class _Bars(QWidget):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.score = 0
        self.tone = "leaf"
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(STEPS * BAR.width() + (STEPS - 1) * GAP, BAR.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._theme.tokens.color("line.subtle"))
        for step in range(STEPS):
            role = f"{self.tone}.mark" if step < self.score else "line.strong"
            color = self._theme.tokens.color(role)
            painter.setPen(color)
            painter.setBrush(color)
            left = step * (BAR.width() + GAP)
            bar = QRectF(left + 0.5, 0.5, BAR.width() - 1, BAR.height() - 1)
            painter.drawRoundedRect(bar, 2, 2)
        painter.end()


class StrengthBar(QWidget):
    """Four bars and a sentence. The sentence carries the meaning, the bars repeat it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._bars = _Bars(theme)
        self._words = Text("", "caption", "tertiary", wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._bars)
        row.addWidget(self._words, 1)

    def show_strength(self, score: int, words: str) -> None:
        """Fill `score` of four bars and say `words`; one or two bars are ochre."""
        self._bars.score = score
        self._bars.tone = "leaf" if score > STEPS // 2 else "ochre"
        self._bars.update()
        self._words.setText(words)
        self._bars.setAccessibleName(words)
