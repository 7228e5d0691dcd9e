"""The box in the sidebar that opens the palette: it looks like a field and works like a button."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui.theme.switcher import Theme
from ui.translation import translate
from ui.widgets.key_cap import cap_size, paint_cap

PADDING = 8
GAP = 8
ICON = 16


class FindBox(QAbstractButton):
    """A magnifier, words and the palette's key; narrow, the magnifier alone."""

    def __init__(self, theme: Theme, keys: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._keys = keys
        self._narrow = False
        self.setText(translate("FindBox", "Search or jump to"))
        self.setAccessibleName(self.text())
        self.setObjectName("sidebar.find")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def set_narrow(self, narrow: bool) -> None:
        """Shows the magnifier alone; the words become a tool tip."""
        self._narrow = narrow
        self.setToolTip(self.text() if narrow else "")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(2 * PADDING + ICON, self._theme.tokens.size("navRow"))

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = self._theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = self.hasFocus()
        line = tokens.line("focus") if focused else tokens.line("hair")
        painter.setPen(QPen(tokens.color("focus" if focused else "line.strong"), line))
        painter.setBrush(tokens.color("bg.hover" if self.underMouse() else "bg.page"))
        inset = line / 2
        radius = tokens.radius("control")
        box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(box, radius, radius)
        self._paint_content(painter)
        painter.end()

    def _paint_content(self, painter: QPainter) -> None:
        side = self._theme.tokens.scaled(ICON)
        left = (self.width() - side) // 2 if self._narrow else PADDING
        ratio = self.devicePixelRatio()
        pixmap = self._theme.pixmap("search", "ink.tertiary", side, ratio)
        painter.drawPixmap(QPointF(left, (self.height() - side) // 2), pixmap)
        if self._narrow:
            return
        ink = self._theme.tokens.color("ink.tertiary")
        cap = cap_size(self._theme, self._keys)
        cap_left = self.width() - PADDING - cap.width()
        top = round((self.height() - cap.height()) / 2)
        paint_cap(painter, self._theme, QRectF(QPointF(cap_left, top), cap), self._keys, ink)
        font = self._theme.font("small")
        painter.setFont(font)
        painter.setPen(ink)
        start = left + side + GAP
        room = QRectF(start, 0, max(0, cap_left - GAP - start), self.height())
        words = QFontMetrics(font).elidedText(
            self.text(), Qt.TextElideMode.ElideRight, int(room.width())
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)
