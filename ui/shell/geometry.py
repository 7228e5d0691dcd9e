"""Keeps where the window was on this computer; nothing about what it showed."""

from PySide6.QtCore import QByteArray, QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

from app.settings.declared import WINDOW_GEOMETRY
from app.settings.device import DeviceSettings

AFTER_MOVING = 500  # milliseconds
MOVES = frozenset({QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.WindowStateChange})


class Geometry(QObject):
    """Writes soon after a move, not at the end: a successor's window may start before that."""

    def __init__(self, window: QWidget, device: DeviceSettings) -> None:
        super().__init__(window)
        self._window = window
        self._device = device
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(AFTER_MOVING)
        self._later.timeout.connect(self._write)
        window.installEventFilter(self)

    def restore(self) -> bool:
        """Puts the window where it was; False when that isn't known."""
        text = self._device.get(WINDOW_GEOMETRY).encode("ascii", "ignore")
        kept = QByteArray.fromBase64(QByteArray(text))
        return not kept.isEmpty() and self._window.restoreGeometry(kept)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in MOVES and watched is self._window and self._window.isVisible():
            self._later.start()
        return super().eventFilter(watched, event)

    def _write(self) -> None:
        if self._window.isVisible():
            text = bytes(self._window.saveGeometry().toBase64().data()).decode("ascii")
            self._device.put(WINDOW_GEOMETRY, text)
