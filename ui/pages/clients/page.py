"""The page of all clients."""

from typing import Any

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.core.ids import ClientId
from ui.commands.registry import Registry
from ui.pages.clients.client_list import ClientList
from ui.pages.clients.view_model import ClientsModel, Person, State
from ui.places.navigation import Navigation, PageId, Place
from ui.places.page import Page
from ui.places.unread import Unread
from ui.theme.switcher import Theme
from ui.translation import translate
from ui.widgets.button import Button, ButtonKind
from ui.widgets.empty_state import EmptyState
from ui.widgets.field import Field
from ui.widgets.page_head import PageHead, fill_page
from ui.widgets.page_title import PageTitle
from ui.widgets.row_delegate import PADDING
from ui.widgets.rows import Row, RowModel
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.text import Text
from ui.words.dates import short_day

FILTER = 300  # logical pixels wide
TOP = 24


class ClientsPage(Page):
    """A filter, and the clients below it."""

    def __init__(
        self, theme: Theme, model: ClientsModel, navigation: Navigation, registry: Registry
    ) -> None:
        """Bind the commands of this page."""
        super().__init__()
        self.setObjectName("clients")
        self._model = model
        self._navigation = navigation
        add = registry.action("client.add")
        self._head = PageHead(top=TOP, bottom=16)
        self._scroll = ScrollPage(top=0, rows=True)
        self._count = Text("", "body", "secondary")
        self._add = Button(
            theme, translate("Clients", "Add a client"), ButtonKind.MAIN, keys="Ctrl+N"
        )
        self._add.setObjectName("clients.add")
        self._add.clicked.connect(add.trigger)
        first = Button(theme, translate("Clients", "Add a client"), ButtonKind.MAIN, keys="Ctrl+N")
        first.setObjectName("clients.add_first")
        first.clicked.connect(add.trigger)
        self._nobody = EmptyState(
            theme,
            "users",
            translate("Clients", "Nobody yet"),
            translate("Clients", "A name or initials is enough to begin."),
            first,
        )
        self._filter = Field(theme, "", placeholder=translate("Clients", "Type to find somebody"))
        self._filter.line.setObjectName("clients.filter")
        self._filter.line.setAccessibleName(translate("Clients", "Find a client"))
        self._filter.line.setClearButtonEnabled(False)
        self._filter.setFixedWidth(FILTER)
        self._rows = RowModel(self)
        self._list = ClientList(theme, self._rows)
        self._list.setObjectName("clients.list")
        self._nothing = Text("", "section")
        self._hint = Text(translate("Clients", "Try a part of the word, or fewer words."), "small")
        self._lay_out(theme)
        self._connect(registry)
        self._show(model.state)

    def open_place(self, place: Place) -> None:
        self._model.load()

    def focus_first(self) -> None:
        self._list.setFocus()

    def regions(self) -> tuple[QWidget, ...]:
        return (self._head, self._scroll)

    def view_state(self) -> dict[str, Any]:
        return {"wanted": self._filter.text()}

    def restore_view(self, state: dict[str, Any]) -> None:
        self._filter.set_text(str(state.get("wanted", "")))
        self._model.look_for(self._filter.text())

    def _connect(self, registry: Registry) -> None:
        registry.bind("go.clients", lambda: self._navigation.go(Place(PageId.CLIENTS)))
        self._model.state_changed.connect(self._show)
        self._filter.edited.connect(self._model.look_for)
        self._filter.line.returnPressed.connect(self._open_only)
        self._list.opened.connect(self._open)
        self._list.typed.connect(self._type)
        self._list.restore_wanted.connect(self._model.restore)

    def _show(self, state: State) -> None:
        empty = state.loaded and not state.active_count and not state.archived_count
        found = bool(state.active or state.archived)
        self._nobody.setVisible(empty)
        self._add.setVisible(not empty)
        self._filter.setVisible(not empty)
        self._count.setText(_count(state) if state.loaded else "")
        self._rows.show_rows(_rows(state))
        missed = state.loaded and not empty and not found
        self._nothing.setText(
            translate("Clients", "Nothing found for “{wanted}”").format(wanted=state.wanted)
        )
        self._nothing.setVisible(missed)
        self._hint.setVisible(missed)

    def _type(self, text: str) -> None:
        line: QLineEdit = self._filter.line
        line.setFocus()
        line.insert(text)
        self._model.look_for(line.text())

    def _open(self, index: QModelIndex) -> None:
        client = ClientId(self._rows.key(index))
        self._navigation.go(Place(PageId.CLIENT, client=client))

    def _open_only(self) -> None:
        """Enter in the filter opens the first client found."""
        for at in range(self._rows.rowCount()):
            index = self._rows.index(at, 0)
            if not self._rows.row(index).heading:
                self._open(index)
                return

    def _lay_out(self, theme: Theme) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(PageTitle(theme, translate("Clients", "Clients")))
        words.addWidget(self._count)
        self._head.row.addLayout(words, 1)
        self._head.row.addWidget(self._add, 0, Qt.AlignmentFlag.AlignVCenter)
        above = QWidget()
        inset = QVBoxLayout(above)
        inset.setContentsMargins(PADDING, 0, PADDING, 12)
        inset.setSpacing(0)
        inset.addWidget(self._filter)
        inset.addWidget(self._nobody)
        inset.addWidget(self._nothing)
        inset.addWidget(self._hint)
        self._scroll.content.addWidget(Unread(theme, self._model.unread, above))
        self._scroll.content.addWidget(above)
        self._scroll.content.addWidget(self._list)
        self._scroll.content.addStretch(1)
        fill_page(self, self._head, self._scroll)


def _count(state: State) -> str:
    if not state.archived_count:
        return translate("Clients", "{active} active").format(active=state.active_count)
    return translate("Clients", "{active} active, {archived} archived").format(
        active=state.active_count, archived=state.archived_count
    )


def _rows(state: State) -> list[Row]:
    rows = [_row(person, state, archived=False) for person in state.active]
    if state.archived:
        rows.append(Row(None, translate("Clients", "Archived"), heading=True))
        rows += [_row(person, state, archived=True) for person in state.archived]
    return rows


def _row(person: Person, state: State, *, archived: bool) -> Row:
    seen = person.last_seen
    last = translate("Clients", "No session yet")
    if seen is not None:
        day = short_day(seen, state.today)
        last = translate("Clients", "Last session {day}").format(day=day)
    return Row(
        key=person.client,
        title=person.name,
        detail=person.role or last,
        trailing=last if person.role and not archived else "",
        initials=person.initials,
        faded=archived,
    )
