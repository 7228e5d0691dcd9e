"""One line of the check-up: a tile, what was found, what it means, and a button."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.workflows.privacy_check.finding import State
from ui.pages.privacy.wording import Words
from ui.theme.switcher import Theme
from ui.widgets.button import Button, ButtonKind, ButtonSize
from ui.widgets.fitted_list import BY_KEYBOARD
from ui.widgets.page_around import scroll_page_to
from ui.widgets.text import Text

HEIGHT = 66  # logical pixels at 100 % text; a longer text makes it higher
SIDE, GAP = 18, 14
TILE, ICON = 34, 18
GROUNDS = {State.LOOK: "ochre.soft", State.UNKNOWN: "bg.chip", State.FINE: "leaf.soft"}
INKS = {State.LOOK: "ochre.text", State.UNKNOWN: "ink.secondary", State.FINE: "leaf.text"}


class Tile(QWidget):
    """An icon on a small ground in the colour of its state; decoration."""

    def __init__(self, theme: Theme, icon: str, state: State) -> None:
        """Show `icon`."""
        super().__init__()
        self._theme, self._icon, self._state = theme, icon, state
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        side = self._theme.tokens.scaled(TILE)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = self._theme.tokens
        side = tokens.scaled(ICON)
        inset = (self.width() - side) // 2
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tokens.color(GROUNDS[self._state]))
        painter.drawRoundedRect(QRectF(self.rect()), tokens.radius("row"), tokens.radius("row"))
        pixmap = self._theme.pixmap(self._icon, INKS[self._state], side, self.devicePixelRatio())
        painter.drawPixmap(inset, inset, pixmap)
        painter.end()


class FindingRow(QWidget):
    """Reached by Tab or the arrow keys; Enter does what its button does."""

    acted = Signal(object)  # Lead
    left_by = Signal(int)  # 1 is down, -1 is up

    def __init__(self, theme: Theme, words: Words, *, main: bool = False) -> None:
        """Show `words`; `main` fills the button."""
        super().__init__()
        self._theme = theme
        self._ringed = False
        self.words = words
        self.button: Button | None = None
        self.other: Button | None = None  # with a focus of its own
        self.setObjectName(f"privacy.row.{words.subject.value}")
        self.setAccessibleName(words.spoken)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._lay_out(main=main)
        theme.changed.connect(self._fit)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and not event.modifiers():
            self.left_by.emit(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self.button:
            self.button.click()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._ringed = event.reason() in BY_KEYBOARD
        scroll_page_to(self, self.rect())
        self.update()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._ringed = False
        self.update()
        super().focusOutEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._ringed:
            return
        tokens = self._theme.tokens
        width = tokens.line("focus")
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(tokens.color("focus"), width))
        room = QRectF(self.rect()).adjusted(width, width, -width, -width)
        painter.drawRoundedRect(room, tokens.radius("row"), tokens.radius("row"))
        painter.end()

    def _lay_out(self, *, main: bool) -> None:
        words = self.words
        column = QVBoxLayout()
        column.setSpacing(1)
        column.addStretch(1)
        column.addWidget(Text(words.found, "body", strong=True, wrap=True))
        column.addWidget(Text(words.meaning, "small", "secondary", wrap=True))
        if words.mend and words.state is not State.FINE:
            column.addWidget(Text(words.mend, "small", "tertiary", wrap=True))
        column.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(SIDE, 10, SIDE, 10)
        row.setSpacing(GAP)
        top = Qt.AlignmentFlag.AlignVCenter
        row.addWidget(Tile(self._theme, words.icon, words.state), 0, top)
        row.addLayout(column, 1)
        if words.button and words.lead is not None:
            lead = words.lead
            self.button = Button(
                self._theme,
                words.button,
                ButtonKind.MAIN if main else ButtonKind.PLAIN,
                size=ButtonSize.NORMAL if words.state is State.LOOK else ButtonSize.SMALL,
            )
            self.button.setObjectName(f"privacy.{words.subject.value}")
            self.button.setAccessibleName(f"{words.button}: {words.found}")
            self.button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the row has it, and presses it
            self.button.clicked.connect(lambda: self.acted.emit(lead))
            buttons = QVBoxLayout()
            buttons.setSpacing(6)
            buttons.addStretch(1)
            buttons.addWidget(self.button)
            self._add_other(buttons)
            buttons.addStretch(1)
            row.addLayout(buttons)

    def _add_other(self, buttons: QVBoxLayout) -> None:
        words = self.words
        if words.other_button and words.other_lead is not None:
            lead = words.other_lead
            self.other = Button(self._theme, words.other_button)
            self.other.setObjectName(f"privacy.{words.subject.value}.other")
            self.other.setAccessibleName(f"{words.other_button}: {words.found}")
            self.other.clicked.connect(lambda: self.acted.emit(lead))
            buttons.addWidget(self.other)

    def _fit(self) -> None:
        self.setMinimumHeight(self._theme.tokens.scaled(HEIGHT))
