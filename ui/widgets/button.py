"""Buttons: main, plain, quiet, removing and link, with an icon and a key cap if wanted."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QWidget,
)

from ui.theme.switcher import Theme
from ui.widgets.key_cap import cap_size, paint_cap


class ButtonKind(StrEnum):
    """What pressing it means; at most one MAIN on a screen."""

    MAIN = "main"
    PLAIN = "plain"
    QUIET = "quiet"
    REMOVING = "removing"
    LINK = "link"
    NOTICE = "notice"


class ButtonSize(StrEnum):
    """How tall it is."""

    SMALL = "small"
    NORMAL = "normal"
    TOUCH = "touch"


INKS = {
    ButtonKind.MAIN: "rose.onFill",
    ButtonKind.PLAIN: "ink.primary",
    ButtonKind.QUIET: "ink.secondary",
    ButtonKind.REMOVING: "brick.text",
    ButtonKind.LINK: "rose.text",
    ButtonKind.NOTICE: "ink.primary",
}
WEIGHTS = {
    ButtonKind.MAIN: QFont.Weight.DemiBold,
    ButtonKind.LINK: QFont.Weight.Normal,
    ButtonKind.NOTICE: QFont.Weight.DemiBold,
}


@dataclass(frozen=True)
class _Measure:
    height: str
    padding: int
    gap: int
    icon: int


MEASURES = {
    ButtonSize.SMALL: _Measure("controlSmall", 10, 6, 15),
    ButtonSize.NORMAL: _Measure("control", 14, 8, 17),
    ButtonSize.TOUCH: _Measure("controlTouch", 22, 8, 18),
}
# Links and the action of a notice stand among small words, without a box to fill.
BARE = {
    ButtonKind.LINK: _Measure("controlSmall", 4, 6, 15),
    ButtonKind.NOTICE: _Measure("chip", 4, 6, 15),
}


class Button(QPushButton):
    """A push button. The stylesheet draws its box; words, icon and key cap are painted here.

    A click with the mouse leaves the focus where it was, so that the ring is only seen by those
    who came with the keyboard.
    """

    def __init__(
        self,
        theme: Theme,
        text: str,
        kind: ButtonKind = ButtonKind.PLAIN,
        *,
        size: ButtonSize = ButtonSize.NORMAL,
        icon: str = "",
        trailing_icon: str = "",
        keys: str = "",
        ink: str = "",
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Make a button; one without `text` needs a `name` for screen readers.

        `keys` is a portable shortcut to show ("Ctrl+N"), `ink` a colour other than the kind's.
        """
        super().__init__(text, parent)
        self._theme = theme
        self._kind = kind
        self._measure = BARE.get(kind, MEASURES[size])
        self._size = ButtonSize.SMALL if kind in BARE else size
        self._icon_name = icon
        self._trailing_icon = trailing_icon
        self._keys = keys
        self._ink = ink or INKS[kind]
        self.setProperty("kind", kind.value)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        if kind is ButtonKind.LINK:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(name or text)
        if name and not text:
            self.setToolTip(name)

    def set_text(self, text: str) -> None:
        """Change the words, on screen and for screen readers."""
        self.setText(text)
        self.setAccessibleName(text)

    def set_icon(self, icon: str) -> None:
        """Show another icon, or none for ""."""
        self._icon_name = icon
        self.updateGeometry()
        self.update()

    def set_available(self, available: bool, why_not: str = "") -> None:
        """Enable or disable; `why_not` is the tool tip while disabled."""
        self.setEnabled(available)
        tip = self.accessibleName() if not self.text() else ""
        self.setToolTip(tip if available else why_not)

    def sizeHint(self) -> QSize:
        self.ensurePolished()
        width = self._content_width() + 2 * self._measure.padding + 2
        return QSize(width, self._theme.tokens.size(self._measure.height))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        self.style().drawControl(QStyle.ControlElement.CE_PushButtonBevel, option, painter, self)
        self._paint_content(painter)
        painter.end()

    def _paint_content(self, painter: QPainter) -> None:
        tokens = self._theme.tokens
        role = self._ink if self.isEnabled() else "ink.disabled"
        x = (self.width() - self._content_width()) / 2
        middle = self.height() / 2
        if self._icon_name:
            x = self._paint_icon(painter, self._icon_name, role, x)
        if self.text():
            font = self._text_font()
            painter.setFont(font)
            painter.setPen(tokens.color(role))
            width = QFontMetrics(font).horizontalAdvance(self.text())
            room = QRectF(x, 0, width + 1, self.height())
            flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
            painter.drawText(room, int(flags) | int(Qt.TextFlag.TextSingleLine), self.text())
            x += width + self._measure.gap
        if self._trailing_icon:
            x = self._paint_icon(painter, self._trailing_icon, role, x)
        if self._keys:
            cap = cap_size(self._theme, self._keys)
            place = QRectF(QPointF(round(x), round(middle - cap.height() / 2)), cap)
            paint_cap(painter, self._theme, place, self._keys, self._cap_ink())

    def _paint_icon(self, painter: QPainter, icon: str, role: str, x: float) -> float:
        size = self._icon_size()
        pixmap = self._theme.pixmap(icon, role, size, self.devicePixelRatio())
        painter.drawPixmap(QPointF(round(x), round((self.height() - size) / 2)), pixmap)
        return x + size + self._measure.gap

    def _cap_ink(self) -> QColor:
        if not self.isEnabled():
            return self._theme.tokens.color("ink.disabled")
        role = "rose.onFill" if self._kind is ButtonKind.MAIN else "ink.tertiary"
        return self._theme.tokens.color(role)

    def _content_width(self) -> int:
        widths: list[int] = []
        if self._icon_name:
            widths.append(self._icon_size())
        if self.text():
            widths.append(QFontMetrics(self._text_font()).horizontalAdvance(self.text()))
        if self._trailing_icon:
            widths.append(self._icon_size())
        if self._keys:
            widths.append(cap_size(self._theme, self._keys).width())
        return sum(widths) + self._measure.gap * (len(widths) - 1)

    def _icon_size(self) -> int:
        return self._theme.tokens.scaled(self._measure.icon)

    def _text_font(self) -> QFont:
        small = self._size is ButtonSize.SMALL
        font = self._theme.font("small" if small else "body")
        if self._size is ButtonSize.TOUCH:
            font.setPixelSize(self._theme.tokens.scaled(16))
        font.setWeight(WEIGHTS.get(self._kind, QFont.Weight.Medium))
        return font
