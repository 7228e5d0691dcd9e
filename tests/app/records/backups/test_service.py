"""A vault remembers its backups, by the order of what is in them and not by a clock."""

from dataclasses import replace
from datetime import timedelta

import pytest

from app.core.changes import Kind
from app.core.errors import RecordMissing
from app.core.ids import new_id
from app.ledger.entry import Actor, Entry
from app.ledger.line import began_at
from app.ledger.log import Log
from app.records.backups.record import BackupState
from app.storage.database import Database
from app.workspace import Workspace
from crypto.errors import ConstraintRefused
from tests.support.fixed_clock import FixedClock
from tests.support.made_backups import a_backup


def test_a_vault_without_backups_knows_of_none(workspace: Workspace) -> None:
    assert (workspace.backups.listed(), workspace.backups.last_checked()) == ([], None)


def test_a_backup_is_remembered_as_it_was_recorded(workspace: Workspace) -> None:
    backup = a_backup()
    changes = workspace.backups.record(backup)
    assert changes.id_of(Kind.BACKUP) == backup.id
    assert workspace.backups.listed() == [backup]
    assert workspace.backups.last_checked() == backup


def test_the_newest_comes_first_though_the_clock_was_years_off(
    workspace: Workspace, clock: FixedClock
) -> None:
    now = clock.now()
    older = a_backup(generation=10, made=now.plus(timedelta(days=3650)))
    newer = a_backup(generation=20, made=now)
    workspace.backups.record(newer)
    workspace.backups.record(older)
    assert workspace.backups.listed() == [newer, older]
    assert workspace.backups.last_checked() == newer


def test_a_backup_that_was_removed_is_listed_no_more(
    workspace: Workspace, clock: FixedClock
) -> None:
    older, newer = a_backup(generation=10), a_backup(generation=20)
    for backup in (older, newer):
        workspace.backups.record(backup)
    workspace.backups.was_removed(newer.id)
    assert workspace.backups.listed() == [older]
    assert workspace.backups.last_checked() == older
    with pytest.raises(RecordMissing):
        workspace.backups.was_removed(newer.id)


def test_what_the_coach_had_removed_may_be_found_again(workspace: Workspace) -> None:
    thinned, given_up = a_backup(generation=10), a_backup(generation=20)
    for backup in (thinned, given_up):
        workspace.backups.record(backup)
    workspace.backups.was_removed(thinned.id)
    workspace.backups.was_removed(given_up.id, Actor.COACH)
    assert [one.id for one in workspace.backups.put_away()] == [given_up.id]
    found = replace(given_up, folder="/run/media/hanna/RED", file_name="a.underrose-backup")
    assert workspace.backups.was_found(found).touches(Kind.BACKUP)
    assert workspace.backups.listed() == [found]
    assert workspace.backups.put_away() == []
    assert workspace.integrity.check_at_once().is_sound
    workspace.backups.was_removed(given_up.id)
    assert workspace.backups.put_away() == []  # by the app, this time
    with pytest.raises(RecordMissing):
        workspace.backups.was_found(a_backup())


def test_a_backup_is_noted_as_tried_and_as_wrapped_for_another_kit(workspace: Workspace) -> None:
    backup = a_backup()
    workspace.backups.record(backup, Actor.APP)
    workspace.backups.was_tried(backup.id)
    workspace.backups.was_rewrapped(backup.id, 2)
    (kept,) = workspace.backups.listed()
    assert (kept.state, kept.kit_number) == (BackupState.TRIED, 2)


def test_a_backup_is_recorded_once(workspace: Workspace) -> None:
    backup = a_backup()
    workspace.backups.record(backup)
    with pytest.raises(ConstraintRefused):
        workspace.backups.record(backup)


def test_what_was_backed_up_before_a_restore_belongs_to_the_vault_that_made_it(
    workspace: Workspace, clock: FixedClock
) -> None:
    assert workspace.backups.own() == []
    before = a_backup(generation=1)
    workspace.backups.record(before)
    assert workspace.backups.own() == [before]
    with Database(workspace._vault).write() as writer:
        Log(clock).append(writer, Entry("restored/1", new_id(), {}))
        restored = began_at(writer)
    after = a_backup(generation=restored)
    workspace.backups.record(after)
    assert workspace.backups.listed() == [after, before]
    assert workspace.backups.own() == [after]
    for backup in (before, after):
        workspace.backups.was_removed(backup.id, Actor.COACH)
    assert [one.id for one in workspace.backups.put_away()] == [after.id]


def test_a_backup_that_nobody_made_is_missing(workspace: Workspace) -> None:
    with pytest.raises(RecordMissing):
        workspace.backups.was_tried(new_id())


def test_the_ledger_vouches_for_backups(workspace: Workspace) -> None:
    backup = a_backup()
    workspace.backups.record(backup)
    workspace.backups.was_rewrapped(backup.id, 2)
    assert workspace.integrity.check_at_once().is_sound
    connection = workspace._vault.connection
    connection.execute("UPDATE backups SET kit_number = 1")
    with workspace._database.write():
        pass  # written since: it is looked at again
    assert not workspace.integrity.check_at_once().is_sound
