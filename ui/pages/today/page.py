"""Today: the first page after unlocking."""

from PySide6.QtCore import QPoint, QPointF, QSize, Qt
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from app.core.ids import ClientId
from ui.commands.registry import Registry
from ui.pages.today.backup_step import BackupStep
from ui.pages.today.first_day import FirstDay
from ui.pages.today.kit_step import KitStep
from ui.pages.today.people import People
from ui.pages.today.view_model import State, TodayModel
from ui.places.navigation import Navigation, PageId, Place
from ui.places.page import Page
from ui.places.unread import Unread
from ui.shell.session_start import SessionStart
from ui.theme.switcher import Theme
from ui.translation import translate
from ui.widgets.button import Button, ButtonKind
from ui.widgets.ceiling_rose import CeilingRose
from ui.widgets.page_head import PageHead, fill_page
from ui.widgets.page_title import PageTitle
from ui.widgets.row_delegate import PADDING
from ui.widgets.scroll_page import TOP, ScrollPage
from ui.widgets.text import Text
from ui.words.dates import long_day, week_day
from ui.words.sentences import filled

ROSE = 620
ROSE_OUT_RIGHT = 120  # how far the rose lies beyond the page
ROSE_OUT_BELOW = 220
IN_MENU = 20  # people seen last; a menu of hundreds covers the screen


