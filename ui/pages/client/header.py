"""The head of a client's page: who it is, and what can be done."""

from collections.abc import Iterable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from ui.commands.registry import Registry
from ui.pages.client.view_model import State
from ui.theme.switcher import Theme
from ui.translation import translate
from ui.widgets.avatar import Avatar
from ui.widgets.button import Button, ButtonKind
from ui.widgets.page_head import PageHead
from ui.widgets.page_title import PageTitle
from ui.widgets.tab_bar import TabBar
from ui.widgets.text import Text

TILE = 52
TOP = 26


class Header(PageHead):
    """The same on every tab, so that the tab bar at its foot stays under the pointer."""

    def __init__(self, theme: Theme, registry: Registry) -> None:
        """Buttons trigger the commands of `registry`."""
        super().__init__(top=TOP, bottom=0)
        self._registry = registry
        self._state = State()
        self._tile = Avatar(theme, "", TILE)
        self._name = PageTitle(theme)
        self._about = Text("", "small", "secondary", wrap=True)
        self._more = Button(
            theme, "", icon="more-horizontal", name=translate("Client", "More to do")
        )
        self._more.setObjectName("client.more")
        self._menu = QMenu(self)
        self._menu.setObjectName("client.menu")
        self._start = Button(
            theme,
            translate("Client", "Start session"),
            ButtonKind.MAIN,
            icon="pen-line",
            keys="F5",
        )
        self._start.setObjectName("client.start_session")
        self._restore = Button(
            theme, translate("Client", "Restore"), ButtonKind.MAIN, icon="archive-restore"
        )
        self._restore.setObjectName("client.restore_button")
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(8)
        self.tabs = TabBar(theme, translate("Client", "Parts of this page"))
        self.tabs.setObjectName("client.tabs")
        self._tabs_buttons: tuple[QWidget, ...] = ()
        self._more.clicked.connect(self._open_menu)
        self._start.clicked.connect(registry.action("session.start").trigger)
        self._restore.clicked.connect(registry.action("client.restore").trigger)
        self._lay_out()

    def add_buttons(self, buttons: Iterable[QWidget]) -> None:
        """Take in a tab's own buttons, hidden until that tab is shown."""
        for button in buttons:
            self.buttons.addWidget(button)
            button.hide()

    def show_state(self, state: State) -> None:
        """Show who it is."""
        self._state = state
        self._name.setText(state.name)
        self._about.setText(state.about)
        self._tile.set_initials(state.initials)
        self._start.set_text(
            translate("Client", "Go on with session")
            if state.running
            else translate("Client", "Start session")
        )
        self._show_buttons()

    def show_buttons_of_tab(self, buttons: tuple[QWidget, ...]) -> None:
        """Show the tab's own buttons, or the client's where it has none."""
        for button in self._tabs_buttons:
            button.hide()
        self._tabs_buttons = buttons
        self._show_buttons()

    def _show_buttons(self) -> None:
        own = not self._tabs_buttons
        self._more.setVisible(own)
        self._start.setVisible(own and not self._state.archived)
        self._restore.setVisible(own and self._state.archived)
        for button in self._tabs_buttons:
            button.show()

    def _open_menu(self) -> None:
        aside = "client.restore" if self._state.archived else "client.archive"
        self._menu.clear()
        self._menu.addActions([self._registry.action("client.edit"), self._registry.action(aside)])
        self._menu.popup(self._more.mapToGlobal(QPoint(0, self._more.height() + 4)))

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._name)
        words.addWidget(self._about)
        top = Qt.AlignmentFlag.AlignTop
        for button in (self._more, self._start, self._restore):
            self.buttons.addWidget(button)
        self.row.setSpacing(16)
        self.row.addWidget(self._tile, 0, top)
        self.row.addLayout(words, 1)
        self.row.addLayout(self.buttons)
        self.row.setAlignment(self.buttons, top)
        self.content.addSpacing(12)
        self.content.addWidget(self.tabs)
