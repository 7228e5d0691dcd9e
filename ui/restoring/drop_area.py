"""Where a backup is dropped, or chosen by a button."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QRectF, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QVBoxLayout

from ui.theme.switcher import Theme
from ui.translation import translate
from ui.widgets.button import Button
from ui.widgets.icon_view import IconView
from ui.widgets.text import Text

ICON = 28
ROUND = 10
PADDING = 20
DASHES = [4.0, 3.0]  # in widths of the pen


class DropArea(QFrame):
    """A dashed box; what is dragged over it lights it up if it is one file."""

    dropped = Signal(object)  # Path
    asked = Signal()  # for the dialog that asks for a file

    def __init__(self, theme: Theme, named: str) -> None:
        """`named` begins the object names of what can be used in it."""
        super().__init__()
        self._theme = theme
        self._lit = False
        self.setAcceptDrops(True)
        self.setObjectName(f"{named}.drop")
        said = Text(translate("DropArea", "Drop a backup here, or"), "body", "primary", wrap=True)
        said.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.choose = Button(theme, translate("DropArea", "Choose a file"), icon="folder-open")
        self.choose.setObjectName(f"{named}.choose")
        column = QVBoxLayout(self)
        column.setContentsMargins(PADDING, PADDING, PADDING, PADDING)
        column.setSpacing(theme.tokens.space(3))
        middle = Qt.AlignmentFlag.AlignHCenter
        column.addWidget(IconView(theme, "file-archive", "ink.secondary", ICON), 0, middle)
        column.addWidget(said)
        column.addWidget(self.choose, 0, middle)
        self.choose.clicked.connect(self.asked)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if file_in(event.mimeData()) is not None:
            event.setDropAction(Qt.DropAction.CopyAction)  # it stays where it is
            event.accept()
            self._light(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._light(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._light(False)
        path = file_in(event.mimeData())
        if path is not None:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self.dropped.emit(path)

    def paintEvent(self, event: QPaintEvent) -> None:
        color = self._theme.tokens.color
        pen = QPen(color("rose.fill" if self._lit else "line.control"), 1)
        pen.setDashPattern(DASHES)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(pen)
        painter.setBrush(color("bg.surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), ROUND, ROUND)
        painter.end()

    def _light(self, lit: bool) -> None:
        self._lit = lit
        self.update()


def file_in(data: QMimeData) -> Path | None:
    """The one file of this computer that is dragged; None for anything else."""
    urls = data.urls()
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    return Path(urls[0].toLocalFile())
