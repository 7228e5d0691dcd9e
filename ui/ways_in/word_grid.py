"""The 24 words in four columns, or as many bars while they are covered."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.switcher import Theme
from ui.translation import translate

COLUMNS = 4
ROW = 30
GAP = 18  # between columns
NUMBER = 20  # width of a number, right-aligned
AFTER_NUMBER = 10
BAR = 9  # height; all are of one length, which says nothing about the words
NARROWEST = 96  # of a column
_BY_KEY = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)


class WordGrid(QWidget):
    """Painted, so that no word stays behind in a label; read out by screen readers."""

    def __init__(self, theme: Theme, words: tuple[str, ...], named: str) -> None:
        """`named` begins its object name."""
        super().__init__()
        self._theme = theme
        self._words = words
        self._covered = False
        self._ringed = False
        self.setObjectName(f"{named}.words")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._name()

    def cover(self, covered: bool) -> None:
        """Shows bars instead of words, or the words again."""
        self._covered = covered
        self._name()
        self.update()

    @property
    def is_covered(self) -> bool:
        """Whether bars are shown."""
        return self._covered

    def sizeHint(self) -> QSize:
        scaled = self._theme.tokens.scaled
        rows = -(-len(self._words) // COLUMNS)
        return QSize(COLUMNS * scaled(NARROWEST), rows * scaled(ROW))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._ringed = event.reason() in _BY_KEY
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._ringed = False
        super().focusOutEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        rows = -(-len(self._words) // COLUMNS)
        height = self._theme.tokens.scaled(ROW)
        width = self.width() / COLUMNS
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for at, word in enumerate(self._words):
            left, top = at // rows * width, at % rows * height
            self._paint_cell(painter, QRectF(left, top, width - GAP, height), at + 1, word)
        if self._ringed:
            painter.setPen(self._theme.tokens.color("focus"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.end()

    def _paint_cell(self, painter: QPainter, cell: QRectF, number: int, word: str) -> None:
        tokens = self._theme.tokens
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setPen(tokens.color("line.subtle"))
        painter.drawLine(cell.bottomLeft(), cell.bottomRight())
        place = QRectF(cell.left(), cell.top(), tokens.scaled(NUMBER), cell.height())
        painter.setPen(tokens.color("ink.tertiary"))
        painter.setFont(self._theme.font("caption"))
        painter.drawText(place, middle | Qt.AlignmentFlag.AlignRight, str(number))
        room = cell.adjusted(place.width() + AFTER_NUMBER, 0, 0, 0)
        if self._covered:
            bar = QRectF(room.left(), room.center().y() - BAR / 2, room.width(), BAR)
            painter.fillRect(bar, tokens.color("line.subtle"))
            return
        font = self._theme.font("body")
        font.setWeight(QFont.Weight.Medium)
        painter.setFont(font)
        painter.setPen(tokens.color("ink.primary"))
        # A long word may reach into the gap between two columns.
        flags = int(middle | Qt.AlignmentFlag.AlignLeft) | int(Qt.TextFlag.TextDontClip)
        painter.drawText(room, flags, word)

    def _name(self) -> None:
        if self._covered:
            self.setAccessibleName(translate("WordGrid", "The words are covered"))
            return
        numbered = ", ".join(f"{at} {word}" for at, word in enumerate(self._words, start=1))
        self.setAccessibleName(numbered)
