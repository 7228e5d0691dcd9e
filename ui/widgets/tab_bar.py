"""Tabs with a line under the current one and a count beside the name."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QFont, QFontMetrics, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QTabBar, QWidget

from ui.theme.switcher import Theme

HEIGHT = 38
GAP = 24  # between tabs
COUNT_GAP = 6


class TabBar(QTabBar):
    """Arrow keys move along the tabs; the pages live in a QStackedWidget of the caller's."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        """Make an empty bar; `name` is for screen readers."""
        super().__init__(parent)
        self._theme = theme
        self._counts: dict[int, int] = {}
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(False)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(name)
        self._hovered = -1

    def add(self, text: str) -> int:
        """Add a tab; return its index."""
        return self.addTab(text)

    def set_count(self, index: int, count: int | None) -> None:
        """Show a number beside a tab's name, or none."""
        if count is None:
            self._counts.pop(index, None)
        else:
            self._counts[index] = count
        name = self.tabText(index)
        self.setAccessibleTabName(index, name if count is None else f"{name}, {count}")
        # Asking for the same text again makes the bar measure its tabs anew.
        self.setTabText(index, name)
        self.updateGeometry()
        self.update()

    def tabSizeHint(self, index: int) -> QSize:
        width = QFontMetrics(self._font(chosen=True)).horizontalAdvance(self.tabText(index))
        if index in self._counts:
            metrics = QFontMetrics(self._theme.font("caption"))
            width += COUNT_GAP + metrics.horizontalAdvance(str(self._counts[index]))
        gap = 0 if index == self.count() - 1 else GAP
        return QSize(width + gap, self._theme.tokens.scaled(HEIGHT))

    def minimumTabSizeHint(self, index: int) -> QSize:
        return self.tabSizeHint(index)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self.tabAt(event.position().toPoint()))
        super().mouseMoveEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._hover(self.tabAt(event.position().toPoint()))
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(-1)
        super().leaveEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        tokens = self._theme.tokens
        base = self.height() - 0.5
        painter.setPen(QPen(tokens.color("line.subtle"), 1))
        painter.drawLine(QPointF(0, base), QPointF(self.width(), base))
        for index in range(self.count()):
            self._paint_tab(painter, index)
        painter.end()

    def _paint_tab(self, painter: QPainter, index: int) -> None:
        tokens = self._theme.tokens
        chosen = index == self.currentIndex()
        tab = QRectF(self.tabRect(index))
        if index < self.count() - 1:
            tab.setWidth(tab.width() - GAP)
        font = self._font(chosen=chosen)
        lit = chosen or index == self._hovered
        painter.setFont(font)
        painter.setPen(tokens.color("ink.primary" if lit else "ink.secondary"))
        left = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(tab, left, self.tabText(index))
        if index in self._counts:
            width = QFontMetrics(font).horizontalAdvance(self.tabText(index))
            painter.setFont(self._theme.font("caption"))
            painter.setPen(tokens.color("ink.tertiary"))
            place = tab.adjusted(width + COUNT_GAP, 0, 0, 0)
            painter.drawText(place, left, str(self._counts[index]))
        if chosen:
            line = QRectF(tab.x(), self.height() - 2, tab.width(), 2)
            painter.fillRect(line, tokens.color("rose.fill"))
            if self.hasFocus():
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                painter.setPen(QPen(tokens.color("focus"), tokens.line("focus")))
                ring = tab.adjusted(1, 5, -1, -5)
                painter.drawRoundedRect(ring, tokens.radius("key"), tokens.radius("key"))

    def _font(self, *, chosen: bool) -> QFont:
        return self._theme.font("body", strong=chosen)

    def _hover(self, index: int) -> None:
        if index != self._hovered:
            self._hovered = index
            self.update()
