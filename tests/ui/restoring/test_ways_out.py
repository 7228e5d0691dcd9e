"""What helps when a backup does not open, and that nothing of it outlives being forgotten."""

from collections.abc import Callable, Iterator
from functools import partial

import pytest
from pytestqt.qtbot import QtBot

from app.settings.device import DeviceSettings
from crypto.errors import BackupDamaged, RecoveryChecksum
from tests.support.ending_threads import all_have_ended
from tests.support.fake_backups import PASSPHRASE, PATH, WORDS, FakeBackup, a_face
from ui.jobs import Jobs
from ui.restoring import words
from ui.restoring.calls import Secret
from ui.restoring.restore_model import RestoreModel
from ui.restoring.state import Step

BY_WORDS = Secret(words=WORDS)


@pytest.fixture
def backup() -> FakeBackup:
    return FakeBackup(a_face(has_passphrase=True), salvages=True)


Make = Callable[..., RestoreModel]


@pytest.fixture
def make(jobs: Jobs, device: DeviceSettings, backup: FakeBackup, qtbot: QtBot) -> Iterator[Make]:
    made: list[RestoreModel] = []

    def make(*, may_salvage: bool = True) -> RestoreModel:
        calls = backup.calls()
        model = RestoreModel(jobs, device, words.names, calls, may_salvage=may_salvage)
        made.append(model)
        model.arrive()
        model.choose(PATH)
        qtbot.waitUntil(lambda: model.state.step is Step.SECRET)
        return model

    yield make
    for model in made:
        model.forget()
        qtbot.waitUntil(all_have_ended)
        model.deleteLater()


def look(model: RestoreModel, backup: FakeBackup, qtbot: QtBot, secret: Secret = BY_WORDS) -> None:
    """Looks inside, and is told that it is damaged."""
    backup.failure = BackupDamaged()
    model.typing(True)
    model.look(secret)
    qtbot.waitUntil(lambda: model.state.error is not None)


def test_a_damaged_backup_that_was_opened_is_given_away(
    make: Make, backup: FakeBackup, qtbot: QtBot
) -> None:
    model = make()
    look(model, backup, qtbot)
    assert words.main_button(model.state) == "Save what can be read"
    assert words.trouble(model.state) == (
        "This backup is damaged. Nothing was changed. Try another backup, or save what can be read."
    )
    with qtbot.waitSignal(model.salvages) as given:
        model.salvage()
    model.forget()  # as the page does when it is left
    assert given.args == backup.opened
    assert not backup.opened[0].is_closed
    with qtbot.assertNotEmitted(model.salvages):
        model.salvage()


def test_by_its_passphrase_it_can_be_gone_on_with_at_once(
    make: Make, backup: FakeBackup, qtbot: QtBot
) -> None:
    model = make()
    model.use_other()
    look(model, backup, qtbot, Secret(passphrase=PASSPHRASE))
    assert model.state.offer.salvages
    assert model.state.can_go_on


def test_what_does_not_open_its_blocks_saves_nothing(
    make: Make, backup: FakeBackup, qtbot: QtBot
) -> None:
    backup.salvages = False
    model = make()
    look(model, backup, qtbot)
    assert words.main_button(model.state) == "Look inside"
    assert "Choose another backup." in words.trouble(model.state)
    with qtbot.assertNotEmitted(model.salvages):
        model.salvage()


def test_where_nobody_saves_it_is_not_opened(make: Make, backup: FakeBackup, qtbot: QtBot) -> None:
    model = make(may_salvage=False)
    look(model, backup, qtbot)
    assert not model.state.offer.salvages
    assert backup.opened == []


@pytest.mark.parametrize(
    "leave",
    [
        partial(RestoreModel.typing, complete=True),
        RestoreModel.use_other,
        RestoreModel.back,
        RestoreModel.forget,
    ],
)
def test_left_for_something_else_its_key_is_wiped(
    make: Make, backup: FakeBackup, qtbot: QtBot, leave: Callable[[RestoreModel], object]
) -> None:
    model = make()
    look(model, backup, qtbot)
    leave(model)
    assert backup.opened[0].is_closed
    assert not model.state.offer.salvages
    model.salvage()


def test_what_comes_after_it_was_left_is_wiped_at_once(
    make: Make, backup: FakeBackup, qtbot: QtBot
) -> None:
    model = make()
    backup.failure = BackupDamaged()
    model.typing(True)
    model.look(BY_WORDS)
    qtbot.waitUntil(lambda: model.state.error is not None)
    ways_out, told = model._ways_out, list[object]()
    ways_out.find(PATH, BY_WORDS, BackupDamaged(), told.append)
    ways_out.find(PATH, Secret(words=("zoo",) * 24), RecoveryChecksum(), told.append)
    ways_out.forget()
    qtbot.waitUntil(all_have_ended)
    qtbot.waitUntil(lambda: [each.is_closed for each in backup.opened] == [True, True])
    assert told == []
