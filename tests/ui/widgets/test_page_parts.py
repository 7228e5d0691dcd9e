"""The parts that pages are laid out with."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.theme.switcher import Theme
from ui.widgets.columns import Columns
from ui.widgets.page_title import PageTitle
from ui.widgets.section_head import SectionHead


def test_a_long_title_is_shortened_and_stands_in_the_tooltip(qtbot: QtBot, theme: Theme) -> None:
    title = PageTitle(theme, "Amara " * 40)
    qtbot.addWidget(title)
    title.resize(300, 32)
    title.grab()
    assert title.toolTip() == title.text()
    title.setText("Amara")
    title.grab()
    assert title.toolTip() == ""


def test_a_title_has_the_height_of_its_step(qtbot: QtBot, theme: Theme) -> None:
    for style in ("title", "titleSmall"):
        title = PageTitle(theme, "Amara Osei", style)
        qtbot.addWidget(title)
        assert title.sizeHint().height() == theme.tokens.type_style(style).line


@pytest.mark.parametrize(("width", "beside"), [(1280, True), (1100, False)])
def test_two_columns_become_one_in_a_narrow_window(
    qtbot: QtBot, theme: Theme, width: int, beside: bool
) -> None:
    left, right = QWidget(), QWidget()
    left.setMinimumHeight(40)
    columns = Columns(theme, left, right, right_width=316)
    qtbot.addWidget(columns)
    columns.resize(width, 400)
    columns.show()
    qtbot.waitUntil(lambda: (right.x() > left.x()) is beside)
    assert (right.y() > left.y()) is not beside
    assert (right.width() == 316) is beside


def test_large_text_needs_a_wider_window(qtbot: QtBot, theme: Theme) -> None:
    columns = Columns(theme, QWidget(), QWidget(), left_width=428)
    qtbot.addWidget(columns)
    columns.resize(1280, 400)
    assert not columns.is_narrow
    theme.set_text_scale(1.3)
    assert columns.is_narrow


def test_heads_are_level_with_or_without_a_button(qtbot: QtBot, theme: Theme) -> None:
    head = SectionHead(theme, "Together so far")
    qtbot.addWidget(head)
    assert head.height() == theme.tokens.size("controlSmall")
