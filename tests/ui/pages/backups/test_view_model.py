"""What the page shows follows from the vault, the drives and the day."""

from dataclasses import replace
from pathlib import Path
from uuid import uuid4

import pytest

from app.records.backups.record import Backup
from app.workflows.backup.need import BackupNeed
from app.workflows.backup.places import Place
from app.workflows.backup.plan import Plan
from tests.support.recorded_backups import DRIVE, FOLDER, NOW, STICK, a_backup
from ui.pages.backups.around import PlaceLook
from ui.pages.backups.state import State
from ui.pages.backups.summary_words import age_title, need_words, next_words, why_none
from ui.pages.backups.view_model import Snapshot, derive

PLAN = Plan((STICK, FOLDER))
NOTHING = Snapshot((), PLAN, True, False, True, True, uuid4(), Path("vault"), 1, frozenset())


def looked(*here: Place, same: tuple[Place, ...] = ()) -> dict[str, PlaceLook]:
    return {
        place.folder: PlaceLook(place, place in here, place in same)
        for place in (STICK, DRIVE, FOLDER)
    }


def last_made(days_ago: float) -> State:
    return derive(replace(NOTHING, backups=(a_backup(days_ago),)), {}, NOW)


@pytest.mark.parametrize(
    ("days", "title", "need"),
    [
        (0, "Backed up today", BackupNeed.NOTHING),
        (1, "Backed up yesterday", BackupNeed.NOTHING),
        (14, "Backed up 14 days ago", BackupNeed.NOTHING),
        (15, "Backed up 15 days ago", BackupNeed.OLD),
        (1200, "Backed up 1,200 days ago", BackupNeed.OLD),
    ],
)
def test_the_age_is_told_in_days(days: int, title: str, need: BackupNeed) -> None:
    state = last_made(days)
    assert state.last is not None
    assert (age_title(state.last), state.need) == (title, need)


def test_one_that_is_too_old_says_so() -> None:
    assert need_words(last_made(3)) == ""
    assert "longer ago than the 14 days" in need_words(last_made(40))


def test_a_clock_that_is_years_off_is_told() -> None:
    state = last_made(-800)
    assert state.last is not None
    assert age_title(state.last) == "Backed up on 25 Jan 2029, 10:12"
    assert state.need is BackupNeed.UNKNOWN
    assert "That day is still to come by this computer’s clock." in need_words(state)


def test_without_clients_there_is_nothing_to_lose() -> None:
    assert derive(NOTHING, {}, NOW).need is BackupNeed.FIRST
    assert derive(replace(NOTHING, has_clients=False), {}, NOW).need is BackupNeed.NOTHING
    assert derive(replace(NOTHING, made_up=True), {}, NOW).need is BackupNeed.NOTHING


def test_a_drive_is_used_before_a_folder_of_this_computer() -> None:
    assert derive(NOTHING, looked(STICK, FOLDER), NOW).to_use == STICK
    assert derive(NOTHING, looked(FOLDER), NOW).to_use == FOLDER
    assert derive(NOTHING, looked(), NOW).to_use is None


@pytest.mark.parametrize(
    ("plan", "here", "wanted", "words"),
    [
        (Plan(), (), False, "You choose where it goes: a USB stick is best."),
        (PLAN, (STICK,), False, "The next one goes to the USB stick “Whitlock”."),
        (PLAN, (), False, "No place is here. Put a drive in, or add another place."),
        (PLAN, (), True, "The backup begins as soon as one of its drives is in."),
        (
            Plan((DRIVE,)),
            (),
            False,
            "Drive “office” isn’t here. Put it in, or add another place.",
        ),
        (
            Plan((DRIVE,)),
            (),
            True,
            "Waiting for the drive “office”. The backup begins when it is in.",
        ),
    ],
)
def test_where_the_next_one_goes_is_said(
    plan: Plan, here: tuple[Place, ...], wanted: bool, words: str
) -> None:
    state = derive(replace(NOTHING, plan=plan), looked(*here), NOW)
    assert next_words(state, wanted=wanted) == words


def test_a_folder_on_the_vaults_disk_is_no_help() -> None:
    state = derive(NOTHING, looked(FOLDER, same=(FOLDER,)), NOW)
    assert next_words(state, wanted=False) == (
        "Folder “Backups” is on the same disk as your vault. It won’t help if this laptop is lost."
    )


def test_nothing_is_said_of_places_before_somebody_has_looked() -> None:
    assert next_words(derive(NOTHING, {}, NOW), wanted=False) == ""


def test_why_none_can_be_made_is_said() -> None:
    assert why_none(derive(NOTHING, {}, NOW)) == ""
    for change, words in (
        ({"made_up": True}, "This practice is made up."),
        ({"takes_writes": False}, "The vault is open for reading only."),
        ({"has_root": False}, "The Recovery Kit has to be proven first."),
    ):
        state = derive(replace(NOTHING, **change), {}, NOW)
        assert why_none(state).startswith(words)
        assert not state.may_back_up


