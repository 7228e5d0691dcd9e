"""The tab that a client's page opens with."""

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.ids import ClientId
from ui.commands.registry import Registry
from ui.pages.client.overview_model import OverviewModel, State
from ui.pages.client.together import TogetherDelegate, TogetherModel
from ui.pages.client.working_with import WorkingWith
from ui.places.client_tab import ClientTab
from ui.places.navigation import Navigation, PageId, Place
from ui.places.unread import Unread
from ui.theme.switcher import Theme
from ui.translation import translate
from ui.widgets.columns import Columns
from ui.widgets.fitted_list import FittedList
from ui.widgets.section_head import SectionHead
from ui.widgets.text import Text

RIGHT = 316


class OverviewTab(ClientTab):
    """How to work with the client, and the line of time."""

    key = "overview"

    def __init__(
        self, theme: Theme, model: OverviewModel, navigation: Navigation, registry: Registry
    ) -> None:
        """Go to sessions by `navigation`."""
        super().__init__()
        self._model = model
        self._navigation = navigation
        self._working_with = WorkingWith(theme)
        self._working_with.edit_wanted.connect(registry.action("client.edit").trigger)
        self._entries = TogetherModel(self)
        self._timeline = FittedList(
            theme, translate("Client", "Together so far"), self._entries, TogetherDelegate(theme)
        )
        self._timeline.setObjectName("client.timeline")
        self._timeline.opened.connect(self._open)
        self._nothing = Text(
            translate("Client", "Sessions and consents are listed here, the newest first."),
            "small",
            "tertiary",
            wrap=True,
        )
        aside = QWidget()
        column = QVBoxLayout(aside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(SectionHead(theme, translate("Client", "Together so far")))
        column.addWidget(self._nothing)
        column.addWidget(self._timeline)
        column.addStretch(1)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 20, 0, 0)
        columns = Columns(theme, self._working_with, aside, right_width=RIGHT)
        around.addWidget(Unread(theme, model.unread, columns))
        around.addWidget(columns)
        model.state_changed.connect(self._show)

    def title(self) -> str:
        return translate("Client", "Overview")

    def show_client(self, client: ClientId) -> None:
        self._model.load(client)

    def focus_first(self) -> None:
        self._timeline.setFocus()

    def _show(self, state: State) -> None:
        there = state.client is not None
        self._working_with.show_state(state)
        self._working_with.setVisible(there)
        self._entries.show_entries(state.entries)
        self._nothing.setVisible(there and not state.entries)

    def _open(self, index: QModelIndex) -> None:
        client = self._model.state.client
        session = self._entries.entry(index).session
        if session is None:
            self._navigation.go(Place(PageId.CLIENT, client=client, tab="record"))
        else:
            self._navigation.go(Place(PageId.SESSION, client=client, session=session))
