"""Where a new vault is to lie is looked at as it is now, and not at each key."""

import threading
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.vault_place.new_vault import PlaceLook
from tests.support.ending_threads import all_have_ended
from ui.jobs import Jobs
from ui.ways_in.place_looks import PlaceLooks

FREE = PlaceLook(sync_service=None, taken=False)


class Form:
    """What is typed, the disk that is asked, and what is told."""

    def __init__(self, jobs: Jobs) -> None:
        self.folder: Path | None = Path("a")
        self.asked: list[Path] = []
        self.answers = threading.Event()
        self.answers.set()
        self.refuses = False
        self.told: list[object] = []
        self.looks = PlaceLooks(jobs, self._look, lambda: self.folder, jobs)
        self.looks.seen.connect(self.told.append)
        self.looks.failed.connect(self.told.append)

    def _look(self, folder: Path) -> PlaceLook:
        self.asked.append(folder)
        self.answers.wait(20)
        if self.refuses:
            raise OSError
        return FREE


@pytest.fixture
def form(jobs: Jobs) -> Form:
    return Form(jobs)


def test_while_somebody_types_it_waits(form: Form, qtbot: QtBot) -> None:
    for name in ("Wh", "Whit", "Whitlock"):
        form.folder = Path(name)
        form.looks.look_soon()
    qtbot.waitUntil(lambda: form.told == [FREE])
    assert form.asked == [Path("Whitlock")]


def test_what_was_seen_of_another_place_is_not_told(form: Form, qtbot: QtBot) -> None:
    form.answers.clear()
    form.looks.look()
    qtbot.waitUntil(lambda: form.asked == [Path("a")])
    form.folder = Path("b")
    form.answers.set()
    qtbot.waitUntil(all_have_ended)
    qtbot.wait(20)
    assert form.told == []


def test_without_a_name_there_is_no_place(form: Form, qtbot: QtBot) -> None:
    form.folder = None
    form.looks.look()
    qtbot.wait(20)
    assert form.asked == []


def test_what_was_put_off_is_forgotten(form: Form, qtbot: QtBot) -> None:
    form.looks.look_soon()
    form.looks.forget()
    qtbot.wait(250)
    assert form.asked == []


def test_a_disk_that_refuses_is_told(form: Form, qtbot: QtBot) -> None:
    form.refuses = True
    form.looks.look()
    qtbot.waitUntil(lambda: [type(one) for one in form.told] == [OSError])
