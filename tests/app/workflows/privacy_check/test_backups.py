"""Whether there is a backup that would help when the laptop is lost."""

import threading
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from app.core import each_by_itself
from app.core.clock import Moment
from app.records.backups.record import Backup
from app.workflows.backup.places import Place
from app.workflows.backup.plan import Plan
from app.workflows.privacy_check import backups
from app.workflows.privacy_check.backups import BackupsLook, Each, look
from app.workflows.privacy_check.finding import Fact, State
from crypto.backup.face import look_at_backup
from tests.support.backed_up import a_backed_up_vault
from tests.support.made_backups import a_backup

NOW = Moment(datetime(2026, 11, 17, 10, 12, tzinfo=UTC), "Europe/London")
STICK = Place("/media/hanna/Whitlock", "Whitlock", "/media/hanna/Whitlock", stick=True)


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Place:
    """A folder on the vault's disk."""
    folder = tmp_path / "Backups"
    folder.mkdir()

    def is_same(place: Place, _: Path) -> bool:
        return not place.is_drive

    monkeypatch.setattr(backups, "is_same_disk_as", is_same)
    monkeypatch.setenv("HOME", str(tmp_path))  # on the same disk, wherever tests write
    return Place(str(folder), "Backups")


def made(place: Place, days: int, *, file: bool = False) -> Backup:
    backup = a_backup(1000 - days, NOW.plus(-timedelta(days=days)), place.folder)
    if file:
        (place.path / backup.file_name).write_text("")
    return backup


def found(
    *there: Backup, plan: Plan, lose: bool = True, kit: int = 1
) -> list[tuple[Fact, tuple[str | int, ...]]]:
    findings = look(
        BackupsLook(there, plan, lose, kit, frozenset(one.id for one in there)),
        Path("/srv/vault"),
        NOW,
        Each(),
    )
    return [(finding.fact, finding.values) for finding in findings]


def test_where_there_is_nothing_to_lose_nothing_is_said() -> None:
    assert found(plan=Plan(), lose=False) == []
    assert found(plan=Plan()) == [(Fact.BACKUPS_NONE, ())]


def test_a_fresh_one_whose_stick_is_out_is_in_order() -> None:
    assert found(made(STICK, 3), plan=Plan((STICK,))) == [(Fact.BACKUPS_FRESH, (3,))]
    assert Fact.BACKUPS_FRESH.state is State.FINE


def test_one_is_old_after_the_days_that_the_coach_chose() -> None:
    plan = Plan((STICK,), remind_days=7)
    assert found(made(STICK, 7), plan=plan) == [(Fact.BACKUPS_FRESH, (7,))]
    assert found(made(STICK, 8), plan=plan) == [(Fact.BACKUPS_OLD, (8,))]


def test_one_from_the_future_says_nothing_about_its_age() -> None:
    assert found(made(STICK, -400), plan=Plan((STICK,))) == [(Fact.BACKUPS_UNKNOWN, ())]
    assert Fact.BACKUPS_UNKNOWN.state is State.UNKNOWN


def test_backups_beside_the_vault_alone_are_not_enough(own: Place) -> None:
    plan = Plan((own, STICK))
    beside = made(own, 1, file=True)
    assert found(beside, plan=plan) == [(Fact.BACKUPS_SAME_DISK, (1,))]
    assert found(beside, made(STICK, 5), plan=plan) == [(Fact.BACKUPS_FRESH, (1,))]
    assert found(beside, made(STICK, 40), plan=plan) == [(Fact.BACKUPS_SAME_DISK, (1,))]


def test_one_that_is_missing_from_its_folder_does_not_count(own: Place) -> None:
    plan = Plan((own,))
    assert found(made(own, 1), plan=plan) == [(Fact.BACKUPS_NONE, ())]
    own.path.rmdir()  # which is no drive that is out
    assert found(made(own, 1), plan=plan) == [(Fact.BACKUPS_NONE, ())]


def test_one_that_was_given_another_name_is_not_missing(own: Place, tmp_path: Path) -> None:
    kept = a_backed_up_vault(tmp_path)
    face = look_at_backup(kept.file.rename(own.path / "before the move.underrose-backup"))
    backup = replace(made(own, 1), id=face.backup_id)
    assert found(backup, plan=Plan((own,))) == [(Fact.BACKUPS_SAME_DISK, (1,))]


def test_of_a_place_that_does_not_answer_nothing_is_known(
    own: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = threading.Event()

    def is_here(place: Place) -> bool:
        return place == own or answers.wait(20)

    monkeypatch.setattr(backups, "here", is_here)
    monkeypatch.setattr(each_by_itself, "PATIENCE", 0.3)
    plan = Plan((own, STICK))
    assert found(made(STICK, 5), made(own, 1), plan=plan) == [(Fact.BACKUPS_FRESH, (5,))]
    answers.set()


def test_a_folder_that_nobody_chose_counts_by_what_it_is(own: Place) -> None:
    assert found(made(own, 1, file=True), plan=Plan()) == [(Fact.BACKUPS_SAME_DISK, (1,))]
    away = replace(STICK, folder="/media/hanna/Other")
    assert found(made(away, 1), plan=Plan()) == [(Fact.BACKUPS_FRESH, (1,))]


def test_one_that_the_kit_in_use_does_not_open_is_not_in_order() -> None:
    plan = Plan((STICK,))
    older, newer = made(STICK, 3), replace(made(STICK, 1), kit_number=2)
    assert found(older, plan=plan, kit=2) == [(Fact.BACKUPS_OLD_SHEET_ALONE, (3,))]
    assert found(newer, older, plan=plan, kit=2) == [(Fact.BACKUPS_OLD_SHEET, (1,))]
    for fact in (Fact.BACKUPS_OLD_SHEET, Fact.BACKUPS_OLD_SHEET_ALONE):
        assert fact.state is State.LOOK
