"""The line of time: what there was with a client, newest first."""

from PySide6.QtCore import QAbstractListModel, QObject, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from ui.pages.client.overview_model import Entry, Sign
from ui.theme.switcher import Theme
from ui.widgets.fitted_list import Index
from ui.widgets.row_delegate import paint_ground, paint_line

ENTRY = Qt.ItemDataRole.UserRole
DOT = 9  # logical pixels across
ABOVE = 5  # from the row's edge to its words
DOT_TOP = ABOVE + 5
TEXT = DOT + 14  # where the words begin
BELOW = 8


class TogetherModel(QAbstractListModel):
    """Entries as they stand."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Start without entries."""
        super().__init__(parent)
        self._entries: tuple[Entry, ...] = ()

    def show_entries(self, entries: tuple[Entry, ...]) -> None:
        """Show other entries; the same ones change nothing."""
        if entries != self._entries:
            self.beginResetModel()
            self._entries = entries
            self.endResetModel()

    def entry(self, index: Index) -> Entry:
        """The entry at `index`."""
        return self._entries[index.row()]

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        entry = self.entry(index)
        if role == ENTRY:
            return entry
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{entry.when}. {entry.what}{entry.more}"
        return None


class TogetherDelegate(QStyledItemDelegate):
    """Paints an entry beside a line with dots: round for sessions, square for the rest."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        """Paint by `theme`."""
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        tokens = self._theme.tokens
        words = tokens.type_style("caption").line + tokens.type_style("small").line
        return QSize(0, ABOVE + words + BELOW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry: Entry = index.data(ENTRY)
        room = QRectF(option.rect)
        ground = QStyleOptionViewItem(option)
        ground.rect = option.rect.adjusted(TEXT - 8, 0, 0, ABOVE - BELOW)
        paint_ground(painter, self._theme, ground)
        last = index.row() == index.model().rowCount() - 1
        self._paint_line(painter, room, first=index.row() == 0, last=last)
        self._paint_dot(painter, room, entry.sign)
        self._paint_words(painter, room, entry)

    def _paint_line(self, painter: QPainter, room: QRectF, *, first: bool, last: bool) -> None:
        x = room.left() + DOT // 2
        middle = room.top() + DOT_TOP + DOT / 2
        top = middle if first else room.top()
        bottom = middle if last else room.bottom() + 1
        line = QRectF(x, top, 1, bottom - top)
        painter.fillRect(line, self._theme.tokens.color("line.strong"))

    def _paint_dot(self, painter: QPainter, room: QRectF, sign: Sign) -> None:
        tokens = self._theme.tokens
        width = 2.0 if sign is Sign.RUNNING else 1.5
        ink = tokens.color("rose.fill" if sign is Sign.RUNNING else "ink.tertiary")
        filled = sign is Sign.SESSION
        inset = 0 if filled else width / 2
        dot = QRectF(room.topLeft() + QPointF(0, DOT_TOP), QPointF(0, 0))
        dot.setSize(QSize(DOT, DOT).toSizeF())
        dot.adjust(inset, inset, -inset, -inset)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen if filled else QPen(ink, width))
        painter.setBrush(ink if filled else tokens.color("bg.page"))
        radius = 2.0 if sign is Sign.CONSENT else dot.width() / 2
        painter.drawRoundedRect(dot, radius, radius)
        painter.restore()

    def _paint_words(self, painter: QPainter, room: QRectF, entry: Entry) -> None:
        tokens = self._theme.tokens
        words = room.adjusted(TEXT, ABOVE, -8, 0)
        above = tokens.type_style("caption").line
        line = tokens.type_style("small").line
        painter.setPen(tokens.color("ink.tertiary"))
        first = QRectF(words.left(), words.top(), words.width(), above)
        paint_line(painter, first, entry.when, self._theme.font("caption"))
        painter.setPen(tokens.color("ink.primary"))
        second = QRectF(words.left(), words.top() + above, words.width(), line)
        strong = self._theme.font("small", strong=True)
        width = paint_line(painter, second, entry.what, strong)
        second.setLeft(second.left() + width)
        if entry.more and second.width() > line:
            paint_line(painter, second, entry.more, self._theme.font("small"))