def backed_up(*backups: Backup, kit: int = 1, plan: Plan = PLAN) -> Snapshot:
    own = frozenset(backup.id for backup in backups)
    return replace(NOTHING, backups=backups, own=own, kit_number=kit, plan=plan)


def test_the_place_that_was_used_longest_ago_comes_next() -> None:
    other = replace(STICK, folder="/media/hanna/Second", label="Second")
    plan = Plan((STICK, other, FOLDER))
    looks = {place.folder: PlaceLook(place, True) for place in plan.places}
    snapshot = backed_up(a_backup(1, STICK), a_backup(3, other), plan=plan)
    state = derive(snapshot, looks, NOW)
    assert state.to_use == other
    assert [line.can_be_chosen for line in state.places] == [True, True, True]
    del looks[other.folder]
    assert derive(snapshot, looks, NOW).to_use == STICK


def test_a_place_without_room_is_passed_over_and_named_when_there_is_no_other() -> None:
    plan = Plan((STICK, DRIVE))
    looks = {
        STICK.folder: PlaceLook(STICK, True, free=1000),
        DRIVE.folder: PlaceLook(DRIVE, True, free=10**9),
    }
    snapshot = backed_up(a_backup(1, DRIVE), a_backup(3, STICK), plan=plan)
    assert derive(snapshot, looks, NOW).to_use == DRIVE
    del looks[DRIVE.folder]
    alone = derive(snapshot, looks, NOW)
    assert "“Whitlock” has no room, or can’t be written to." in next_words(alone, wanted=False)
    assert not alone.places[0].can_be_chosen


def test_a_place_that_took_none_is_passed_over() -> None:
    plan = Plan((STICK, DRIVE))
    snapshot = replace(NOTHING, plan=plan)
    assert derive(snapshot, looked(STICK, DRIVE), NOW).to_use == STICK
    refused = derive(snapshot, looked(STICK, DRIVE), NOW, refused={STICK.folder})
    assert refused.to_use == DRIVE


def test_backups_on_the_vaults_own_disk_alone_are_not_enough() -> None:
    beside = derive(backed_up(a_backup(0, FOLDER)), looked(FOLDER, same=(FOLDER,)), NOW)
    assert beside.need is BackupNeed.SAME_DISK
    assert need_words(beside).startswith("It lies on the vault’s own disk")
    off = backed_up(a_backup(0, FOLDER), plan=Plan())
    assert derive(off, looked(FOLDER, same=(FOLDER,)), NOW).need is BackupNeed.SAME_DISK
    assert derive(off, looked(same=(FOLDER,)), NOW).need is BackupNeed.NOTHING


def test_a_restored_vault_asks_where_the_next_ones_go() -> None:
    restored = replace(NOTHING, backups=(a_backup(0),), plan=Plan())
    state = derive(restored, {}, NOW)
    assert state.need is BackupNeed.NOWHERE
    assert "Say where backups go on this computer" in need_words(state)
    assert derive(replace(restored, plan=PLAN), {}, NOW).need is BackupNeed.NOTHING


def test_one_that_is_gone_is_not_the_last_one() -> None:
    gone, kept = a_backup(0, generation=20), a_backup(3, generation=10)
    state = derive(backed_up(gone, kept), looked(), NOW, {gone.id})
    assert state.last is not None
    assert age_title(state.last) == "Backed up 3 days ago"


def test_where_something_is_half_made_a_stick_is_not_to_go_yet() -> None:
    looks = looked(STICK)
    for half_made in (False, True):
        looks[STICK.folder] = replace(looks[STICK.folder], half_made=half_made)
        last = derive(backed_up(a_backup(0)), looks, NOW).last
        assert last is not None
        assert last.may_be_removed is not half_made


def test_those_of_an_older_kit_are_counted_and_their_stick_is_not_to_go_yet() -> None:
    backups = a_backup(0), a_backup(1)
    looks = looked(STICK)
    looks[STICK.folder] = replace(
        looks[STICK.folder], found={one.id: Path(one.file_name) for one in backups}
    )
    state = derive(backed_up(*backups, kit=2), looks, NOW)
    assert (state.need, state.behind) == (BackupNeed.OLD_SHEET, 2)
    assert need_words(state).startswith("2 backups still open with an older sheet.")
    assert state.last is not None
    assert not state.last.may_be_removed
    one = derive(backed_up(backups[0], kit=2), looks, NOW)
    assert need_words(one).startswith("One backup still opens with an older sheet.")
    others = derive(replace(backed_up(backups[0], kit=2), own=frozenset()), looks, NOW)
    assert need_words(others).startswith("It opens with the sheet of an older kit")
