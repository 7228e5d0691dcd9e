"""What becomes of a backup, and that nothing becomes of one that was removed."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

import pytest

from app.core.clock import Moment
from app.core.errors import RecordMissing
from app.records.backups import record
from app.records.backups.record import Backup, BackupState
from tests.support.made_backups import a_backup

LATER = Moment.of(1_800_000_000_000, "Europe/London")


def test_a_backup_that_was_restored_from_is_tried() -> None:
    backup = a_backup()
    assert backup.state is BackupState.CHECKED
    assert record.tried(backup).state is BackupState.TRIED


def test_another_kit_opens_it_once_it_is_rewrapped() -> None:
    assert record.rewrapped(a_backup(kit_number=1), 2).kit_number == 2


def test_a_backup_is_removed_once() -> None:
    removed = record.removed(a_backup(), LATER)
    assert (removed.is_there, removed.removed) == (False, LATER)


def test_one_that_was_said_to_be_gone_is_there_where_it_is_found() -> None:
    backup = record.tried(a_backup(kit_number=2))
    found = a_backup(folder="/run/media/hanna/RED", id=backup.id, generation=1)
    assert record.found_again(record.removed(backup, LATER), found) == replace(
        backup, folder=found.folder, file_name=found.file_name, kit_number=1
    )
    with pytest.raises(RecordMissing):
        record.found_again(backup, found)


@pytest.mark.parametrize(
    "rule",
    [record.tried, partial(record.rewrapped, kit_number=2), partial(record.removed, at=LATER)],
)
def test_nothing_becomes_of_a_backup_that_was_removed(rule: Callable[[Backup], Backup]) -> None:
    with pytest.raises(RecordMissing):
        rule(record.removed(a_backup(), LATER))
