"""A page scrolls as soon as what is on it is higher than the room."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.scroll_page import ScrollPage
from ui.widgets.text import Text


@pytest.mark.parametrize("wraps", [False, True])
def test_what_has_no_room_is_reached_by_scrolling(qtbot: QtBot, wraps: bool) -> None:
    page, block = ScrollPage(top=0, bottom=0), QWidget()
    block.setFixedHeight(900)
    page.content.addWidget(block)
    page.content.addWidget(Text("below", wrap=wraps))
    qtbot.addWidget(page)
    page.resize(400, 300)
    page.show()
    qtbot.waitUntil(lambda: page.verticalScrollBar().maximum() > 600)
    assert block.height() == 900
