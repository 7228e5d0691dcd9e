"""Typewriter scrolling: the line being written stays between two levels of the window."""

from math import ceil

from PySide6.QtWidgets import QTextEdit

HIGHEST = 0.4  # of the window's height, from its top
LOWEST = 0.7


def keep_level(editor: QTextEdit) -> None:
    """Scrolls so far that the cursor is between the levels, or as near as the text allows."""
    height = editor.viewport().height()
    cursor = editor.cursorRect()
    below = cursor.bottom() - int(height * LOWEST)
    above = cursor.top() - int(height * HIGHEST)
    bar = editor.verticalScrollBar()
    if below > 0:
        bar.setValue(bar.value() + below)
    elif above < 0:
        bar.setValue(bar.value() + above)


def leave_room(editor: QTextEdit) -> None:
    """Lets the last line come up to the lower level: the scroll bar reaches beyond the text."""
    bar = editor.verticalScrollBar()
    text = ceil(editor.document().documentLayout().documentSize().height())
    furthest = max(0, text - int(editor.viewport().height() * LOWEST))
    if bar.maximum() != furthest:
        bar.setMaximum(furthest)
