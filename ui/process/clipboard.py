"""The one door to the clipboard: what leaves by it is marked, and taken back after half a minute.

Marked, since the history managers of desktops keep what is copied, often on disk. Whatever Qt's
own fields copy by themselves is marked here as well, before anybody can ask for it.
"""

from PySide6.QtCore import QMimeData, QObject, QTimer
from PySide6.QtGui import QClipboard, QGuiApplication

KEPT = 30_000  # milliseconds
# KDE's Klipper and those that follow it; Windows; macOS.
KEEP_OUT_OF_HISTORY = {
    "x-kde-passwordManagerHint": b"secret",
    "ExcludeClipboardContentFromMonitorProcessing": b"1",
    "CanIncludeInClipboardHistory": b"\0\0\0\0",
    "CanUploadToCloudClipboard": b"\0\0\0\0",
    "application/x-nspasteboard-concealed-type": b"1",
    "org.nspasteboard.ConcealedType": b"1",
}


def copy_text(text: str) -> None:
    """Copies a text, marked."""
    data = QMimeData()
    data.setText(text)
    QGuiApplication.clipboard().setMimeData(marked(data))


def take_back() -> None:
    """Empties a clipboard that this process filled; one that somebody else filled stays."""
    clipboard = QGuiApplication.clipboard()
    if clipboard.ownsClipboard():
        clipboard.clear(QClipboard.Mode.Clipboard)
    if clipboard.ownsSelection():
        clipboard.clear(QClipboard.Mode.Selection)


def marked(data: QMimeData) -> QMimeData:
    """The same content, to be kept by no history."""
    copy = QMimeData()
    for kind in data.formats():
        copy.setData(kind, data.data(kind))
    for kind, hint in KEEP_OUT_OF_HISTORY.items():
        copy.setData(kind, hint)
    return copy


class ClipboardGuard(QObject):
    """Marks what Qt's fields and labels copy, and takes it back in time.

    What is merely selected goes nowhere: on X11 every program could read it, and a middle click
    would put a client's words into whatever is under the pointer.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(KEPT)
        self._timer.timeout.connect(take_back)
        QGuiApplication.clipboard().changed.connect(self._look)

    def _look(self, mode: QClipboard.Mode) -> None:
        clipboard = QGuiApplication.clipboard()
        if mode is QClipboard.Mode.Selection:
            if clipboard.ownsSelection():
                clipboard.clear(mode)
        elif mode is QClipboard.Mode.Clipboard:
            self._look_at_copied(clipboard)

    def _look_at_copied(self, clipboard: QClipboard) -> None:
        if not clipboard.ownsClipboard():
            self._timer.stop()  # somebody else's by now
            return
        data = clipboard.mimeData()
        if not data.formats():
            self._timer.stop()
        elif any(not data.hasFormat(kind) for kind in KEEP_OUT_OF_HISTORY):
            clipboard.setMimeData(marked(data))  # which leads here again
        else:
            self._timer.start()
