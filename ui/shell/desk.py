"""The desk: the sidebar, and the page in front beside it."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from app.settings.declared import SIDEBAR_NARROW
from app.settings.device import DeviceSettings
from ui.shell.page import Page
from ui.shell.sidebar import Sidebar

NARROW_BELOW = 1180  # logical pixels of window width


class Desk(QWidget):
    """Pages without a frame of their own; the sidebar is narrow in a narrow window."""

    def __init__(self, sidebar: Sidebar, device: DeviceSettings) -> None:
        super().__init__()
        self.setObjectName("desk")
        self.sidebar = sidebar
        self._device = device
        self._pages = QStackedWidget()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(sidebar)
        row.addWidget(self._pages, 1)

    def add(self, page: Page) -> None:
        """Puts a page on the desk, behind the others."""
        self._pages.addWidget(page)

    def show_page(self, page: Page) -> None:
        """Brings a page to the front."""
        self._pages.setCurrentWidget(page)

    @property
    def is_wide(self) -> bool:
        """Whether there is room for words in the sidebar."""
        return self.width() >= NARROW_BELOW

    def toggle_sidebar(self) -> None:
        """Narrow or wide, from now on, on this computer."""
        self._device.put(SIDEBAR_NARROW, not self._device.get(SIDEBAR_NARROW))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    def _fit(self) -> None:
        self.sidebar.set_narrow(not self.is_wide or self._device.get(SIDEBAR_NARROW))
