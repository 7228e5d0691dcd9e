"""A backup under way is told in four steps, a count, and about how long it will take."""

import pytest

from app.workflows.backup.step import Stage
from tests.support.recorded_backups import FOLDER, STICK
from ui.backing_up.backup_progress import BackupProgress
from ui.pages.backups.running_words import (
    StepState,
    count_words,
    go_on_words,
    left_words,
    percent_words,
    steps,
)

DONE, NOW, LATER = StepState.DONE, StepState.NOW, StepState.LATER


def told(stage: Stage, done: int = 0, total: int = 0, size: int = 0) -> BackupProgress:
    return BackupProgress(STICK, stage, done, total, size)


def test_the_picture_is_told_as_it_stands() -> None:
    progress = told(Stage.PROVE, 1482, 2318, 41_600_000)
    assert [(step.state, step.words, step.detail) for step in steps(progress)] == [
        (DONE, "Copied the vault", "41.6 MB"),
        (DONE, "Sealed it, so that any change would show", ""),
        (NOW, "Reading every record back from the stick", ""),
        (LATER, "Safe to remove", ""),
    ]
    assert count_words(progress) == "1,482 of 2,318 records read back"
    assert progress.percent == 64


@pytest.mark.parametrize(
    ("stage", "states"),
    [
        (Stage.STAGING, [NOW, LATER, LATER, LATER]),
        (Stage.COPY, [NOW, LATER, LATER, LATER]),
        (Stage.SEAL, [DONE, NOW, LATER, LATER]),
        (Stage.READ, [DONE, DONE, NOW, LATER]),
        (Stage.PROVE, [DONE, DONE, NOW, LATER]),
        (Stage.PLACED, [DONE, DONE, DONE, DONE]),
    ],
)
def test_the_steps_follow_one_another(stage: Stage, states: list[StepState]) -> None:
    assert [step.state for step in steps(told(stage, 1, 2))] == states


def test_a_step_says_to_screen_readers_how_far_it_is() -> None:
    first, *_, last = steps(told(Stage.COPY, 1, 2))
    assert first.spoken == "Copying the vault: under way"
    assert last.spoken == "Safe to remove: still to come"


def test_a_folder_is_not_removed() -> None:
    placed = steps(BackupProgress(FOLDER, Stage.PLACED))
    assert [step.words for step in placed][2:] == [
        "Read every record back from the folder",
        "In its place",
    ]


@pytest.mark.parametrize(
    ("progress", "words"),
    [
        (told(Stage.STAGING), "Getting ready"),
        (told(Stage.STAGING, 5_000_000, 41_600_000), "5.0 MB of 41.6 MB made ready"),
        (told(Stage.COPY, 5_000_000, 41_600_000), "5.0 MB of 41.6 MB copied"),
        (
            told(Stage.SEAL, 0, 41_600_000),
            "41.6 MB copied. Waiting for the drive to write it…",
        ),
        (told(Stage.READ, 41_700_000, 41_600_000), "41.6 MB of 41.6 MB read back"),
        (told(Stage.PLACED), "Every record was read back"),
    ],
)
def test_each_phase_counts_what_it_does(progress: BackupProgress, words: str) -> None:
    assert count_words(progress) == words


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (None, ""),
        (1.0, "A few seconds left"),
        (6.0, "About 10 seconds left"),
        (22.0, "About 20 seconds left"),
        (58.0, "About 60 seconds left"),
        (61.0, "About a minute left"),
        (140.0, "About 2 minutes left"),
    ],
)
def test_the_rest_is_told_about(seconds: float | None, words: str) -> None:
    assert left_words(seconds) == words


def test_nobody_knows_how_long_a_drive_writes_what_it_holds_back() -> None:
    assert percent_words(told(Stage.SEAL, 0, 41_600_000)) == ""
    assert percent_words(told(Stage.COPY, 1, 2)) == "50%"


def test_it_says_that_locking_ends_it_and_whether_it_begins_again() -> None:
    words = go_on_words(told(Stage.COPY))
    assert "Locking ends it, and it begins again afterwards." in words
    words = go_on_words(BackupProgress(STICK, with_passphrase=True))
    assert words.startswith("You can go on working; locking ends it.")
