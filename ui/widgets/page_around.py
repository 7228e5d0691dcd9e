"""Scrolls the page around a part of it."""

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QScrollArea, QWidget


def scroll_page_to(part: QWidget, room: QRect) -> None:
    """Scroll the area around `part`, if there is one, until `room` in `part` can be seen."""
    around = part.parentWidget()
    while around is not None and not isinstance(around, QScrollArea):
        around = around.parentWidget()
    content = None if around is None else around.widget()
    if around is not None and content is not None:
        centre = part.mapTo(content, room.center())
        around.ensureVisible(room.left(), centre.y(), 0, room.height())
