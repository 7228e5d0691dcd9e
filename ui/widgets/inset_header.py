"""A header row whose words and rule keep the card's inset at both ends."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from ui.theme.switcher import Theme

INSET = 18
_HEIGHT = 36


class InsetHeader(QHeaderView):
    """Sections are not clickable; the last one's words stand at the right when asked to."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make a header for a table's `setHeader`."""
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._theme.tokens.scaled(_HEIGHT))

    def paintSection(  # noqa: N802  Qt's name
        self, painter: QPainter, rect: QRect, section: int
    ) -> None:
        first, last = section == 0, section == self.count() - 1
        room = QRectF(rect)
        inner = room.adjusted(INSET if first else 0, 0, -INSET if last else 0, 0)
        painter.save()
        self.paint_words(painter, inner, section)
        painter.restore()
        rule = QRectF(inner.left(), room.bottom() - 1, inner.width(), 1)
        painter.fillRect(rule, self._theme.tokens.color("line.subtle"))

    def paint_words(self, painter: QPainter, room: QRectF, section: int) -> None:
        """Writes a section's title into `room`."""
        model = self.model()
        across = Qt.Orientation.Horizontal
        align = model.headerData(section, across, Qt.ItemDataRole.TextAlignmentRole)
        flags = align if isinstance(align, Qt.AlignmentFlag) else Qt.AlignmentFlag.AlignVCenter
        painter.setFont(self._theme.font("caption"))
        painter.setPen(self._theme.tokens.color("ink.tertiary"))
        painter.drawText(room, flags, str(model.headerData(section, across) or ""))
