"""The page of one client: its head, and the tabs that composition gives it."""

from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.ids import ClientId
from ui.commands.context import Context
from ui.commands.registry import Registry
from ui.pages.client.header import Header
from ui.pages.client.view_model import ClientModel, State
from ui.places.client_tab import ClientTab
from ui.places.navigation import Navigation, PageId, Place
from ui.places.page import Page
from ui.theme.switcher import Theme
from ui.translation import translate
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.toast import Toast, show_toast


class ClientPage(Page):
    """Shows the client and the tab that a place names; an empty tab name is the first one."""

    context = Context.CLIENT

    def __init__(
        self,
        theme: Theme,
        model: ClientModel,
        navigation: Navigation,
        registry: Registry,
        tabs: tuple[ClientTab, ...],
    ) -> None:
        """Bind the commands of this page."""
        super().__init__()
        self.setObjectName("client")
        self._theme = theme
        self._model = model
        self._navigation = navigation
        self._registry = registry
        self._tabs = tabs
        self._header = Header(theme, registry)
        self._scroll = ScrollPage(top=0)
        for at, tab in enumerate(tabs):
            self._header.tabs.add(tab.title())
            self._header.add_buttons(tab.header_buttons())
            self._scroll.content.addWidget(tab)
            tab.count_changed.connect(lambda at=at: self._count(at))
        self._scroll.content.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._header)
        column.addWidget(self._scroll, 1)
        self._header.tabs.currentChanged.connect(self._go_to_tab)
        model.state_changed.connect(self._show)
        model.archived.connect(self._offer_undo)
        navigation.arrived.connect(self._clear_toasts)
        self._bind()
        self._show_tab(0)

    def open_place(self, place: Place) -> None:
        if place.client is None:
            return
        self._show_tab(self._index_of(place.tab))
        self._model.load(place.client)
        for tab in self._tabs:
            tab.show_client(place.client)

    def focus_first(self) -> None:
        self._tabs[self._header.tabs.currentIndex()].focus_first()

    def regions(self) -> tuple[QWidget, ...]:
        return (self._header, self._scroll)

    def view_state(self) -> dict[str, Any]:
        return {tab.key: tab.view_state() for tab in self._tabs}

    def restore_view(self, state: dict[str, Any]) -> None:
        for tab in self._tabs:
            tab.restore_view(state.get(tab.key, {}))

    def _bind(self) -> None:
        bind = self._registry.bind
        shown, active = self._is_shown, self._is_active
        bind("client.archive", self._model.archive, active)
        bind("client.restore", self._model.restore, lambda: shown() and not active())
        bind("client.next", lambda: self._go_to(self._model.state.next))
        bind("client.previous", lambda: self._go_to(self._model.state.previous))
        bind("client.next_tab", lambda: self._step(1))
        bind("client.previous_tab", lambda: self._step(-1))

    def _is_shown(self) -> bool:
        return self._model.state.client is not None

    def _is_active(self) -> bool:
        return self._is_shown() and not self._model.state.archived

    def _show(self, state: State) -> None:
        self._header.show_state(state)
        self._registry.refresh()

    def _offer_undo(self, state: State) -> None:
        words = translate("Client", "{name} is archived").format(name=state.name)
        show_toast(self.window(), self._theme, words, lambda: self._model.restore(state.client))

    def _clear_toasts(self, place: Place) -> None:
        """Nothing lies over a session."""
        if place.page is PageId.SESSION:
            for toast in self.window().findChildren(Toast):
                toast.go()

    def _count(self, at: int) -> None:
        self._header.tabs.set_count(at, self._tabs[at].count)

    def _index_of(self, key: str) -> int:
        return next((at for at, tab in enumerate(self._tabs) if tab.key == key), 0)

    def _show_tab(self, index: int) -> None:
        was = self._header.tabs.blockSignals(True)
        self._header.tabs.setCurrentIndex(index)
        self._header.tabs.blockSignals(was)
        for at, tab in enumerate(self._tabs):
            tab.setVisible(at == index)
        self._header.show_buttons_of_tab(self._tabs[index].header_buttons())
        self._scroll.verticalScrollBar().setValue(0)

    def _go_to_tab(self, index: int) -> None:
        place = self._navigation.place
        if place is not None and place.client is not None:
            key = self._tabs[index].key if index else ""
            self._navigation.go(Place(PageId.CLIENT, client=place.client, tab=key))

    def _step(self, by: int) -> None:
        tabs = self._header.tabs
        tabs.setCurrentIndex((tabs.currentIndex() + by) % tabs.count())

    def _go_to(self, client: ClientId | None) -> None:
        place = self._navigation.place
        tab = place.tab if place is not None and place.page is PageId.CLIENT else ""
        if client is not None:
            self._navigation.go(Place(PageId.CLIENT, client=client, tab=tab))
