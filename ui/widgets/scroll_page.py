"""The scrolling part of a page: page paddings, and content that stays readable on wide screens."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

MAX_CONTENT = 1180  # logical pixels; wider windows leave the rest empty at the right
SIDE = 36
TOP = 28
BOTTOM = 36
ROW_PADDING = 12


class Scrolled(QWidget):
    """What lies in a scroll area: as high as its lines are at the width that there is.

    Wrapping labels would else ask for the height that they have in a narrow column; without any,
    the height does not follow from the width, and has to be asked for.
    """

    def __init__(self) -> None:
        """Make an empty one."""
        super().__init__()
        self.setProperty("kind", "scrolled")

    def minimumSizeHint(self) -> QSize:
        hint, layout = super().minimumSizeHint(), self.layout()
        wraps = layout is not None and layout.hasHeightForWidth()
        return QSize(hint.width(), 0) if wraps else hint


class ScrollPage(QScrollArea):
    """A vertical scroll area; put the page into `content`."""

    def __init__(
        self,
        *,
        top: int = TOP,
        side: int = SIDE,
        bottom: int = BOTTOM,
        max_width: int = MAX_CONTENT,
        rows: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Make an empty page with `top`, `side` and `bottom` padding in logical pixels.

        With `rows` it is wider by a row's padding on both sides, so that the words in rows are
        level with the head of the page, and the ground of a row reaches further out.
        """
        super().__init__(parent)
        if rows:
            side, max_width = side - ROW_PADDING, max_width + 2 * ROW_PADDING
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        page = Scrolled()
        column = QWidget()
        column.setMaximumWidth(max_width)
        self.content = QVBoxLayout(column)
        self.content.setContentsMargins(0, 0, 0, 0)
        self.content.setSpacing(0)
        self._row = QHBoxLayout(page)
        self._row.setSpacing(0)
        self._row.addWidget(column, 1000)
        self._row.addStretch(1)
        self.set_margins(top, side, bottom)
        self.setWidget(page)

    def set_margins(self, top: int, side: int, bottom: int) -> None:
        """Change the padding, in logical pixels."""
        self._row.setContentsMargins(side, top, side, bottom)
