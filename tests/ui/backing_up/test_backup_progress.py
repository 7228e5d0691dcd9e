"""How far a backup is, and about how long it will take."""

import pytest

from app.workflows.backup.places import Place
from app.workflows.backup.step import Stage
from ui.backing_up.backup_progress import SHARES, BackupProgress, Pace

STICK = Place("/media/hanna/Whitlock", "Whitlock", "/media/hanna/Whitlock")


def test_the_part_of_a_phase_is_told_in_hundredths() -> None:
    assert BackupProgress(STICK, Stage.PROVE, 1482, 2318).percent == 64
    assert BackupProgress(STICK, Stage.PROVE, 2317, 2318).percent == 99
    assert BackupProgress(STICK, Stage.STAGING).percent == 0
    assert BackupProgress(STICK, Stage.PLACED).percent == 100


def test_a_total_that_was_too_small_is_not_more_than_everything() -> None:
    assert BackupProgress(STICK, Stage.COPY, 12, 10).percent == 100


def test_nothing_is_guessed_at_first() -> None:
    pace = Pace()
    assert pace.seconds_left(Stage.COPY, 0, 100, 10.0) is None
    assert pace.seconds_left(Stage.COPY, 40, 100, 11.9) is None


def test_the_rest_follows_from_how_fast_this_phase_goes() -> None:
    pace = Pace()
    pace.seconds_left(Stage.PROVE, 0, 100, 10.0)
    assert pace.seconds_left(Stage.PROVE, 25, 100, 20.0) == pytest.approx(30.0)


def test_what_comes_after_a_phase_counts_too() -> None:
    pace = Pace()
    pace.seconds_left(Stage.READ, 0, 100, 0.0)
    later = SHARES[Stage.PROVE] / SHARES[Stage.READ]
    assert pace.seconds_left(Stage.READ, 50, 100, 10.0) == pytest.approx(10.0 + 20.0 * later)


def test_each_phase_is_timed_on_its_own() -> None:
    pace = Pace()
    pace.seconds_left(Stage.READ, 0, 100, 0.0)
    assert pace.seconds_left(Stage.PROVE, 90, 100, 60.0) is None


def test_at_the_end_nothing_is_left() -> None:
    assert Pace().seconds_left(Stage.PLACED, 0, 0, 5.0) == 0.0
