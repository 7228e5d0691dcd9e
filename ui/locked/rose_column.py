"""The look of the locked window: the rose above, a narrow column below it, a line at the foot."""

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.locked.ceiling import ROSE, lift, rose_centre
from ui.locked.locked_page import LockedPage
from ui.theme.switcher import Theme
from ui.translation import translate
from ui.widgets.ceiling_rose import CeilingRose
from ui.widgets.icon_view import IconView
from ui.widgets.scroll_page import Scrolled
from ui.widgets.text import Text

COLUMN_TOP = 316
COLUMN_WIDTH = 360
FOOT = 28


class RoseColumn(LockedPage):
    """A locked page; subclasses fill `column`."""

    across = COLUMN_WIDTH
    down = COLUMN_TOP  # where it begins, in a window of full height
    raised = 0  # how much higher the rose hangs, where the column needs the room

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        CeilingRose(theme, self, diameter=ROSE, centre=self._rose_centre)
        page = Scrolled()
        self._column = QWidget()
        self.column = QVBoxLayout(self._column)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self._rows = QVBoxLayout(page)
        self._rows.setContentsMargins(0, self.down, 0, FOOT)
        self._rows.setSpacing(0)
        self._rows.addLayout(_in_the_middle(self._column))
        self._rows.addStretch(1)
        self._rows.addSpacing(theme.tokens.space(4))
        self._rows.addLayout(_never_online(theme))
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)
        theme.changed.connect(self._fit)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._rows.setContentsMargins(0, self.down - lift(event.size().height()), 0, FOOT)
        super().resizeEvent(event)

    def _rose_centre(self, room: QSize) -> QPointF:
        return rose_centre(room) - QPointF(0, self.raised)

    def _fit(self) -> None:
        self._column.setFixedWidth(self._theme.tokens.scaled(self.across))


def _in_the_middle(widget: QWidget) -> QHBoxLayout:
    # Not by alignment: wrapped lines would be measured at the full width, and then cut.
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(widget)
    row.addStretch(1)
    return row


def _never_online(theme: Theme) -> QHBoxLayout:
    words = translate(
        "RoseColumn", "Underrose never goes online. Nothing here says who your clients are."
    )
    row = QHBoxLayout()
    row.setSpacing(6)
    row.addStretch(1)
    row.addWidget(IconView(theme, "wifi-off", "ink.tertiary", 15))
    row.addWidget(Text(words, "caption", "tertiary"))
    row.addStretch(1)
    return row
