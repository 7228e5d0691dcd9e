"""The details of a practice are asked for by the same fields wherever they are asked for."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.records.practice.record import Practice, content
from ui.theme.switcher import Theme
from ui.widgets.field import Field, TextArea
from ui.widgets.practice_fields import CountryBox, practice_field, practice_label


@pytest.mark.parametrize("name", content(Practice()))
def test_every_detail_has_a_name(name: str) -> None:
    assert practice_label(name)


def test_an_address_has_several_lines_and_a_name_one(qtbot: QtBot, theme: Theme) -> None:
    address, name = practice_field(theme, "postal_address"), practice_field(theme, "coach_name")
    qtbot.addWidget(address)
    qtbot.addWidget(name)
    assert isinstance(address, TextArea)
    assert isinstance(name, Field)
    assert name.editor.accessibleName() == "Your name"


def test_no_country_is_chosen_for_the_coach(qtbot: QtBot, theme: Theme) -> None:
    box = CountryBox(theme)
    qtbot.addWidget(box)
    assert box.code() == ""
    assert box.placeholderText() == "Choose"


def test_a_country_is_chosen_by_its_code_and_let_go_again(qtbot: QtBot, theme: Theme) -> None:
    box = CountryBox(theme)
    qtbot.addWidget(box)
    box.choose("GB")
    assert (box.code(), box.currentText()) == ("GB", "United Kingdom")
    box.choose("")
    assert box.code() == ""


def test_a_code_that_is_not_listed_chooses_none(qtbot: QtBot, theme: Theme) -> None:
    box = CountryBox(theme)
    qtbot.addWidget(box)
    box.choose("ZZ")
    assert box.code() == ""


def test_a_name_is_typed_with_its_spaces(qtbot: QtBot, theme: Theme) -> None:
    box = CountryBox(theme)
    qtbot.addWidget(box)
    box.show()
    with qtbot.waitSignal(box.activated):
        qtbot.keyClicks(box, "United K")
    assert box.code() == "GB"
    assert not box.view().isVisible()


def test_space_on_its_own_opens_the_list(qtbot: QtBot, theme: Theme) -> None:
    box = CountryBox(theme)
    qtbot.addWidget(box)
    box.show()
    qtbot.keyClick(box, Qt.Key.Key_Space)
    assert box.view().isVisible()
    box.hidePopup()
