"""Bringing a backup back, without widgets: each step, each way out, and what goes wrong."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from threading import Event

import pytest
from pytestqt.qtbot import QtBot

from app.core.clock import Moment, local_zone
from app.settings.declared import VAULT_FOLDER
from app.settings.device import DeviceSettings
from app.workflows.restore.here import Here
from app.workflows.restore.newest import Newest
from crypto.errors import (
    BackupDamaged,
    BackupMissing,
    BackupTooNew,
    PassphraseWrong,
    RecoveryWrong,
    SaveNotDurable,
    VaultFolderNotEmpty,
)
from tests.support.ending_threads import all_have_ended
from tests.support.fake_backups import (
    OTHER_VAULT,
    PASSPHRASE,
    PATH,
    VAULT,
    WORDS,
    FakeBackup,
    a_face,
)
from tests.support.recorded_backups import STICK
from ui.jobs import Jobs
from ui.restoring import words
from ui.restoring.calls import Secret
from ui.restoring.restore_model import RestoreModel
from ui.restoring.state import Step

BY_WORDS, BY_PASSPHRASE = Secret(words=WORDS), Secret(passphrase=PASSPHRASE)

AFTER = "Probably newer than the backup: last changed 22 October 2026, 18:00."

Make = Callable[[], RestoreModel]


@pytest.fixture
def backup() -> FakeBackup:
    return FakeBackup()


@pytest.fixture
def make(jobs: Jobs, device: DeviceSettings, backup: FakeBackup, qtbot: QtBot) -> Iterator[Make]:
    made: list[RestoreModel] = []

    def make() -> RestoreModel:
        model = RestoreModel(jobs, device, words.names, backup.calls())
        made.append(model)
        model.arrive()
        return model

    yield make
    for model in made:
        model.forget()
        qtbot.waitUntil(all_have_ended)
        model.deleteLater()


def until(qtbot: QtBot, model: RestoreModel, step: Step) -> None:
    qtbot.waitUntil(lambda: model.state.step is step and not model.state.busy)


def to_secret(qtbot: QtBot, model: RestoreModel) -> None:
    model.choose(PATH)
    until(qtbot, model, Step.SECRET)


def to_found(qtbot: QtBot, model: RestoreModel, secret: Secret = BY_WORDS) -> None:
    to_secret(qtbot, model)
    if secret.passphrase:
        model.use_other()
    model.typing(True)
    model.look(secret)
    qtbot.waitUntil(lambda: model.state.step is Step.FOUND and model.state.can_go_on)


def test_from_the_file_to_a_restored_vault(make: Make, backup: FakeBackup, qtbot: QtBot) -> None:
    model = make()
    to_found(qtbot, model)
    assert model.state.name == "Whitlock Coaching"
    with qtbot.waitSignal(model.restored):
        model.restore()
    (order,) = backup.orders
    assert (order.path, order.secret.words, order.kit) == (PATH, WORDS, None)
    assert order.folder == Path("/srv/hanna/Documents/Underrose/Whitlock Coaching.vault")
    assert model.words() == WORDS
    assert model.state.step is Step.DONE


def test_the_newest_in_reach_is_offered_and_stays_until_one_is_taken(
    make: Make, backup: FakeBackup, device: DeviceSettings, qtbot: QtBot
) -> None:
    backup.newest = Newest(backup.face, STICK)
    model = make()
    qtbot.waitUntil(lambda: model.state.newest == backup.newest)
    to_secret(qtbot, model)
    model.back()
    assert model.state.newest == backup.newest
    device.put(VAULT_FOLDER, "/srv/hanna/Whitlock.vault")
    backup.here = Here(OTHER_VAULT, "Another", 12)
    model.arrive()
    qtbot.waitUntil(lambda: model.state.here is not None and all_have_ended())
    assert model.state.newest is None


def test_a_name_that_is_free_is_suggested(make: Make, backup: FakeBackup, qtbot: QtBot) -> None:
    backup.taken = {"Whitlock Coaching", "Whitlock Coaching, backup of 22 October 2026"}
    model = make()
    to_found(qtbot, model)
    assert model.state.name == "Whitlock Coaching, backup of 22 October 2026, 2"


def test_a_name_in_use_cannot_be_gone_on_with(make: Make, backup: FakeBackup, qtbot: QtBot) -> None:
    backup.taken = {"Whitlock Coaching"}
    model = make()
    to_found(qtbot, model)
    model.set_name("Whitlock Coaching")
    qtbot.waitUntil(lambda: model.state.place is not None)
    assert not model.state.can_go_on
    assert "there already" in words.place_error(model.state)
    model.restore()
    assert backup.orders == []
    model.set_name("  ")
    assert not model.state.can_go_on


def test_by_passphrase_a_new_kit_is_kept_before_anything_is_restored(
    make: Make, backup: FakeBackup, qtbot: QtBot
) -> None:
    backup.face = a_face(has_passphrase=True)
    model = make()
    to_found(qtbot, model, BY_PASSPHRASE)
    model.restore()
    until(qtbot, model, Step.KIT)
    assert backup.orders == []
    assert model.state.kit is not None
    assert model.state.kit.number == 4
    with qtbot.waitSignal(model.restored):
        model.go_on_with_kit(kept=True)
    assert backup.orders[0].kit == model.state.kit
    assert backup.orders[0].kept
    assert model.words() == WORDS


def test_a_kit_that_is_on_paper_is_taken_again_after_a_failure(
    make: Make, backup: FakeBackup, qtbot: QtBot
) -> None:
    backup.face = a_face(has_passphrase=True)
    model = make()
    to_found(qtbot, model, BY_PASSPHRASE)
    model.restore()
    until(qtbot, model, Step.KIT)
    kit = model.state.kit
    backup.failure = SaveNotDurable()
    model.go_on_with_kit(kept=True)
    qtbot.waitUntil(lambda: model.state.error is not None)
    assert model.state.step is Step.FOUND
    assert "disk is full" in words.trouble(model.state)
    with qtbot.waitSignal(model.restored):
        model.restore()
    assert backup.orders[0].kit == kit
    assert backup.orders[0].kept


@pytest.mark.parametrize("error", [BackupMissing(), BackupDamaged(), BackupTooNew()])
def test_a_file_that_is_no_backup_is_told(
    make: Make, backup: FakeBackup, qtbot: QtBot, error: Exception
) -> None:
    backup.failure = error
    model = make()
    model.choose(PATH)
    qtbot.waitUntil(lambda: model.state.error is error)
    assert model.state.step is Step.FILE
    assert words.trouble(model.state)
    to_secret(qtbot, model)
    assert model.state.error is None


def test_one_wrong_word_is_found_and_put_right(make: Make, qtbot: QtBot) -> None:
    model = make()
    to_secret(qtbot, model)
    model.typing(True)
    model.look(Secret(words=(*WORDS[:23], "zebra")))
    qtbot.waitUntil(lambda: model.state.slip is not None)
    assert model.state.step is Step.SECRET
    assert "Word 24 should be “orchard”." in words.trouble(model.state)
    assert model.repaired() == WORDS


def test_words_of_another_kit_are_told_with_the_one_that_it_takes(make: Make, qtbot: QtBot) -> None:
    model = make()
    to_secret(qtbot, model)
    model.typing(True)
    model.look(Secret(words=("zebra",) * 24))
    qtbot.waitUntil(lambda: model.state.error is not None)
    assert isinstance(model.state.error, RecoveryWrong)
    assert "kit 3, 1 Mar 2026" in words.trouble(model.state)


def test_a_wrong_passphrase_is_told(make: Make, backup: FakeBackup, qtbot: QtBot) -> None:
    backup.face = a_face(has_passphrase=True)
    model = make()
    to_secret(qtbot, model)
    model.use_other()
    assert not model.state.can_go_on
    model.typing(True)
    model.look(Secret(passphrase="another one"))
    qtbot.waitUntil(lambda: model.state.error is not None)
    assert isinstance(model.state.error, PassphraseWrong)
    assert "backup" in words.trouble(model.state)
    assert not model.state.can_go_on


def test_looking_inside_can_be_stopped(make: Make, backup: FakeBackup, qtbot: QtBot) -> None:
    backup.holds = Event()
    model = make()
    to_secret(qtbot, model)
    model.typing(True)
    model.look(BY_WORDS)
    qtbot.waitUntil(lambda: model.state.progress is not None)
    model.cancel()
    until(qtbot, model, Step.SECRET)
    assert model.state.error is None
    assert model.state.can_go_on


def test_restoring_can_be_stopped(make: Make, backup: FakeBackup, qtbot: QtBot) -> None:
    model = make()
    to_found(qtbot, model)
    backup.holds = Event()
    model.restore()
    qtbot.waitUntil(lambda: model.state.progress is not None)
    model.cancel()
    assert model.state.stopping
    until(qtbot, model, Step.FOUND)
    assert model.state.error is None
    assert backup.orders == []


def test_what_is_left_while_it_works_tells_nobody_any_more(
    make: Make, backup: FakeBackup, qtbot: QtBot
) -> None:
    backup.holds = Event()
    model = make()
    to_secret(qtbot, model)
    model.typing(True)
    model.look(BY_WORDS)
    qtbot.waitUntil(lambda: model.state.progress is not None)
    model.forget()
    qtbot.waitUntil(all_have_ended)
    assert model.state.step is Step.FILE


def test_a_place_that_was_taken_meanwhile_is_told(
    make: Make, backup: FakeBackup, qtbot: QtBot
) -> None:
    model = make()
    to_found(qtbot, model)
    backup.failure, backup.taken = VaultFolderNotEmpty(), {"Whitlock Coaching"}
    model.restore()
    qtbot.waitUntil(lambda: bool(words.place_error(model.state)))
    assert model.state.step is Step.FOUND
    assert not model.state.can_go_on


def test_back_leads_step_by_step_to_the_file(make: Make, qtbot: QtBot) -> None:
    model = make()
    to_found(qtbot, model)
    assert model.back()
    assert model.state.step is Step.SECRET
    assert model.words() == ()
    assert model.back()
    assert model.state.step is Step.FILE
    assert not model.back()


def _milliseconds(*at: int) -> int:
    return round(datetime(*at).astimezone().timestamp() * 1000)  # pyright: ignore[reportArgumentType]


@pytest.mark.parametrize(
    ("generation", "told"),
    [
        (1_482, AFTER + " Noting a backup is a change, too."),
        (1_411, "As far as the backup. Since then only the backup itself was noted, it seems."),
        (1_410, "As far as the backup"),
        (1_400, "Not as far as the backup, which has changes that it lacks"),
        (None, "How far it has come can’t be told."),
    ],
)
def test_what_is_newer_here_is_told(
    make: Make,
    backup: FakeBackup,
    device: DeviceSettings,
    qtbot: QtBot,
    generation: int | None,
    told: str,
) -> None:
    device.put(VAULT_FOLDER, "/srv/hanna/Whitlock.vault")
    changed = Moment.of(_milliseconds(2026, 10, 22, 18), local_zone())
    backup.here = Here(VAULT, "Whitlock Coaching", generation, changed)
    model = make()
    to_found(qtbot, model)
    assert dict(words.rows(model.state))["Your vault here"] == told
    assert words.notes(model.state) == ()


def test_it_goes_beside_the_vault_that_is_here(
    make: Make, backup: FakeBackup, device: DeviceSettings, qtbot: QtBot
) -> None:
    device.put(VAULT_FOLDER, "/srv/hanna/Whitlock Coaching.vault")
    backup.here = Here(VAULT, "Whitlock Coaching", 1_482)
    backup.taken = {"Whitlock Coaching"}
    model = make()
    to_found(qtbot, model)
    name = "Whitlock Coaching, backup of 22 October 2026.vault"
    assert model.state.folder == Path("/srv/hanna", name)


def test_a_backup_of_another_vault_is_told_as_that(
    make: Make, backup: FakeBackup, device: DeviceSettings, qtbot: QtBot
) -> None:
    device.put(VAULT_FOLDER, "/srv/hanna/Ashgrove.vault")
    backup.here = Here(OTHER_VAULT, "Ashgrove", 20)
    model = make()
    to_found(qtbot, model)
    ((text, tone, _),) = words.notes(model.state)
    assert "This backup belongs to another vault, “Whitlock Coaching”." in text
    assert tone == "ochre"
    assert "Your vault here" not in dict(words.rows(model.state))


def test_a_backup_from_the_future_is_told(make: Make, backup: FakeBackup, qtbot: QtBot) -> None:
    backup.face = replace(a_face(), made_at=datetime(2061, 1, 1, tzinfo=UTC))
    model = make()
    to_found(qtbot, model)
    ((text, _, _),) = words.notes(model.state)
    assert "still to come" in text
    assert "keep their order" in text
    assert model.state.can_go_on


def test_what_is_in_it_is_told_in_words(make: Make, qtbot: QtBot) -> None:
    model = make()
    to_found(qtbot, model)
    rows = dict(words.rows(model.state))
    assert rows["In it"] == "11 clients, 214 sessions, 198 notes"
    assert rows["Last change"].startswith("22 October 2026")
    assert "Every record was read" in rows["Checked"]
