"""The page of the help: which pages there are, and the one that is shown."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.commands.context import Context
from ui.commands.registry import Registry
from ui.pages.help.dialog import HelpDialog, is_open
from ui.pages.help.reader import HelpReader
from ui.pages.help.topic_list import TopicList
from ui.pages.help.topics import Topic, title, topic_named, topic_of, topic_of_dialog
from ui.pages.help.view_model import HelpModel
from ui.places.navigation import Navigation, PageId, Place
from ui.places.page import Page
from ui.theme.switcher import Theme
from ui.widgets.scrim import top_scrim

LIST = 260  # logical pixels at 100 % text
MEASURE = 680  # logical pixels: how wide lines run, as in a note
BETWEEN = 44
SIDE = 36
TOP = 28


class HelpPage(Page):
    """A place's tab names the page that is shown."""

    def __init__(
        self, theme: Theme, model: HelpModel, navigation: Navigation, registry: Registry
    ) -> None:
        """Bind the commands of this page."""
        super().__init__()
        self.setObjectName("help")
        self._theme = theme
        self._model = model
        self._navigation = navigation
        self._registry = registry
        self._topic = Topic.START
        self._list = TopicList(theme)
        self._reader = HelpReader(theme)
        self._list.topic_chosen.connect(self._go)
        self._reader.topic_chosen.connect(self._go)
        model.read.connect(self._show)
        registry.bind("help.page", self._help_with_this)
        registry.bind("help.security", lambda: self._help_with(Topic.SECURITY))
        self._lay_out()
        theme.changed.connect(self._fit)
        self._fit()

    def open_place(self, place: Place) -> None:
        self._topic = topic_named(place.tab)
        self._list.show_topic(self._topic)
        self._show()
        self._model.load()

    def focus_first(self) -> None:
        self._list.setFocus()

    def regions(self) -> tuple[QWidget, ...]:
        return (self._list, self._reader)

    def _help_with_this(self) -> None:
        here = self._navigation.place
        dialog = top_scrim(self.window())
        if dialog is not None:
            self._help_with(topic_of_dialog(dialog.objectName(), topic_of(here)))
        elif here is None or here.page is not PageId.HELP:  # else the key does nothing
            self._help_with(topic_of(here))

    def _help_with(self, topic: Topic) -> None:
        """Leaves neither a dialog nor a session for it: the client may see the screen."""
        window = self.window()
        if is_open(window):
            return
        if top_scrim(window) is None and self._registry.screen is not Context.SESSION:
            self._go(topic)
        else:
            HelpDialog(window, self._theme, self._model, topic).open()

    def _go(self, topic: Topic) -> None:
        self._navigation.go(Place(PageId.HELP, tab=topic.value))

    def _show(self) -> None:
        self._reader.show_page(title(self._topic), self._model.text(self._topic))

    def _lay_out(self) -> None:
        beside = QVBoxLayout()
        beside.addWidget(self._list)
        beside.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(SIDE, TOP, 0, 0)
        row.setSpacing(BETWEEN)
        row.addLayout(beside)
        row.addWidget(self._reader, 1)
        QWidget.setTabOrder(self._list, self._reader)

    def _fit(self) -> None:
        scaled = self._theme.tokens.scaled
        self._list.setFixedWidth(scaled(LIST))
        self._reader.set_measure(scaled(MEASURE))
