"""The page of settings, one tab for each section."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.settings.device import DeviceSettings
from ui.commands.registry import Registry
from ui.leaving.lock import BeforeLock
from ui.messages import message_for
from ui.pages.settings.about_model import AboutModel
from ui.pages.settings.about_section import AboutSection
from ui.pages.settings.general_section import GeneralSection
from ui.pages.settings.practice_model import PracticeModel, State
from ui.pages.settings.practice_section import PracticeSection
from ui.pages.settings.vault_section import VaultSection
from ui.places.navigation import Navigation, PageId, Place
from ui.places.page import Page
from ui.theme.switcher import Theme
from ui.translation import translate
from ui.widgets.page_head import PageHead, fill_page
from ui.widgets.page_title import PageTitle
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.small_print import SmallPrint
from ui.widgets.tab_bar import TabBar
from ui.words.dates import clock_time

TABS = ("general", "practice", "vault", "about")
PRACTICE = TABS.index("practice")


class SettingsPage(Page):
    """Shows the section that a place names; an empty name is the first one."""

    def __init__(
        self,
        theme: Theme,
        model: PracticeModel,
        about_model: AboutModel,
        vault: VaultSection,
        navigation: Navigation,
        registry: Registry,
        device: DeviceSettings,
        before_lock: BeforeLock,
    ) -> None:
        """Bind the commands of this page."""
        super().__init__()
        self.setObjectName("settings")
        self._model = model
        self._navigation = navigation
        general, about = GeneralSection(theme, device), AboutSection(theme, about_model)
        self._practice = PracticeSection(theme, model)
        self._vault = vault
        self._sections: tuple[
            GeneralSection | PracticeSection | VaultSection | AboutSection, ...
        ] = (general, self._practice, vault, about)
        self._tabs = _tab_bar(theme)
        self._saved = SmallPrint(theme)
        self._saved.setObjectName("settings.saved")
        self._head = PageHead(top=24, bottom=0)
        self._scroll = ScrollPage(top=20)
        self._lay_out(theme)
        self._tabs.currentChanged.connect(self._go_to_tab)
        model.state_changed.connect(self._show_saved)
        before_lock(self, self._practice.unsaved)
        registry.bind("go.settings", lambda: self._go(""))
        registry.bind("go.practice", lambda: self._go("practice"))
        registry.bind("go.vault", lambda: self._go("vault"))
        registry.bind("help.about", lambda: self._go("about"))
        self._show_tab(0)

    def open_place(self, place: Place) -> None:
        self._show_tab(TABS.index(place.tab) if place.tab in TABS else 0)
        self._model.load()
        if place.tab == "vault":
            self._vault.load()

    def focus_first(self) -> None:
        self._sections[self._tabs.currentIndex()].focus_first()

    def regions(self) -> tuple[QWidget, ...]:
        return (self._head, self._scroll)

    def _show_saved(self, state: State) -> None:
        if state.failed is not None:
            self._saved.say(message_for(state.failed).text, "brick", "circle-alert")
        elif state.saved_at is not None:
            saved = translate("Settings", "Saved {time}").format(time=clock_time(state.saved_at))
            self._saved.say(saved, "tertiary", "check")

    def _show_tab(self, index: int) -> None:
        was = self._tabs.blockSignals(True)
        self._tabs.setCurrentIndex(index)
        self._tabs.blockSignals(was)
        for at, section in enumerate(self._sections):
            section.setVisible(at == index)
        self._scroll.verticalScrollBar().setValue(0)

    def _go_to_tab(self, index: int) -> None:
        self._go(TABS[index] if index else "")

    def _go(self, tab: str) -> None:
        self._navigation.go(Place(PageId.SETTINGS, tab=tab))

    def _lay_out(self, theme: Theme) -> None:
        self._head.row.addWidget(PageTitle(theme, translate("Settings", "Settings")), 1)
        self._head.row.addWidget(self._saved)
        self._head.content.addSpacing(12)
        self._head.content.addWidget(self._tabs)
        for section in self._sections:
            # In a row of its own: aligned, it would get the height that its words need at the
            # width of the page, and they would be cut off at its own.
            row = QHBoxLayout()
            row.addWidget(section)
            row.addStretch(1)
            self._scroll.content.addLayout(row)
        self._scroll.content.addStretch(1)
        fill_page(self, self._head, self._scroll)


def _tab_bar(theme: Theme) -> TabBar:
    tabs = TabBar(theme, translate("Settings", "Parts of the settings"))
    tabs.setObjectName("settings.tabs")
    for name in (
        translate("Settings", "General"),
        translate("Settings", "Practice"),
        translate("Settings", "Vault"),
        translate("Settings", "About"),
    ):
        tabs.add(name)
    return tabs
