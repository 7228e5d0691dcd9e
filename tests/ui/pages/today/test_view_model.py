"""Today is derived from the vault and the day."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from app.records.practice.record import Practice
from app.workflows.backup.need import BackupNeed
from tests.support.consent_records import HANNA
from tests.support.fixed_clock import FixedClock
from tests.support.workspaces import a_workspace, add_client, hold_session
from ui.jobs import Jobs
from ui.pages.today.backup_step import backup_words
from ui.pages.today.view_model import Backups, Snapshot, TodayModel, derive, read

NOW = FixedClock().now()
NOTHING = Snapshot(Practice(), (), (), {})


def test_a_new_vault_has_nobody_and_knows_no_practice() -> None:
    state = derive(NOTHING, NOW)
    assert state.loaded
    assert state.people == ()
    assert not state.practice_known


def test_a_practice_with_all_that_paper_needs_is_known() -> None:
    assert derive(replace(NOTHING, practice=HANNA), NOW).practice_known


def test_the_client_seen_last_comes_first_and_those_never_seen_come_last(tmp_path: Path) -> None:
    clock = FixedClock()
    workspace = a_workspace(tmp_path, clock)
    amara, joel, _leila = (add_client(workspace, n) for n in ("Amara", "Joel", "Leila"))
    hold_session(workspace, clock, joel)
    clock.move(timedelta(days=1))
    hold_session(workspace, clock, amara)
    state = derive(read(workspace), clock.now())
    workspace.close()
    assert [person.name for person in state.people] == ["Amara", "Joel", "Leila"]
    assert state.people[2].last_seen is None


def test_archived_clients_are_not_among_the_people(tmp_path: Path) -> None:
    workspace = a_workspace(tmp_path)
    workspace.clients.archive(add_client(workspace, "Amara"))
    state = derive(read(workspace), NOW)
    workspace.close()
    assert state.people == ()
    assert state.archived == 1


def test_a_session_without_an_end_is_running(tmp_path: Path) -> None:
    workspace = a_workspace(tmp_path)
    workspace.start_session(add_client(workspace, "Amara Osei"))
    (running,) = derive(read(workspace), NOW).running
    workspace.close()
    assert (running.first_name, running.number) == ("Amara", 1)


def test_a_backup_is_needed_once_there_is_somebody_to_lose(tmp_path: Path) -> None:
    workspace = a_workspace(tmp_path)
    none_yet = derive(read(workspace), NOW)
    add_client(workspace, "Amara Osei")
    state = derive(read(workspace), NOW)
    workspace.close()
    assert none_yet.backup_need is BackupNeed.NOTHING
    assert state.backup_need is BackupNeed.FIRST
    assert backup_words(state)[0] == "No backup yet"


def test_a_backup_grows_old() -> None:
    known = replace(NOTHING, backups=Backups(NOW, 7))
    for days, need in ((7, BackupNeed.NOTHING), (8, BackupNeed.OLD), (-9, BackupNeed.UNKNOWN)):
        state = derive(known, NOW.plus(timedelta(days=days)))
        assert state.backup_need is need
        assert state.backup_days == days
    assert derive(known, NOW.plus(timedelta(days=8))).needs_coach


def test_what_is_said_of_a_backup_fits_its_need() -> None:
    known = replace(NOTHING, backups=Backups(NOW, 7))
    old = derive(known, NOW.plus(timedelta(days=21)))
    assert backup_words(old)[0] == "The last backup is 21 days old"
    ahead = derive(known, NOW.plus(timedelta(days=-21)))
    assert "a clock was wrong" in backup_words(ahead)[1]


def test_a_vault_for_reading_only_is_not_asked_about_backups(tmp_path: Path) -> None:
    workspace = a_workspace(tmp_path)
    add_client(workspace, "Amara Osei")
    workspace._database.hold()
    assert read(workspace).backups is None
    workspace.close()


def test_backups_beside_the_vault_and_older_sheets_are_named() -> None:
    state = derive(replace(NOTHING, backups=Backups(NOW, 14)), NOW)
    beside = replace(state, backup_need=BackupNeed.SAME_DISK)
    assert backup_words(beside)[0] == "Backups lie only on the vault’s own disk"
    older = replace(state, backup_need=BackupNeed.OLD_SHEET)
    assert backup_words(older)[0] == "Some backups still open with an older sheet"
    restored = replace(state, backup_need=BackupNeed.NOWHERE)
    assert backup_words(restored)[0] == "Say where backups go on this computer"


def test_what_was_found_at_the_drives_counts(jobs: Jobs, tmp_path: Path) -> None:
    workspace = a_workspace(tmp_path)
    add_client(workspace, "Amara Osei")
    snapshot = read(workspace)
    workspace.close()
    model = TodayModel(jobs, FixedClock())
    model._take(None, snapshot)
    assert model.state.backup_need is BackupNeed.FIRST
    model.know_backups(BackupNeed.SAME_DISK, 3)
    assert (model.state.backup_need, model.state.backup_days) == (BackupNeed.SAME_DISK, 3)
    model._take(None, replace(snapshot, backups=None))
    assert model.state.backup_need is BackupNeed.NOTHING
