"""The title of a page: one line of the type scale's height, shortened when there is no room."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.switcher import Theme
from ui.widgets.text import Text


class PageTitle(Text):
    """A long name ends in "…" and stands in full in the tooltip and for screen readers."""

    def __init__(
        self, theme: Theme, text: str = "", style: str = "title", parent: QWidget | None = None
    ) -> None:
        """Show `text` in a step of the type scale: "display", "title" or "titleSmall"."""
        super().__init__(text, style, parent=parent)
        self._theme = theme
        self._style = style
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self._theme.font(self._style))
        line = self._theme.tokens.type_style(self._style).line
        return QSize(metrics.horizontalAdvance(self.text()) + 2, line)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        font = self._theme.font(self._style)
        shown = QFontMetrics(font).elidedText(
            self.text(), Qt.TextElideMode.ElideRight, self.width()
        )
        self.setToolTip("" if shown == self.text() else self.text())
        painter = QPainter(self)
        painter.setFont(font)
        painter.setPen(self._theme.tokens.color("ink.primary"))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(self.rect(), int(flags) | int(Qt.TextFlag.TextSingleLine), shown)
        painter.end()
