"""The tab of a client's sessions."""

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QVBoxLayout

from app.core.ids import ClientId
from ui.commands.registry import Registry
from ui.pages.client.session_rows import SessionDelegate, SessionRows
from ui.pages.client.sessions_model import SessionsModel, State
from ui.places.client_tab import ClientTab
from ui.places.navigation import Navigation, PageId, Place
from ui.places.unread import Unread
from ui.theme.switcher import Theme
from ui.translation import translate
from ui.widgets.button import Button
from ui.widgets.empty_state import EmptyState
from ui.widgets.fitted_list import FittedList


class SessionsTab(ClientTab):
    """Every session, newest first; Enter opens its notes."""

    key = "sessions"

    def __init__(
        self, theme: Theme, model: SessionsModel, navigation: Navigation, registry: Registry
    ) -> None:
        """Go to sessions by `navigation`."""
        super().__init__()
        self._model = model
        self._navigation = navigation
        self._rows = SessionRows(self)
        self._list = FittedList(
            theme, translate("Sessions", "Sessions"), self._rows, SessionDelegate(theme)
        )
        self._list.setObjectName("client.sessions")
        self._list.opened.connect(self._open)
        start = Button(theme, translate("Sessions", "Start session"), icon="pen-line")
        start.setObjectName("client.start_first_session")
        start.clicked.connect(registry.action("session.start").trigger)
        self._nothing = EmptyState(
            theme,
            "notebook-pen",
            translate("Sessions", "No sessions yet"),
            translate("Sessions", "Your notes from each session will be listed here."),
            start,
        )
        self._nothing.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.addWidget(Unread(theme, model.unread))
        column.addWidget(self._nothing)
        column.addWidget(self._list)
        model.state_changed.connect(self._show)

    def title(self) -> str:
        return translate("Sessions", "Sessions")

    def show_client(self, client: ClientId) -> None:
        self._model.load(client)

    def focus_first(self) -> None:
        self._list.setFocus()

    def _show(self, state: State) -> None:
        self._rows.show_lines(state.lines)
        self._nothing.setVisible(state.client is not None and not state.lines)
        self.set_count(len(state.lines) or None)

    def _open(self, index: QModelIndex) -> None:
        session = self._rows.line(index).session
        client = self._model.state.client
        self._navigation.go(Place(PageId.SESSION, client=client, session=session))
