"""A backup that is asked for now goes where it helps most."""

from app.workflows.backup.where import best, last_used
from tests.support.recorded_backups import DRIVE, FOLDER, STICK, a_backup


def test_no_place_is_no_choice() -> None:
    assert best([], {}, ()) is None


def test_one_that_was_never_used_comes_first_then_the_one_used_longest_ago() -> None:
    last = last_used([a_backup(1, STICK), a_backup(3, DRIVE), a_backup(2, DRIVE)])
    assert best([STICK, DRIVE], last, ()) == DRIVE
    assert best([DRIVE, STICK], last_used([a_backup(9, DRIVE)]), ()) == STICK


def test_drives_come_before_folders_of_this_computer() -> None:
    assert best([FOLDER, STICK], last_used([a_backup(1, STICK)]), ()) == STICK


def test_a_full_one_is_passed_over_as_long_as_there_is_another() -> None:
    assert best([STICK, FOLDER], {}, {STICK.folder}) == FOLDER
    assert best([STICK], {}, {STICK.folder}) == STICK
