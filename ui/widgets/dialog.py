"""A dialog over the scrim: title, a body that scrolls when the window is low, buttons below."""

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ui.theme.switcher import Theme
from ui.widgets.button import Button
from ui.widgets.scrim import IN_DIALOGS, OVER_DIALOGS, Scrim
from ui.widgets.text import Text

EDGE = 24  # logical pixels kept free between the panel and the window
PADDING = (22, 20, 22, 20)


class Dialog(Scrim):
    """Fill `body` with what is asked, add buttons, then `open()`. Esc dismisses it.

    Enter presses the default button from any field, Ctrl+Enter from anywhere.
    """

    passes = (OVER_DIALOGS, IN_DIALOGS)

    def __init__(
        self,
        window: QWidget,
        theme: Theme,
        title: str,
        *,
        width: int = 440,
        title_style: str = "section",
    ) -> None:
        """Prepare a dialog `width` logical pixels wide at 100 % text."""
        super().__init__(window, theme)
        self._width = width
        self._default: Button | None = None
        self.setAccessibleName(title)
        self.panel.setAccessibleName(title)
        self._title = Text(title, title_style, wrap=True)
        self._content = QWidget()
        self._content.setProperty("kind", "scrolled")
        self.body = QVBoxLayout(self._content)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(theme.tokens.space(3))
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(self._content)
        self._content.installEventFilter(self)
        self.footer = QHBoxLayout()
        self.footer.setSpacing(theme.tokens.space(2))
        self.footer.addStretch(1)
        column = QVBoxLayout(self.panel)
        column.setContentsMargins(*PADDING)
        column.setSpacing(0)
        column.addWidget(self._title)
        column.addSpacing(6)
        column.addWidget(self._scroll, 1)
        column.addSpacing(14)
        column.addLayout(self.footer)

    def set_title(self, title: str) -> None:
        """Call it something else, on screen and for screen readers."""
        self._title.setText(title)
        self.setAccessibleName(title)
        self.panel.setAccessibleName(title)

    def add_button(self, button: Button, *, default: bool = False) -> Button:
        """Put `button` at the right end of the footer; the default one answers to Enter."""
        self.footer.addWidget(button)
        if default:
            self._default = button
        return button

    def panel_rect(self, room: QRect) -> QRect:
        width = min(self._theme.tokens.scaled(self._width), room.width() - 2 * EDGE)
        inner = width - PADDING[0] - PADDING[2] - 2
        around = (
            PADDING[1]
            + PADDING[3]
            + 2
            + 6
            + 14
            + self._title.heightForWidth(inner)
            + self.footer.sizeHint().height()
        )
        most = room.height() - 2 * EDGE - around
        height = around + min(self._fit_content(inner, most), most)
        rect = QRect(0, 0, width, height)
        rect.moveCenter(room.center())
        return rect

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._content and event.type() == QEvent.Type.LayoutRequest:
            self.place()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.isHidden():  # the field that the key went to has dismissed it
            event.accept()
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._default is not None:
            self._default.click()
            event.accept()
            return
        super().keyPressEvent(event)

    def _fit_content(self, width: int, most: int) -> int:
        """Return how high the content is; it scrolls where there is less than that."""
        layout = self.body
        if layout.hasHeightForWidth():
            height = layout.totalHeightForWidth(width)
        else:
            height = layout.totalSizeHint().height()
        # Else the scroll area takes the layout's own minimum, which wrapped words make too high.
        self._content.setMinimumHeight(height)
        # And a bar once shown would stay: beside it, words need more lines than there is room for.
        policy = Qt.ScrollBarPolicy
        self._scroll.setVerticalScrollBarPolicy(
            policy.ScrollBarAlwaysOff if height <= most else policy.ScrollBarAsNeeded
        )
        return height
