"""The 24 words of a kit, typed or pasted into numbered fields that stand as on the sheet."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QGridLayout, QVBoxLayout, QWidget

from ui.theme.switcher import Theme
from ui.ways_in import typed_words
from ui.ways_in.typed_words import WORD_COUNT
from ui.ways_in.word_cell import WordCell
from ui.ways_in.words_hint import WordsHint
from ui.ways_in.words_model import WordList, WordsModel

COLUMNS = 4
ROWS = WORD_COUNT // COLUMNS
BETWEEN = 14  # columns
BELOW = 6  # rows


class WordsEntry(QWidget):
    """Space and Enter go on to the next field; a word that can only be one completes itself."""

    edited = Signal()
    submitted = Signal()  # Enter, with all 24 in their places

    def __init__(self, theme: Theme, model: WordsModel, named: str) -> None:
        """`named` begins the object names of what can be used in it."""
        super().__init__()
        self._list = WordList(())
        self._wrong: frozenset[int] = frozenset()  # places of words that are real, but not right
        self._told: tuple[str, ...] = ("",) * WORD_COUNT  # the words when `edited` came last
        self._grid = QWidget()
        self._grid.setObjectName(f"{named}.words")
        self._cells = [WordCell(theme, at + 1, named) for at in range(WORD_COUNT)]
        self._hint = WordsHint(theme, named)
        cells = QGridLayout(self._grid)
        cells.setContentsMargins(0, 0, 0, 0)
        cells.setHorizontalSpacing(BETWEEN)
        cells.setVerticalSpacing(BELOW)
        for at, cell in enumerate(self._cells):
            cells.addWidget(cell, at % ROWS, at // ROWS)
            cell.typed.connect(partial(self._typed, at))
            cell.pasted.connect(partial(self._paste, at))
            cell.left.connect(self._leave)
            cell.entered.connect(self.submit)
            cell.moved.connect(partial(self._move, at))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._grid)
        column.addWidget(self._hint)
        self._hint.used.connect(self._use)
        model.setParent(self)
        model.loaded.connect(self._take_list)
        model.load()
        self._judge()

    def words(self) -> tuple[str, ...]:
        """What stands in the 24 fields."""
        return tuple(cell.word() for cell in self._cells)

    @property
    def is_complete(self) -> bool:
        """Whether every field holds something."""
        return all(self.words())

    def put_words(self, words: Sequence[str]) -> None:
        """Puts words into the fields, from the first on."""
        self._wrong = frozenset()
        for cell, word in zip(self._cells, words, strict=True):
            cell.put(word)
        self._judge()
        self._tell()

    def clear(self) -> None:
        """Forgets everything."""
        self.put_words(("",) * WORD_COUNT)

    def set_read_only(self, read_only: bool) -> None:
        """Lets nobody type while the words are being tried."""
        for cell in self._cells:
            cell.line.setReadOnly(read_only)

    def mark(self, places: Sequence[int]) -> None:
        """Marks the words at these places, counted from 1, as those that are wrong.

        The focus goes there, if it is on another of the words.
        """
        if self._wrong == frozenset(places):
            return
        self._wrong = frozenset(places)
        for cell in self._cells:
            cell.mark(self._is_wrong(cell))
        focus = QApplication.focusWidget()
        if focus is not None and self._grid.isAncestorOf(focus):
            self.focus_first()

    def focus_first(self) -> None:
        """Puts the focus on the first field that is still empty, or holds a wrong word."""
        lacking = (cell for cell in self._cells if not cell.word() or self._is_wrong(cell))
        next(lacking, self._cells[0]).line.setFocus()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.focus_first()

    def submit(self) -> None:
        """Acts as Enter does: goes on, or says that all 24 are there."""
        if self.is_complete:
            for cell in self._cells:
                cell.is_settled = True
            self._judge()
            self.submitted.emit()
        else:
            self.focus_first()

    def _typed(self, at: int, text: str, grew: bool) -> None:
        if len(typed_words.split(text)) > 1:  # dictated
            self._paste(at, text)
            return
        self._wrong = frozenset()
        cell = self._cells[at]
        if grew:
            cell.complete(typed_words.completed(cell.word(), self._list.words))
        self._judge()
        self._tell()

    def _paste(self, at: int, text: str) -> None:
        words = typed_words.split(text)
        if not words:
            return
        self.put_words(typed_words.filled(self.words(), at, words))
        last = WORD_COUNT if len(words) >= WORD_COUNT else at + len(words)
        self._cells[min(last, WORD_COUNT - 1)].line.setFocus()

    def _move(self, at: int, by: int) -> None:
        to = at + by
        if by and 0 <= to < WORD_COUNT:
            self._cells[to].line.setFocus()

    def _take_list(self, words: WordList) -> None:
        self._list = words
        self._judge()

    def _unknown(self, cell: WordCell) -> str:
        """The word, when it is none of the list; one that may still grow isn't judged."""
        word = cell.word() if cell.is_settled and self._list.words else ""
        return "" if word in self._list.words else word

    def _is_wrong(self, cell: WordCell) -> bool:
        return cell.number in self._wrong or bool(self._unknown(cell))

    def _judge(self) -> None:
        first = None
        for cell in self._cells:
            cell.mark(self._is_wrong(cell))
            first = first or (cell if self._unknown(cell) else None)
        if first is None:
            self._hint.show_count(sum(1 for word in self.words() if word))
            return
        word = first.word()
        self._hint.show_unknown(first.number, word, self._list.suggest(word))
        first.line.setAccessibleDescription(self._hint.said)

    def _leave(self) -> None:
        self._judge()
        if self.words() != self._told:  # what was completed counts from now on
            self._tell()

    def _use(self, place: int, word: str) -> None:
        self._cells[place - 1].put(word)
        self._judge()
        self.focus_first()
        self._tell()

    def _tell(self) -> None:
        self._told = self.words()
        self.edited.emit()