class TodayPage(Page):
    """The first day, until there is a client; then the desk."""

    def __init__(
        self,
        theme: Theme,
        model: TodayModel,
        navigation: Navigation,
        registry: Registry,
        start: SessionStart,
    ) -> None:
        """Bind the commands of this page."""
        super().__init__()
        self.setObjectName("today")
        self._model = model
        self._navigation = navigation
        self._start = start
        self._focus_wanted = False
        self._asked = False  # F5 on another page: ask whom with as soon as the clients are read
        self._title = PageTitle(theme, style="display")
        self._subtitle = Text("", "body", "secondary", wrap=True)
        self._head = PageHead(top=TOP, bottom=24)
        self._scroll = ScrollPage(top=0, rows=True)
        self._begin, self._begin_too = self._start_buttons(theme)
        self._menu = QMenu(self)
        self._menu.setObjectName("today.start_menu")
        self._first = FirstDay(theme)
        self._kit = KitStep(theme)
        self._first.add(self._kit)
        self._backup = BackupStep(theme)  # of those who are archived
        self._first.add(self._backup)
        self._people = People(theme)
        self._rose = CeilingRose(theme, self, diameter=ROSE, centre=_rose_centre)
        self._lay_out(theme)
        self._connect(registry)
        self._show(model.state)

    def open_place(self, place: Place) -> None:
        self._model.load()

    def focus_first(self) -> None:
        self._focus_wanted = True  # given as soon as it is known what is on the page

    def regions(self) -> tuple[QWidget, ...]:
        return (self._head, self._scroll)

    def ask_with_whom(self) -> None:
        """Open the list of clients to start a session with; with one that runs, go on."""
        self._asked = True
        self._navigation.go(Place(PageId.TODAY))
        self._model.load()

    def _connect(self, registry: Registry) -> None:
        registry.bind("go.today", lambda: self._navigation.go(Place(PageId.TODAY)))
        registry.bind("session.start", self._start.here)
        self._start.client_wanted.connect(self.ask_with_whom)
        self._model.state_changed.connect(self._show)
        self._begin.clicked.connect(self._open_menu)
        self._begin_too.clicked.connect(self._open_menu)
        self._first.add_client.clicked.connect(registry.action("client.add").trigger)
        self._first.fill_in.clicked.connect(self._fill_in)
        self._people.fill_in.clicked.connect(self._fill_in)
        self._kit.connect_to(registry)
        self._backup.connect_to(registry)
        self._people.kit.connect_to(registry)
        self._people.backup.connect_to(registry)
        self._people.all_clients.clicked.connect(self._all_clients)
        self._people.client_opened.connect(self._open_client)
        self._people.go_on.connect(self._start.with_client)

    def _show(self, state: State) -> None:
        empty = not state.people
        self._title.setText(long_day(state.today))
        self._subtitle.setText(_subtitle(state) if state.loaded else "")
        self._first.setVisible(empty and state.loaded)
        self._first.show_practice_step(not state.practice_known)
        self._kit.show_need(state.kit_need)
        self._backup.show_state(state)
        self._rose.setVisible(empty and state.loaded)
        self._people.setVisible(not empty)
        self._people.show_state(state)
        self._begin.setVisible(not empty and not state.running)
        self._begin_too.setVisible(not empty and bool(state.running))
        if state.loaded and self._focus_wanted:
            self._focus_wanted = False
            (self.setFocus if empty else self._people.focus_first)()
        if state.loaded and self._asked:
            self._asked = False
            self._answer(state)

    def _answer(self, state: State) -> None:
        if state.running:
            self._start.with_client(state.running[0].client)
        elif state.people:
            self._open_menu()

    def _fill_menu(self, state: State) -> None:
        self._menu.clear()
        for person in state.people[:IN_MENU]:
            action = self._menu.addAction(person.name.replace("&", "&&"))
            action.triggered.connect(lambda _=False, id=person.client: self._start.with_client(id))
        if len(state.people) > IN_MENU:
            everybody = translate("Today", "All {count} clients").format(count=len(state.people))
            self._menu.addSeparator()
            self._menu.addAction(everybody).triggered.connect(self._all_clients)

    def _open_menu(self) -> None:
        self._fill_menu(self._model.state)
        button = self._begin_too if self._begin.isHidden() else self._begin
        self._menu.setMinimumWidth(button.width())
        self._menu.popup(button.mapToGlobal(QPoint(0, button.height() + 4)))

    def _open_client(self, client: ClientId) -> None:
        self._navigation.go(Place(PageId.CLIENT, client=client))

    def _all_clients(self) -> None:
        self._navigation.go(Place(PageId.CLIENTS))

    def _fill_in(self) -> None:
        self._navigation.go(Place(PageId.SETTINGS, tab="practice"))

    def _start_buttons(self, theme: Theme) -> tuple[Button, Button]:
        """The same button twice: the main one, and the plain one beside what runs already."""
        words = translate("Today", "Start a session with…")
        main = Button(theme, words, ButtonKind.MAIN, trailing_icon="chevron-down", keys="F5")
        plain = Button(theme, words, trailing_icon="chevron-down")
        main.setObjectName("today.start_session")
        plain.setObjectName("today.start_another_session")
        return main, plain

    def _lay_out(self, theme: Theme) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._subtitle)
        self._head.row.addLayout(words, 1)
        self._head.row.addWidget(self._begin, 0, Qt.AlignmentFlag.AlignVCenter)
        self._head.row.addWidget(self._begin_too, 0, Qt.AlignmentFlag.AlignVCenter)
        inset = QVBoxLayout()
        inset.setContentsMargins(PADDING, 0, PADDING, 0)
        inset.addWidget(self._first)
        self._scroll.content.addWidget(Unread(theme, self._model.unread))
        self._scroll.content.addLayout(inset)
        self._scroll.content.addWidget(self._people)
        self._scroll.content.addStretch(1)
        fill_page(self, self._head, self._scroll)


def _subtitle(state: State) -> str:
    if not state.people:
        if state.archived:
            return translate("Today", "Nobody is coached at present.")
        return translate("Today", "The vault is ready. Nothing in it yet.")
    if len(state.running) == 1:
        return translate("Today", "One session is running.")
    if state.running:
        return translate("Today", "{count} sessions are running.").format(count=len(state.running))
    last = state.people[0]
    if last.last_seen is None:
        return translate("Today", "No session yet.")
    sentence = translate("Today", "The last session was {day}, with {name}.")
    day = week_day(last.last_seen, state.today)
    return filled(sentence, day=day, name=last.first_name)


def _rose_centre(room: QSize) -> QPointF:
    return QPointF(
        room.width() + ROSE_OUT_RIGHT - ROSE / 2, room.height() + ROSE_OUT_BELOW - ROSE / 2
    )
