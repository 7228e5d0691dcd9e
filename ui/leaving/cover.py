"""What lies over the window while a session runs and nobody types; any key goes back."""

from PySide6.QtCore import QRect, Qt, QVariantAnimation
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.leaving.popup_keys import close_popups
from ui.theme.switcher import Theme
from ui.translation import translate
from ui.widgets.announce import announce
from ui.widgets.icon_view import IconView
from ui.widgets.scrim import Scrim
from ui.widgets.text import Text

ICON = 26
ALONE = frozenset(
    {
        Qt.Key.Key_Shift,
        Qt.Key.Key_Control,
        Qt.Key.Key_Alt,
        Qt.Key.Key_AltGr,
        Qt.Key.Key_Meta,
        Qt.Key.Key_Super_L,
        Qt.Key.Key_Super_R,
        Qt.Key.Key_CapsLock,
        Qt.Key.Key_NumLock,
        Qt.Key.Key_ScrollLock,
    }
)  # the beginning of Ctrl+L, perhaps, and nothing by themselves


class Cover(Scrim):
    """Covers at once; goes when the key or the button that was pressed is let go.

    So neither that key nor its repetitions come to the note. Keys that lock or quit do so.
    """

    def __init__(self, window: QWidget, theme: Theme) -> None:
        """Prepare a cover of `window`; `open()` shows it."""
        super().__init__(window, theme)
        self.setObjectName("cover")
        self.setAccessibleName(translate("Cover", "Covered"))
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._pressed: Qt.Key | None = None
        self._clicked = False
        self._says = translate("Cover", "Nothing was typed for a while. The session goes on.")
        self._how = translate("Cover", "Press any key, or click, to go back to where you were.")
        self._fill()

    def open(self) -> None:
        """Show it over the window, and close what is open above the window."""
        close_popups()
        super().open()
        announce(self, f"{self.accessibleName()}. {self._how}")

    def dismiss(self) -> None:
        """Go, and let what was covered come back softly; it takes keys and clicks at once."""
        if not self.isHidden() and self._theme.tokens.duration("normal"):
            _Fading(self._window, self._theme)
        super().dismiss()

    def focus_first(self) -> None:
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def panel_rect(self, room: QRect) -> QRect:
        return room

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._theme.tokens.color("bg.page"))
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key not in ALONE and not event.isAutoRepeat():
            self._pressed = key
        event.accept()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        event.accept()
        if not event.isAutoRepeat() and Qt.Key(event.key()) == self._pressed:
            self.dismiss()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._pressed = None  # its release is told to somebody else

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._clicked = True
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()
        if self._clicked:
            self.dismiss()

    def _fill(self) -> None:
        centre = Qt.AlignmentFlag.AlignHCenter
        self.panel.setProperty("kind", "")
        self.panel.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        column = QVBoxLayout(self.panel)
        column.setSpacing(self._theme.tokens.space(2))
        column.addStretch(2)
        column.addWidget(IconView(self._theme, "eye-off", "ink.tertiary", ICON), 0, centre)
        column.addWidget(Text(translate("Cover", "Covered"), "title"), 0, centre)
        for sentence in (self._says, self._how):
            column.addWidget(Text(sentence, "body", "secondary"), 0, centre)
        column.addStretch(3)


class _Fading(QWidget):
    """What is left of a cover: a sheet in the page's colour that grows thinner, and is gone."""

    def __init__(self, window: QWidget, theme: Theme) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._colour = QColor(theme.tokens.color("bg.page"))
        self._fade = QVariantAnimation(self)
        self._fade.setStartValue(1.0)
        self._fade.setEndValue(0.0)
        self._fade.setDuration(theme.tokens.duration("normal"))
        self._fade.valueChanged.connect(self._grow_thinner)
        self._fade.finished.connect(self.deleteLater)
        self.setGeometry(window.rect())
        self.raise_()
        self.show()
        self._fade.start()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._colour)
        painter.end()

    def _grow_thinner(self, alpha: float) -> None:
        self._colour.setAlphaF(alpha)
        self.update()
