"""The rows of the tab of sessions: the model, and how a row is painted."""

from PySide6.QtCore import QAbstractListModel, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from ui.pages.client.sessions_model import Line, Standing
from ui.theme.switcher import Theme
from ui.translation import translate
from ui.widgets.chip import Tone, chip_size, paint_chip
from ui.widgets.fitted_list import Index
from ui.widgets.row_delegate import PADDING, paint_ground, paint_line

LINE = Qt.ItemDataRole.UserRole
NUMBER, DAY, TIMES, LENGTH, CHIP = 40, 112, 116, 76, 96  # logical pixels at 100 % text


class SessionRows(QAbstractListModel):
    """A client's sessions, newest first."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Start without sessions."""
        super().__init__(parent)
        self._lines: tuple[Line, ...] = ()

    def show_lines(self, lines: tuple[Line, ...]) -> None:
        """Show other sessions; the same ones change nothing."""
        if lines != self._lines:
            self.beginResetModel()
            self._lines = lines
            self.endResetModel()

    def line(self, index: Index) -> Line:
        """The session at `index`."""
        return self._lines[index.row()]

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line = self.line(index)
        if role == LINE:
            return line
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return _spoken(line)
        return None


def standing_words(standing: Standing) -> str:
    """How far a session is, in a word."""
    return {
        Standing.RUNNING: translate("Sessions", "Running"),
        Standing.DRAFT: translate("Sessions", "Draft"),
        Standing.FINAL: translate("Sessions", "Final"),
    }[standing]


def _spoken(line: Line) -> str:
    named = translate("Sessions", "Session {number}").format(number=line.number)
    facts = (named, line.day, line.times, line.length, standing_words(line.standing))
    return ". ".join(part for part in (", ".join(filter(None, facts)), line.words) if part)


_LOOKS = {
    Standing.RUNNING: (Tone.ROSE, "pen-line"),
    Standing.DRAFT: (Tone.PLAIN, "file-pen-line"),
    Standing.FINAL: (Tone.LEAF, "check"),
}


class SessionDelegate(QStyledItemDelegate):
    """Paints number, day, times, length, standing and the note's first words in columns."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        """Paint by `theme`."""
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, self._theme.tokens.size("row"))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line: Line = index.data(LINE)
        tokens = self._theme.tokens
        paint_ground(painter, self._theme, option)
        room = QRectF(option.rect).adjusted(PADDING, 0, -PADDING, 0)
        strong, body = self._theme.font("body", strong=True), self._theme.font("body")
        small = self._theme.font("small")
        painter.setPen(tokens.color("ink.primary"))
        paint_line(painter, self._cut(room, NUMBER), line.number, strong)
        paint_line(painter, self._cut(room, DAY), line.day, body)
        painter.setPen(tokens.color("ink.tertiary"))
        paint_line(painter, self._cut(room, TIMES), line.times, small)
        paint_line(painter, self._cut(room, LENGTH), line.length, small)
        self._paint_chip(painter, self._cut(room, CHIP), line.standing)
        painter.setPen(tokens.color("ink.secondary"))
        paint_line(painter, room, line.words, self._theme.font("clauseCompare"))
        painter.setPen(tokens.color("line.subtle"))
        if index.row() < index.model().rowCount() - 1:
            painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())

    def _cut(self, room: QRectF, width: int) -> QRectF:
        """Take a column off the left of `room`."""
        scaled = self._theme.tokens.scaled(width)
        column = QRectF(room.left(), room.top(), scaled - 8, room.height())
        room.setLeft(room.left() + scaled)
        return column

    def _paint_chip(self, painter: QPainter, room: QRectF, standing: Standing) -> None:
        tone, icon = _LOOKS[standing]
        words = standing_words(standing)
        size = chip_size(self._theme, words, icon)
        top = room.top() + round((room.height() - size.height()) / 2)
        chip = QRectF(room.left(), top, size.width(), size.height())
        paint_chip(painter, self._theme, chip, words, tone, icon)
