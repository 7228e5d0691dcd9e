"""A button of the foot: marks the paragraph being written, and shows whether it is marked."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from ui.pages.session.marks import MarkLook
from ui.theme.switcher import Theme
from ui.translation import translate
from ui.widgets.key_cap import cap_size, paint_cap

HEIGHT = 32  # logical pixels at 100 % text, as all below
PADDING = 10
GAP = 7
ICON = 16


class MarkButton(QAbstractButton):
    """Icon in the mark's colour, name and key; filled with the mark's tone while it is on."""

    def __init__(self, theme: Theme, look: MarkLook, keys: str) -> None:
        """`keys` is the portable shortcut to show."""
        super().__init__()
        self._theme = theme
        self._look = look
        self._keys = keys
        self.setText(translate("SessionMark", look.title))
        self.setAccessibleName(translate("SessionMark", look.button))
        self.setObjectName(f"session.mark.{look.mark.value}")
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        cap = cap_size(self._theme, self._keys)
        words = QFontMetrics(self._font()).horizontalAdvance(self.text())
        scaled = self._theme.tokens.scaled
        width = 2 * PADDING + scaled(ICON) + GAP + words + GAP + cap.width()
        return QSize(width, scaled(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = self._theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_box(painter)
        role = f"{self._look.tone}.text" if self.isEnabled() else "ink.disabled"
        size = tokens.scaled(ICON)
        pixmap = self._theme.pixmap(self._look.icon, role, size, self.devicePixelRatioF())
        painter.drawPixmap(QPointF(PADDING, round((self.height() - size) / 2)), pixmap)
        painter.setFont(self._font())
        painter.setPen(tokens.color("ink.primary" if self.isEnabled() else "ink.disabled"))
        room = QRectF(self.rect()).adjusted(PADDING + size + GAP, 0, 0, 0)
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(room, int(left) | int(Qt.TextFlag.TextSingleLine), self.text())
        cap = cap_size(self._theme, self._keys)
        place = QPointF(self.width() - PADDING - cap.width(), (self.height() - cap.height()) // 2)
        ink = tokens.color("ink.tertiary" if self.isEnabled() else "ink.disabled")
        paint_cap(painter, self._theme, QRectF(place, cap), self._keys, ink)
        painter.end()

    def _paint_box(self, painter: QPainter) -> None:
        tokens = self._theme.tokens
        edge, width = self._edge(), tokens.line("control")
        if self.hasFocus():
            edge, width = tokens.color("focus"), tokens.line("focus")
        painter.setPen(QPen(edge, width))
        painter.setBrush(tokens.color(self._fill()))
        half = width / 2
        radius = tokens.radius("control")
        painter.drawRoundedRect(
            QRectF(self.rect()).adjusted(half, half, -half, -half), radius, radius
        )

    def _fill(self) -> str:
        if not self.isEnabled():
            return "bg.disabled"
        if self.isDown():
            return "bg.hover"
        if self.isChecked():
            return f"{self._look.tone}.soft"
        return "bg.rowHover" if self.underMouse() else "bg.surface"

    def _edge(self) -> QColor:
        on = self.isChecked() and self.isEnabled()
        return self._theme.tokens.color(f"{self._look.tone}.mark" if on else "line.control")

    def _font(self) -> QFont:
        return self._theme.font("small")
