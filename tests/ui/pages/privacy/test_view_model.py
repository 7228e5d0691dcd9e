"""The check-up looks into the vault and around it, and keeps what it found."""

from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from app.core.errors import VaultHeld
from app.ledger.check_outcome import CheckProgress
from app.settings.declared import AUTO_LOCK_MINUTES
from app.workflows.privacy_check.finding import Fact, Finding, Subject
from app.workspace import Workspace
from tests.support.desk import Desk
from tests.support.made_backups import a_backup
from tests.support.privacy_desk import Around, privacy_model
from tests.support.workspaces import add_client
from ui.pages.privacy import view_model
from ui.pages.privacy.view_model import CheckUp, PrivacyModel

PLAIN = Finding(Fact.DISK_PLAIN)


def looked(qtbot: QtBot, model: PrivacyModel) -> CheckUp:
    """What was found, once it is."""
    qtbot.waitUntil(lambda: model.state.loaded and not model.state.busy)
    return model.state


def facts(state: CheckUp) -> set[Fact]:
    return {finding.fact for finding in state.findings}


def test_vault_and_surroundings_are_put_together(qtbot: QtBot, desk: Desk) -> None:
    around = Around(PLAIN)
    model = privacy_model(desk, around)
    model.look()
    assert model.state.busy
    state = looked(qtbot, model)
    assert facts(state) == {
        Fact.INTEGRITY_NOT_CHECKED,
        Fact.KIT_UNSEEN,
        Fact.WAYS_PASSPHRASE,
        Fact.AUTO_LOCK_ON,
        Fact.DISK_PLAIN,
    }
    folder = desk.ask(lambda workspace: workspace.facts().folder)
    assert around.asked == [(folder, False)]
    assert state.folder == str(folder)


def test_the_devices_setting_counts(qtbot: QtBot, desk: Desk) -> None:
    desk.device.put(AUTO_LOCK_MINUTES, 30)
    model = privacy_model(desk, Around())
    model.look()
    assert Fact.AUTO_LOCK_LATE in facts(looked(qtbot, model))


def test_what_needs_the_coach_is_counted(qtbot: QtBot, desk: Desk) -> None:
    counts: list[int] = []
    model = privacy_model(desk, Around(PLAIN))
    model.needs_counted.connect(counts.append)
    model.look()
    looked(qtbot, model)
    assert counts[-1] == model.state.to_look_at == 2


def test_two_looks_at_once_are_one(qtbot: QtBot, desk: Desk) -> None:
    around = Around(PLAIN)
    model = privacy_model(desk, around)
    model.look()
    model.look()
    looked(qtbot, model)
    assert len(around.asked) == 1


