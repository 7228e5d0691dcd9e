"""A new kit on a page: named as the page is, checked before it counts, or put off."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.support.fake_backups import WORDS
from tests.support.find import find
from ui.jobs import Jobs
from ui.theme.switcher import Theme
from ui.ways_in.kit import Kit
from ui.ways_in.kit_form import KitForm
from ui.ways_in.kit_model import KitModel
from ui.widgets.button import Button
from ui.widgets.confirm import Confirm
from ui.widgets.text import Text

UNCHECKED = "Nobody will know whether the sheet is right."


@pytest.fixture
def model(open_jobs: Jobs) -> KitModel:
    return KitModel(open_jobs, Kit(Path("/v"), "Whitlock", 2, date(2026, 11, 28), WORDS))


@pytest.fixture
def form(model: KitModel, theme: Theme, qtbot: QtBot) -> KitForm:
    form = KitForm(theme, "page", UNCHECKED)
    qtbot.addWidget(form)
    form.resize(760, 900)
    form.show()
    form.show_kit(model)
    return form


def test_it_is_named_as_its_page_and_gone_with_its_kit(form: KitForm, qtbot: QtBot) -> None:
    named = [part.objectName() for part in form.findChildren(Button) if part.objectName()]
    assert named
    assert all(name.startswith("page.") for name in named)
    form.show_kit(None)
    assert form.why_not() == ""
    assert not form.note_kept()
    qtbot.waitUntil(lambda: not form.findChildren(Button))


def test_the_vault_is_told_of_it_once_the_words_were_checked(
    form: KitForm, model: KitModel, open_jobs: Jobs, qtbot: QtBot
) -> None:
    assert form.why_not()
    assert not form.note_kept()
    model.cover()
    for at, place in enumerate(model.places):
        model.answer(at, WORDS[place - 1], left=True)
    assert form.why_not() == ""
    assert form.note_kept()
    with qtbot.waitCallback() as kept:
        open_jobs.read(open_jobs, lambda workspace: workspace.ways_in.kits.facts().kept, kept)
    assert kept.args == [True]


def test_putting_it_off_is_asked_in_the_words_of_the_page(form: KitForm, qtbot: QtBot) -> None:
    form.ask_to_put_off()
    asked = form.findChild(Confirm)
    assert asked is not None
    assert UNCHECKED in [text.text() for text in asked.findChildren(Text)]
    with qtbot.waitSignal(form.put_off):
        qtbot.mouseClick(find(asked, QWidget, "confirm.other"), Qt.MouseButton.LeftButton)
