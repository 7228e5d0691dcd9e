"""What is said of the newest backup: when it was made, where it lies, and whose it is."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.core.clock import Moment
from app.workflows.backup.places import Place
from app.workflows.restore.newest import Newest
from tests.support.accessible_names import nameless
from tests.support.fake_backups import PATH, a_face
from tests.support.recorded_backups import DRIVE, FOLDER, STICK
from ui.restoring.file_form import FileForm
from ui.restoring.moments import made_at
from ui.restoring.newest_card import NewestCard, about_it, title_of
from ui.theme.switcher import Theme

FACE = a_face()


@pytest.mark.parametrize(
    ("place", "words"),
    [
        (STICK, "on the USB stick “Whitlock”"),
        (DRIVE, "on the drive “office”"),
        (FOLDER, f"in the folder “{FOLDER.label}”"),
    ],
)
def test_it_says_when_and_where(place: Place, words: str) -> None:
    made = made_at(FACE)
    when = f"today {made.local.hour:02}:{made.local.minute:02}"
    assert title_of(Newest(FACE, place), made) == f"The newest: {when}, {words}"


def test_another_day_is_named() -> None:
    later = Moment(FACE.made_at.replace(day=29), made_at(FACE).zone)
    assert title_of(Newest(FACE, STICK), later).startswith("The newest: Thu 22 Oct ")


def test_it_says_whose_it_is() -> None:
    assert about_it(Newest(FACE, STICK)) == "Whitlock Coaching, 41.2 MB"


def test_the_form_offers_it_first_and_moves_the_focus_from_the_chooser_alone(
    qtbot: QtBot, theme: Theme
) -> None:
    window, form = QWidget(), FileForm(theme, "restore")
    QVBoxLayout(window).addWidget(form)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    card = window.findChild(NewestCard)
    assert card is not None
    form.focus_first()
    assert not card.isVisible()
    assert not card.use.hasFocus()
    form.show_newest(Newest(FACE, STICK))
    assert card.use.hasFocus()
    assert nameless(window) == []
    form._path.line.setFocus()
    form.show_newest(Newest(replace(FACE, name="Other"), STICK))
    assert form._path.line.hasFocus()
    with qtbot.waitSignal(form.chosen) as chosen:
        card.use.click()
    assert chosen.args == [PATH]
    form.show_newest(None)
    assert not card.isVisible()