def test_the_first_look_comes_by_itself(
    qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(view_model, "SOON", 1)
    model = privacy_model(desk, Around(PLAIN))
    model.look_soon()
    assert not model.state.busy
    assert looked(qtbot, model).findings


def test_time_goes_on_and_what_was_found_stays(qtbot: QtBot, desk: Desk) -> None:
    model = privacy_model(desk, Around(PLAIN))
    model.look()
    before = looked(qtbot, model)
    desk.clock.move(timedelta(minutes=3))
    model._minute.timeout.emit()
    assert model.state.seconds == 180
    assert model.state.findings == before.findings


def test_a_check_is_asked_for_once_shown_and_followed_by_a_look(qtbot: QtBot, desk: Desk) -> None:
    model = privacy_model(desk, Around())
    asked: list[None] = []
    model.check_asked.connect(lambda: asked.append(None))
    model.check()
    model.check()
    assert len(asked) == 1
    model.show_check(CheckProgress(1, 4))
    assert model.state.checked_part == 0.25
    desk.ask(lambda workspace: list(workspace.integrity.check()))
    model.end_check()
    state = looked(qtbot, model)
    assert Fact.INTEGRITY_NOT_COMPARED in facts(state)
    assert state.checked_part is None


def test_files_are_made_private_and_looked_at_again(qtbot: QtBot, desk: Desk) -> None:
    around = Around(PLAIN)
    model = privacy_model(desk, around)
    model.look()
    state = looked(qtbot, model)
    folder = desk.ask(lambda workspace: workspace.facts().folder)
    folder.chmod(0o755)
    model.make_files_private()
    qtbot.waitUntil(lambda: len(around.asked) == 2)
    looked(qtbot, model)
    assert folder.stat().st_mode & 0o777 == 0o700
    assert state.folder == model.state.folder


def test_a_vault_that_takes_no_writes_keeps_its_files_as_they_are(qtbot: QtBot, desk: Desk) -> None:
    model = privacy_model(desk, Around(PLAIN))
    folder = desk.ask(lambda workspace: workspace.facts().folder)
    folder.chmod(0o755)
    desk.ask(lambda workspace: workspace._database.hold())

    model.make_files_private()

    qtbot.waitUntil(lambda: bool(desk.troubles))
    assert isinstance(desk.troubles[0], VaultHeld)
    assert folder.stat().st_mode & 0o777 == 0o755


def test_a_look_that_fails_is_told_and_can_be_repeated(qtbot: QtBot, desk: Desk) -> None:
    around = Around(PLAIN)
    model = PrivacyModel(desk.jobs, desk.clock, desk.device, desk.window, around=around)
    broken = OSError("a folder that is gone")

    def fail(*_: object) -> tuple[Finding, ...]:
        raise broken

    model._around = fail
    model.look()
    qtbot.waitUntil(lambda: bool(desk.troubles))
    assert not model.state.busy
    model._around = around
    model.look()
    assert looked(qtbot, model).findings


def test_a_kit_that_was_tried_is_looked_at_again(qtbot: QtBot, desk: Desk) -> None:
    around = Around(PLAIN)
    model = privacy_model(desk, around)
    model.look()
    looked(qtbot, model)
    desk.jobs.write(model, lambda workspace: workspace.ways_in.kits.was_kept())
    qtbot.waitUntil(lambda: Fact.KIT_NEW in facts(model.state))
    looked(qtbot, model)


def test_a_backup_is_missed_until_there_is_one(qtbot: QtBot, desk: Desk) -> None:
    add_client_to(desk)
    model = privacy_model(desk, Around())
    model.look()
    assert Fact.BACKUPS_NONE in facts(looked(qtbot, model))
    made = a_backup(made=desk.clock.now(), folder="/media/hanna/Whitlock")
    desk.jobs.write(model, lambda workspace: workspace.backups.record(made))
    qtbot.waitUntil(lambda: Fact.BACKUPS_FRESH in facts(model.state))
    looked(qtbot, model)


def test_a_made_up_practice_misses_no_backup(qtbot: QtBot, desk: Desk) -> None:
    def make_up(workspace: Workspace) -> None:
        with workspace._database.write() as writer:
            workspace.made_up.put(writer)

    add_client_to(desk)
    desk.ask(make_up)
    model = privacy_model(desk, Around())
    model.look()
    assert Fact.BACKUPS_NONE not in facts(looked(qtbot, model))


def add_client_to(desk: Desk) -> None:
    desk.ask(lambda workspace: add_client(workspace, "Amara Osei"))


def test_a_damaged_vault_is_not_asked_to_be_backed_up(qtbot: QtBot, desk: Desk) -> None:
    def change(workspace: Workspace) -> None:
        add_client(workspace, "Amara Osei")
        workspace._vault.connection.execute("UPDATE clients SET needs = 'x'")
        for _ in workspace.integrity.check():
            pass

    desk.ask(change)
    model = privacy_model(desk, Around())
    model.look()
    found = facts(looked(qtbot, model))
    assert Fact.INTEGRITY_FAULTS in found
    assert not any(fact.subject is Subject.BACKUPS for fact in found)
