"""The one window: the locked stage in front, then the desk."""

import os
from typing import Protocol, cast

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from app.settings.device import DeviceSettings
from ui.shell.geometry import Geometry

TITLE = "Underrose"  # always: no vault, client or page in a task bar
SMALLEST = QSize(1024, 640)
FIRST_SIZE = QSize(1280, 830)  # 800 below the menu bar
FRAME = QSize(16, 48)  # about what a window manager puts around it
READY_BY = 1_000  # milliseconds: a window that nobody sees may never be painted


class Front(Protocol):
    """What fills the window."""

    def regions(self) -> tuple[QWidget, ...]:
        """What F6 walks through, in reading order."""
        ...


class MainWindow(QMainWindow):
    """Shows one thing at a time, and knows nothing about it."""

    painted = Signal()  # once, when the first picture is on the screen
    ready = Signal()  # once, right after that, or when it takes too long
    close_asked = Signal()

    def __init__(self, device: DeviceSettings) -> None:
        super().__init__()
        self.setObjectName("window")
        self.setWindowTitle(TITLE)
        self.setMinimumSize(SMALLEST)
        self._front: QWidget | None = None
        self._above: list[QWidget] = []
        self._was_painted = False
        self._is_ready = False
        self._ready_by = QTimer(self)
        self._ready_by.setSingleShot(True)
        self._ready_by.timeout.connect(self._become_ready)
        self._geometry = Geometry(self, device)
        centre = QWidget()
        self._column = QVBoxLayout(centre)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.setCentralWidget(centre)

    def open(self, *, behind: bool = False) -> None:
        """Appears where it was last; `behind` whatever somebody is using now."""
        if behind:
            # seldom needed, and slow to load
            from PySide6.QtCore import Qt

            self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        room = self.screen().availableSize() - FRAME
        if self._geometry.restore():
            self.show()
        elif room == room.expandedTo(FIRST_SIZE):
            self.resize(FIRST_SIZE)
            self.show()
        else:
            self.resize(FIRST_SIZE.boundedTo(room))
            self.showMaximized()
        self._ready_by.start(READY_BY)

    def show_front(self, front: QWidget) -> None:
        """Shows a `Front`; the one before, and what was typed into it, goes."""
        if self._front is not None:
            self._front.hide()
            self._front.deleteLater()
        self._front = front
        self._column.addWidget(front, 1)

    @property
    def in_session(self) -> bool:
        """Whether what is in front shows a running session."""
        return bool(getattr(self._front, "in_session", False))  # the desk alone can

    @property
    def at_work(self) -> bool:
        """Whether what is in front is busy with what a lock would undo."""
        return bool(getattr(self._front, "at_work", False))  # the page of a new key alone can be

    def put_above(self, widget: QWidget) -> None:
        """Puts a widget above what is in front, whatever that is."""
        self._above.append(widget)
        self._column.insertWidget(0, widget)

    def toggle_full_screen(self) -> None:
        """The whole screen, or the window as it was."""
        # takes 12 ms to import, which the first picture need not wait for
        from PySide6.QtCore import Qt

        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def come_to_front(self, token: str) -> None:
        """Shows itself to whoever started Underrose again; `token` is a Wayland activation's."""
        if token:
            os.environ["XDG_ACTIVATION_TOKEN"] = token  # where Qt looks for it
        if self.isMinimized():
            self.showNormal()
        self.show()
        self.raise_()
        self.activateWindow()

    def regions(self) -> tuple[QWidget, ...]:
        """What F6 walks through."""
        if self._front is None:
            return tuple(self._above)
        return (*self._above, *cast(Front, self._front).regions())

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()
        self.close_asked.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            # The rest of the picture is painted in the same turn of the event loop.
            QTimer.singleShot(0, self._tell_painted)

    def _tell_painted(self) -> None:
        self.painted.emit()
        self._become_ready()

    def _become_ready(self) -> None:
        if not self._is_ready:
            self._is_ready = True
            self._ready_by.stop()
            self.ready.emit()
