"""The text that is being written, with a copy of its lines kept up at every change.

The copy is what autosave takes: nothing has to be collected from a long document at the end of
a second, and what is left to do with it is done on the worker.
"""

from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument

from app.core.clock import Clock
from app.records.session_notes.record import Mark
from app.records.session_notes.text import PIECE_LIMIT, pieces
from ui.pages.session.block_format import block_format, is_continued, line_of, separator
from ui.pages.session.italics import Italics
from ui.pages.session.lines import Line, Lines
from ui.pages.session.sheet import Sheet

CUT = PIECE_LIMIT * 5 // 8  # where a block that grew too long is cut, so that it can grow again
NOTHING = (1 << 30, -1)


class NoteDocument(QTextDocument):
    """Blocks of text whose formats say time, mark and continuation.

    Whoever changes the text otherwise than through the methods here calls `settle` afterwards.
    """

    edited = Signal()  # a line is no longer what it was

    def __init__(self, sheet: Sheet, clock: Clock, parent: QObject) -> None:
        super().__init__(parent)
        self._clock = clock
        self._sheet = sheet
        self._lines: list[Line] = [Line("")]
        self._characters = 0
        self._touched = NOTHING  # first and last block changed since the last settling
        self._loading = False
        self._italics = Italics(self)
        self.setDocumentMargin(0)
        self.contentsChange.connect(self._follow)

    @property
    def lines(self) -> Lines:
        """Every line as it stands."""
        return tuple(self._lines)

    @property
    def characters(self) -> int:
        """How many characters the note has."""
        return self._characters

    def load(self, lines: Lines, sheet: Sheet) -> None:
        """Shows other lines, laid out by `sheet`; there is nothing to undo afterwards."""
        self._sheet = sheet
        self._loading = True
        self.setUndoRedoEnabled(False)
        self.clear()
        frame = self.rootFrame().frameFormat()
        frame.setLeftMargin(sheet.text)
        frame.setTopMargin(sheet.top)
        self.rootFrame().setFrameFormat(frame)
        cursor = QTextCursor(self)
        cursor.beginEditBlock()
        cursor.setBlockFormat(block_format(sheet, lines[0]))
        cursor.insertText(lines[0].text)
        for line in lines[1:]:
            self._add(cursor, line)
        cursor.endEditBlock()
        self.setUndoRedoEnabled(True)
        self._loading = False

    def insert(self, cursor: QTextCursor, paragraphs: tuple[str, ...]) -> None:
        """Puts paragraphs in the place of the selection."""
        now = self._clock.now()
        cursor.beginEditBlock()
        cursor.removeSelectedText()
        for number, paragraph in enumerate(paragraphs):
            at = now if paragraph else None  # settling would take as long again
            for place, piece in enumerate(pieces(paragraph)):
                if number or place:
                    self._add(cursor, Line(piece, at, continued=place > 0))
                else:
                    cursor.insertText(piece)
        cursor.endEditBlock()
        self.settle()

    def split(self, cursor: QTextCursor) -> None:
        """Begins a new paragraph at the cursor, in the place of the selection.

        A half that has text keeps its time and mark; an empty one has neither.
        """
        cursor.beginEditBlock()
        cursor.removeSelectedText()
        at_start = cursor.atBlockStart()
        if at_start and is_continued(cursor.block()):
            cursor.setBlockCharFormat(separator(continued=False))
        else:
            at_end = cursor.atBlockEnd() and not is_continued(cursor.block().next())
            cursor.insertBlock(cursor.blockFormat(), separator(continued=False))
            empty = block_format(self._sheet, Line(""))
            if at_end:
                cursor.setBlockFormat(empty)
            if at_start:
                QTextCursor(cursor.block().previous()).setBlockFormat(empty)
        cursor.endEditBlock()
        self.settle()

    def mark(self, cursor: QTextCursor, mark: Mark) -> None:
        """Gives the paragraph at the cursor this mark; NONE takes a mark off."""
        cursor.beginEditBlock()
        for block in _paragraph(cursor.block()):
            line = replace(line_of(block), mark=mark)
            QTextCursor(block).setBlockFormat(block_format(self._sheet, line))
        cursor.endEditBlock()

    def begin_paragraph(self, cursor: QTextCursor) -> None:
        """Notes the time before the first character comes in, so that both are undone as one."""
        line = replace(line_of(cursor.block()), at=self._clock.now())
        cursor.setBlockFormat(block_format(self._sheet, line))

    def settle(self) -> None:
        """Puts right what an edit left behind, as part of that edit.

        A paragraph has a time from its first character on, the pieces of a long one look like
        its beginning, and a block too long to be laid out at every key is cut. Qt joins only
        with an edit block: one made of it what may have to be put right. What was undone is
        left alone, or it could not be done again.
        """
        first, last = self._touched if not self.availableRedoSteps() else NOTHING
        step: QTextCursor | None = None
        block = self.findBlockByNumber(first)
        while block.isValid() and (block.blockNumber() <= last or is_continued(block)):
            wanted = block_format(self._sheet, self._settled(block))
            cuts = _cuts(block)
            if cuts or block.blockFormat() != wanted:
                if step is None:
                    step = QTextCursor(self)
                    step.joinPreviousEditBlock()
                QTextCursor(block).setBlockFormat(wanted)
                for cut in cuts:
                    step.setPosition(block.position() + cut)
                    step.insertBlock(wanted, separator(continued=True))
                    last += 1
            block = block.next()
        if step is not None:
            step.endEditBlock()
        self._touched = NOTHING

    def text_between(self, start: int, end: int) -> str:
        """The text from one position to another, paragraphs ended by a line feed."""
        found: list[str] = []
        block = self.findBlock(start)
        while block.isValid() and block.position() <= end:
            if found and not is_continued(block):
                found.append("\n")
            part = QTextCursor(block)
            part.setPosition(max(start, block.position()))
            block_end = block.position() + block.length() - 1
            part.setPosition(min(end, block_end), QTextCursor.MoveMode.KeepAnchor)
            found.append(part.selectedText())
            block = block.next()
        return "".join(found)

    def _add(self, cursor: QTextCursor, line: Line) -> None:
        cursor.insertBlock(block_format(self._sheet, line), separator(continued=line.continued))
        cursor.insertText(line.text)

    def _settled(self, block: QTextBlock) -> Line:
        line = line_of(block)
        if line.continued:
            head = line_of(block.previous())
            return replace(line, at=head.at, mark=head.mark)
        if not line.text and not is_continued(block.next()):
            return replace(line, at=None)
        return line if line.at else replace(line, at=self._clock.now())

    def _follow(self, position: int, _removed: int, added: int) -> None:
        """Keeps the lines like the blocks, from the first to the last one that changed."""
        block = self.findBlock(position)
        end = self.findBlock(position + added)
        first = block.blockNumber()
        last = end.blockNumber() if end.isValid() else self.blockCount() - 1
        more = self.blockCount() - len(self._lines)
        new: list[Line] = []
        for _ in range(first, last + 1):
            new.append(line_of(block))
            block = block.next()
        old = self._lines[first : last + 1 - more]
        self._lines[first : last + 1 - more] = new
        if old == new:
            return
        self._characters += sum(len(line.text) for line in new) - sum(
            len(line.text) for line in old
        )
        if not self._loading:
            since, until = self._touched
            self._touched = (min(since, first), max(until + max(more, 0), last))
            self.edited.emit()


def _paragraph(block: QTextBlock) -> Iterator[QTextBlock]:
    """Yields every block of the paragraph that `block` belongs to."""
    while is_continued(block):
        block = block.previous()
    yield block
    while is_continued(block := block.next()):
        yield block


def _cuts(block: QTextBlock) -> list[int]:
    """Where to cut a block that is too long, in Qt's units, the last place first."""
    if block.length() <= PIECE_LIMIT + 1:
        return []
    text = block.text()
    if len(text) <= PIECE_LIMIT:
        return []
    places: list[int] = []
    length = 0
    for piece in pieces(text, CUT)[:-1]:
        length += len(piece.encode("utf-16-le")) // 2
        places.append(length)
    return places[::-1]
