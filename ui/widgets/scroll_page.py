"""The scrolling part of a page: page paddings, and content that stays readable on wide screens."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

MAX_CONTENT = 1180  # logical pixels; wider windows leave the rest empty at the right
SIDE = 36
TOP = 28
BOTTOM = 36


class ScrollPage(QScrollArea):
    """A vertical scroll area; put the page into `content`."""

    def __init__(
        self,
        *,
        top: int = TOP,
        side: int = SIDE,
        bottom: int = BOTTOM,
        max_width: int = MAX_CONTENT,
        parent: QWidget | None = None,
    ) -> None:
        """Make an empty page with `top`, `side` and `bottom` padding in logical pixels."""
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        page = QWidget()
        page.setProperty("kind", "scrolled")
        column = QWidget()
        column.setMaximumWidth(max_width)
        self.content = QVBoxLayout(column)
        self.content.setContentsMargins(0, 0, 0, 0)
        self.content.setSpacing(0)
        row = QHBoxLayout(page)
        row.setContentsMargins(side, top, side, bottom)
        row.setSpacing(0)
        row.addWidget(column, 1000)
        row.addStretch(1)
        self.setWidget(page)
