"""The palette: type a few letters, choose a client or an action, all by keyboard."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QVBoxLayout,
    QWidget,
)

from ui.commands.palette_delegate import PaletteDelegate
from ui.commands.palette_entries import Entry, matching
from ui.commands.palette_list_model import PaletteListModel
from ui.theme.switcher import Theme
from ui.translation import translate
from ui.widgets.announce import announce
from ui.widgets.divider import Divider
from ui.widgets.icon_view import IconView
from ui.widgets.key_cap import KeyCap
from ui.widgets.scrim import Scrim
from ui.widgets.secret_input import learn_nothing
from ui.widgets.text import Text

WIDTH = 700
TOP = 84
HIGHEST = 614
HEAD, FOOT = 56, 37
AROUND_LIST = HEAD + FOOT + 20  # lines and margins
STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class Palette(Scrim):
    """Opens over the window; `choose` runs once it has closed."""

    def __init__(
        self,
        window: QWidget,
        theme: Theme,
        entries: Sequence[Entry],
        choose: Callable[[Entry], None],
    ) -> None:
        super().__init__(window, theme)
        self.setObjectName("palette")
        self.setAccessibleName(translate("Palette", "Search or jump to"))
        self._entries = list(entries)
        self._choose = choose
        self.field = QLineEdit()
        learn_nothing(self.field)
        self.field.setObjectName("palette.field")
        self.field.setProperty("kind", "bare")
        self.field.setAccessibleName(translate("Palette", "Search or jump to"))
        self.field.setPlaceholderText(translate("Palette", "A client, or what you want to do"))
        self._found = Text("", "caption", "tertiary")
        self._model = PaletteListModel(self)
        self.list = QListView()
        self._lay_out()
        self.field.textChanged.connect(self._search)
        self.list.clicked.connect(self._take)
        self._search("")

    def add(self, entries: Sequence[Entry]) -> None:
        """Offers more, that came later; what was typed stays."""
        self._entries += entries
        self._search(self.field.text())

    def panel_rect(self, room: QRect) -> QRect:
        tokens = self._theme.tokens
        width = min(tokens.scaled(WIDTH), room.width() - 2 * tokens.space(6))
        rows = range(self._model.rowCount())
        wanted = sum(self.list.sizeHintForRow(row) for row in rows) + tokens.scaled(AROUND_LIST)
        highest = min(tokens.scaled(HIGHEST), room.height() - TOP - tokens.space(6))
        height = min(wanted, highest)
        return QRect((room.width() - width) // 2, TOP, width, height)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that the field leaves: arrows walk the list, Enter takes."""
        key = Qt.Key(event.key())
        if key in STEPS:
            self._point_at(self._model.step(self.list.currentIndex(), STEPS[key]))
            event.accept()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take(self.list.currentIndex())
            event.accept()
        else:
            super().keyPressEvent(event)

    def _search(self, typed: str) -> None:
        found = matching(self._entries, typed.strip())
        self._model.show_entries(found)
        self._point_at(self._model.step(QModelIndex(), 1))
        self._found.setText(_found(len(found)) if typed.strip() else "")
        if typed.strip():
            announce(self, self._found.text())
        if self.isVisible():
            self.place()

    def _point_at(self, index: QModelIndex) -> None:
        self.list.setCurrentIndex(index)
        self.list.scrollTo(index)
        if index.row() == 1:
            self.list.scrollToTop()  # the heading over it, too

    def _take(self, index: QModelIndex) -> None:
        entry = self._model.entry(index)
        if entry is not None:
            self.dismiss()
            self._choose(entry)

    def _lay_out(self) -> None:
        theme, tokens = self._theme, self._theme.tokens
        head = QHBoxLayout()
        head.setContentsMargins(20, 0, 20, 0)
        head.setSpacing(12)
        head.addWidget(IconView(theme, "search", "ink.tertiary", 20))
        head.addWidget(self.field, 1)
        head.addWidget(self._found)
        top = QWidget()
        top.setLayout(head)
        top.setFixedHeight(tokens.scaled(HEAD))
        self.list.setObjectName("palette.list")
        self.list.setAccessibleName(translate("Palette", "Found"))
        self.list.setModel(self._model)
        self.list.setItemDelegate(PaletteDelegate(theme, parent=self.list))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setMouseTracking(True)
        middle = QVBoxLayout()
        middle.setContentsMargins(8, 6, 8, 8)
        middle.addWidget(self.list)
        column = QVBoxLayout(self.panel)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(top)
        column.addWidget(Divider())
        column.addLayout(middle, 1)
        column.addWidget(Divider())
        column.addWidget(self._foot())

    def _foot(self) -> QWidget:
        foot = QWidget()
        foot.setFixedHeight(self._theme.tokens.scaled(FOOT))
        row = QHBoxLayout(foot)
        row.setContentsMargins(20, 0, 20, 0)
        row.setSpacing(16)
        row.addLayout(self._hint("↑ ↓", translate("Palette", "Choose")))
        row.addLayout(self._hint("Enter", translate("Palette", "Open")))
        row.addLayout(self._hint("@", translate("Palette", "Clients only")))
        row.addLayout(self._hint(">", translate("Palette", "Actions only")))
        row.addStretch(1)
        row.addLayout(self._hint("Esc", translate("Palette", "Close")))
        return foot

    def _hint(self, keys: str, words: str) -> QHBoxLayout:
        pair = QHBoxLayout()
        pair.setSpacing(6)
        pair.addWidget(KeyCap(self._theme, keys))
        pair.addWidget(Text(words, "caption", "tertiary"))
        return pair


def _found(count: int) -> str:
    if count == 0:
        return translate("Palette", "Nothing found")
    return translate("Palette", "{count} found").format(count=count)
