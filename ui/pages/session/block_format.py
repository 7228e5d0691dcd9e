"""A line's time, mark and continuation, as formats of its block: undo and redo carry them.

Whether a block continues a paragraph is a property of the separator before it (in Qt, the
character format of the block), so it stays right whatever is cut away around it.
"""

from functools import lru_cache

from PySide6.QtGui import QTextBlock, QTextBlockFormat, QTextCharFormat, QTextFormat

from app.core.clock import Moment
from app.records.session_notes.record import Mark
from ui.pages.session.lines import Line
from ui.pages.session.sheet import Sheet

_USER = QTextFormat.Property.UserProperty.value
AT = _USER + 1  # "1794912060000 Europe/London": a number would make Qt search every format
MARK = _USER + 2
CONTINUED = _USER + 3

_FIXED = QTextBlockFormat.LineHeightTypes.FixedHeight.value


def block_format(sheet: Sheet, line: Line) -> QTextBlockFormat:
    """The format of a block that shows `line`."""
    form = QTextBlockFormat()
    form.setLineHeight(sheet.line, _FIXED)
    form.setTopMargin(0 if line.continued else sheet.gap)
    stamp(form, line.at, line.mark)
    return form


def stamp(form: QTextBlockFormat, at: Moment | None, mark: Mark) -> None:
    """Gives a format the time and mark of a paragraph, and takes off those it had."""
    if at is None:
        form.clearProperty(AT)
    else:
        form.setProperty(AT, f"{at.milliseconds} {at.zone}")
    if mark is Mark.NONE:
        form.clearProperty(MARK)
    else:
        form.setProperty(MARK, mark.value)


def separator(*, continued: bool) -> QTextCharFormat:
    """The character format of the separator before a block."""
    form = QTextCharFormat()
    if continued:
        form.setProperty(CONTINUED, True)
    return form


def is_continued(block: QTextBlock) -> bool:
    """Whether the block goes on with the paragraph of the one before."""
    return block.charFormat().boolProperty(CONTINUED)


def mark_of(block: QTextBlock) -> Mark:
    """The mark of the block."""
    return Mark(block.blockFormat().stringProperty(MARK))


def line_of(block: QTextBlock) -> Line:
    """What the block holds."""
    form = block.blockFormat()
    return Line(
        block.text(),
        _moment(form.stringProperty(AT)),
        Mark(form.stringProperty(MARK)),
        is_continued(block),
    )


@lru_cache(maxsize=4_096)
def _moment(stamped: str) -> Moment | None:
    milliseconds, _, zone = stamped.partition(" ")
    return Moment.of(int(milliseconds), zone) if zone else None
