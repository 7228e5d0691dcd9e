"""A restored vault beside the one that it came from: each leaves the other's backups alone."""

from collections.abc import Generator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest

from app.workflows.backup.places import Place, describe
from app.workflows.backup.plan import Plan
from app.workflows.backup.removal import remove
from app.workflows.backup.rewrap import bring_along
from app.workflows.backup.rotation import to_remove
from app.workflows.restore.restore import restore
from app.workspace import Workspace, open_workspace
from crypto.backup.unlock import ByWords, unlock_backup
from crypto.primitives.kdf import TEST_ONLY_COSTS
from crypto.slots.recovery import RecoveryWay
from tests.support.backed_up import BackedUp, a_backed_up_vault, back_up
from tests.support.fixed_clock import FixedClock

NAME = "Whitlock Coaching"


@contextmanager
def opened(folder: Path, words: tuple[str, ...], clock: FixedClock) -> Generator[Workspace]:
    workspace = open_workspace(folder, RecoveryWay(words), clock, TEST_ONLY_COSTS)
    try:
        yield workspace
    finally:
        workspace.close()


def back_up_and_rotate(workspace: Workspace, folder: Path, clock: FixedClock) -> Path:
    clock.move(timedelta(days=1))
    file = back_up(workspace, folder)
    for backup in remove(describe(folder), to_remove(workspace.backups.own(), False)):
        workspace.backups.was_removed(backup.id)
    return file


@pytest.fixture
def first(tmp_path: Path, clock: FixedClock) -> tuple[BackedUp, list[Path]]:
    """A vault with a plan and four backups at one place."""
    made = a_backed_up_vault(tmp_path, clock)
    drive = made.file.parent
    with opened(made.vault, made.words, clock) as workspace:
        workspace.backup_plan.put(Plan((Place(str(drive), "drive"),), keep_yearly=True))
        more = [back_up_and_rotate(workspace, drive, clock) for _ in range(3)]
    return made, [made.file, *more]


@pytest.fixture
def restored(
    first: tuple[BackedUp, list[Path]], tmp_path: Path, clock: FixedClock
) -> tuple[Path, tuple[str, ...]]:
    made, files = first
    folder = tmp_path / "Restored.vault"
    restore(files[-1], ByWords(made.words), folder, NAME, clock)
    return folder, made.words


def test_it_lists_what_was_backed_up_before_and_goes_nowhere_by_itself(
    restored: tuple[Path, tuple[str, ...]], clock: FixedClock
) -> None:
    with opened(*restored, clock) as workspace:
        assert len(workspace.backups.listed()) == 4  # with the one that it was made of
        assert workspace.backups.own() == []
        assert workspace.backup_plan.get() == Plan(keep_yearly=True)


def test_neither_removes_what_the_other_made(
    first: tuple[BackedUp, list[Path]],
    restored: tuple[Path, tuple[str, ...]],
    clock: FixedClock,
) -> None:
    made, files = first
    drive = made.file.parent
    with opened(*restored, clock) as workspace:
        own = [back_up_and_rotate(workspace, drive, clock) for _ in range(9)]
    assert all(file.exists() for file in files)
    theirs = {file for file in own if file.exists()}
    assert len(theirs) < len(own)
    with opened(made.vault, made.words, clock) as workspace:
        for _ in range(9):
            back_up_and_rotate(workspace, drive, clock)
    assert not all(file.exists() for file in files)
    assert all(file.exists() for file in theirs)


def test_a_new_kit_takes_only_its_own_along_and_names_the_others(
    first: tuple[BackedUp, list[Path]],
    restored: tuple[Path, tuple[str, ...]],
    clock: FixedClock,
) -> None:
    made, files = first
    with opened(*restored, clock) as workspace:
        own = back_up_and_rotate(workspace, made.file.parent, clock)
        pending = workspace.ways_in.kits.begin()
        workspace.ways_in.kits.finish(pending)
        behind = workspace.rewrap.begin()
        assert behind is not None
        rewrapped = bring_along(behind)
    assert [one.file_name for one in rewrapped.done] == [own.name]
    assert [one.file_name for one in rewrapped.others] == [file.name for file in files[::-1]]
    assert rewrapped.unreachable == ()
    unlock_backup(own, ByWords(pending.words)).wipe()
    for file in files:
        unlock_backup(file, ByWords(made.words)).wipe()
