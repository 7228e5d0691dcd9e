"""The desk: the sidebar with a page beside it, or a page that takes the whole window."""

from collections.abc import Mapping

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from app.settings.declared import SIDEBAR_NARROW
from app.settings.device import DeviceSettings
from ui.commands.context import Context
from ui.commands.registry import Registry
from ui.places.navigation import Navigation, PageId, Place
from ui.places.page import Page
from ui.sidebar.sidebar import Sidebar

FOR_PAGES = 956  # logical pixels: what pages need beside a wide sidebar


class Desk(QStackedWidget):
    """Shows the page where navigation arrives; the sidebar is narrow in a narrow window."""

    def __init__(
        self,
        sidebar: Sidebar,
        pages: Mapping[PageId, Page],
        navigation: Navigation,
        registry: Registry,
        device: DeviceSettings,
    ) -> None:
        super().__init__()
        self.setObjectName("desk")
        self.sidebar = sidebar
        self._pages = pages
        self._registry = registry
        self._device = device
        self._beside = QStackedWidget()
        self._with_sidebar = QWidget()
        row = QHBoxLayout(self._with_sidebar)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(sidebar)
        row.addWidget(self._beside, 1)
        self.addWidget(self._with_sidebar)
        for page in pages.values():
            (self if page.full_window else self._beside).addWidget(page)
        registry.set_context(Context.DESK)
        navigation.arrived.connect(self._arrive)
        sidebar.measured.connect(self._fit)

    def page_at(self, place: Place) -> Page:
        """The page that shows `place`."""
        return self._pages[place.page]

    def regions(self) -> tuple[QWidget, ...]:
        """What F6 walks through."""
        front = self.currentWidget()
        if isinstance(front, Page):
            return front.regions()
        page = self._beside.currentWidget()
        return (self.sidebar, *(page.regions() if isinstance(page, Page) else ()))

    @property
    def in_session(self) -> bool:
        """Whether the page in front shows a running session."""
        front = self.currentWidget()
        return isinstance(front, Page) and front.in_session

    @property
    def is_wide(self) -> bool:
        """Whether there is room for words in the sidebar."""
        return self.width() - self.sidebar.wide >= FOR_PAGES

    def toggle_sidebar(self) -> None:
        """Narrow or wide, from now on, on this computer."""
        self._device.put(SIDEBAR_NARROW, not self._device.get(SIDEBAR_NARROW))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
        self._registry.refresh()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    def _arrive(self, place: Place) -> None:
        page = self.page_at(place)
        if page.full_window:
            self.setCurrentWidget(page)
        else:
            self._beside.setCurrentWidget(page)
            self.setCurrentWidget(self._with_sidebar)
        page.open_place(place)
        self._registry.set_context(page.context)
        page.focus_first()

    def _fit(self) -> None:
        self.sidebar.set_narrow(not self.is_wide or self._device.get(SIDEBAR_NARROW))
