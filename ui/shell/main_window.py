"""The one window: the locked stage, then the desk, and pages that take it whole."""

import os
from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from app.settings.device import DeviceSettings
from ui.commands.context import Context
from ui.commands.registry import Registry
from ui.shell.desk import Desk
from ui.shell.geometry import Geometry
from ui.shell.locked_stage import LockedStage
from ui.shell.navigation import Navigation, PageId, Place
from ui.shell.notices import Notices
from ui.shell.page import Page
from ui.shell.regions import focus_next
from ui.theme import Theme

TITLE = "Underrose"  # always: no vault, client or page in a task bar
SMALLEST = QSize(1024, 640)
FIRST_SIZE = QSize(1280, 830)  # 800 below the menu bar
FRAME = QSize(16, 48)  # about what a window manager puts around it


class MainWindow(QMainWindow):
    """Shows what navigation says; decides nothing."""

    painted = Signal()  # once, when the first picture is on the screen
    close_asked = Signal()
    resized = Signal()

    def __init__(
        self, theme: Theme, registry: Registry, navigation: Navigation, device: DeviceSettings
    ) -> None:
        super().__init__()
        self.setObjectName("window")
        self.setWindowTitle(TITLE)
        self.setMinimumSize(SMALLEST)
        self.notices = Notices(theme)
        self._registry = registry
        self._stack = QStackedWidget()
        self._stage: LockedStage | None = None
        self._desk: Desk | None = None
        self._pages: Mapping[PageId, Page] = {}
        self._was_painted = False
        self._geometry = Geometry(self, device)
        centre = QWidget()
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.notices)
        column.addWidget(self._stack, 1)
        self.setCentralWidget(centre)
        navigation.arrived.connect(self._arrive)

    def open(self) -> None:
        """Appears where it was last."""
        if not self._geometry.restore():
            room = self.screen().availableSize() - FRAME
            self.resize(FIRST_SIZE.boundedTo(room))
            if room != room.expandedTo(FIRST_SIZE):
                self.setWindowState(Qt.WindowState.WindowMaximized)
        self.show()

    def show_locked(self, stage: LockedStage) -> None:
        """Shows the stage before the vault is open."""
        self._stage = stage
        self._stack.addWidget(stage)
        self._registry.set_context(Context.LOCKED)

    def show_desk(self, desk: Desk, pages: Mapping[PageId, Page]) -> None:
        """Shows the open vault; what was typed into the locked stage goes with it."""
        self._desk, self._pages = desk, pages
        self._stack.addWidget(desk)
        for page in pages.values():
            if page.full_window:
                self._stack.addWidget(page)
            else:
                desk.add(page)
        self._stack.setCurrentWidget(desk)
        self._registry.set_context(Context.DESK)
        if self._stage is not None:
            self._stage.deleteLater()
            self._stage = None

    def page_at(self, place: Place) -> Page:
        """The page that shows `place`."""
        return self._pages[place.page]

    def toggle_full_screen(self) -> None:
        """The whole screen, or the window as it was."""
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def come_to_front(self, token: str) -> None:
        """Shows itself to whoever started Underrose again; `token` is a Wayland activation's."""
        if token:
            os.environ["XDG_ACTIVATION_TOKEN"] = token  # where Qt looks for it
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def next_region(self, step: int) -> None:
        """F6: puts the focus into the next part of what is shown."""
        focus_next((self.notices, *self._regions()), step)

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()
        self.close_asked.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            # The rest of the picture is painted in the same turn of the event loop.
            QTimer.singleShot(0, self.painted.emit)

    def _arrive(self, place: Place) -> None:
        page = self._pages[place.page]
        if self._desk is not None and not page.full_window:
            self._desk.show_page(page)
            self._stack.setCurrentWidget(self._desk)
        else:
            self._stack.setCurrentWidget(page)
        page.open_place(place)
        self._registry.set_context(page.context)
        page.focus_first()

    def _regions(self) -> tuple[QWidget, ...]:
        front = self._stack.currentWidget()
        if self._stage is not None:
            return (self._stage,)
        for page in self._pages.values():
            if page.isVisible() and page is not front and self._desk is not None:
                return (self._desk.sidebar, *page.regions())
        return front.regions() if isinstance(front, Page) else ()
