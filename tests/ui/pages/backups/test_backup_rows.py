"""The table tells what the vault remembers, and whether it is still where it was."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from app.core.clock import Moment
from app.core.ids import new_id
from app.records.backups.record import Backup, BackupState
from app.workflows.backup.places import Place
from tests.support.recorded_backups import FOLDER, NOW, STICK, a_backup
from ui.pages.backups.around import PlaceLook, Stray
from ui.pages.backups.backup_rows import BackupRow, Removal, RowState, rows

PLACES = {STICK.folder: STICK, FOLDER.folder: FOLDER}


def here(place: Place, *backups: Backup, strays: tuple[Stray, ...] = ()) -> dict[str, PlaceLook]:
    found = {one.id: Path(one.folder, one.file_name) for one in backups}
    return {place.folder: PlaceLook(place, True, False, found, strays)}


def only(backup: Backup, looks: dict[str, PlaceLook]) -> BackupRow:
    (row,) = rows([backup], PLACES, looks, NOW, 1)
    return row


def test_a_row_says_when_where_how_large_and_how_far_it_is_believed() -> None:
    made = Moment(datetime(2026, 10, 22, 16, 40, tzinfo=UTC), NOW.zone)
    row = only(a_backup(made=made), {})
    assert (row.made, row.where, row.size, row.state_word) == (
        "22 Oct, 17:40",
        "USB stick “Whitlock”",
        "41.2 MB",
        "Checked",
    )
    assert row.spoken == "Made 22 Oct, 17:40. USB stick “Whitlock”. 41.2 MB. Checked"


def test_how_it_may_leave_the_list_follows_from_what_can_be_reached() -> None:
    gone, newest, older, away = (a_backup(day) for day in (1, 2, 3, 4))
    restored, away = a_backup(5), replace(away, folder=FOLDER.folder)
    backups = [gone, newest, older, away, restored]
    own = {one.id for one in backups[:4]}
    looks = here(STICK, newest, older, restored) | {FOLDER.folder: PlaceLook(FOLDER)}
    found = rows(backups, PLACES, looks, NOW, 1, (), own, may_remove=True)
    assert [row.removal for row in found] == [
        Removal.GONE,
        Removal.LAST,
        Removal.DELETED,
        Removal.GONE,
        Removal.OTHERS,
    ]
    unseen = rows(backups, PLACES, {}, NOW, 1, (), own, may_remove=True)
    only_read = rows(backups, PLACES, looks, NOW, 1, (), own)
    assert {row.removal for row in (*unseen, *only_read)} == {Removal.NONE}


def test_of_another_year_it_says_which() -> None:
    made = Moment(datetime(2024, 1, 2, 3, 4, tzinfo=UTC), NOW.zone)
    assert only(a_backup(made=made), {}).made == "2 Jan 2024, 03:04"


def test_one_that_was_opened_is_tried() -> None:
    backup = a_backup(state=BackupState.TRIED)
    assert only(backup, here(STICK, backup)).state is RowState.TRIED


def test_while_its_drive_is_out_nothing_is_claimed_about_its_file() -> None:
    backup = a_backup()
    out = only(backup, {STICK.folder: PlaceLook(STICK)})
    assert (out.state, out.is_here) == (RowState.CHECKED, False)
    assert out.absence == "not here now"
    assert out.spoken.endswith("Checked, not here now")
    assert only(backup, {}).absence == ""  # nobody has looked yet


def test_one_that_was_gone_stays_so_while_its_drive_is_out() -> None:
    backup = a_backup()
    (out,) = rows([backup], PLACES, {STICK.folder: PlaceLook(STICK)}, NOW, 1, {backup.id})
    assert (out.state, out.absence) == (RowState.GONE, "not here now")
    (back,) = rows([backup], PLACES, here(STICK, backup), NOW, 1, {backup.id})
    assert (back.state, back.absence) == (RowState.CHECKED, "")


def test_one_that_an_older_sheet_opens_says_which() -> None:
    backup = a_backup()
    assert only(backup, {}).sheet == ""
    (row,) = rows([backup], PLACES, here(STICK, backup), NOW, 2)
    assert row.sheet == "Opens with the sheet of kit 1"
    assert row.spoken.endswith("Checked. Opens with the sheet of kit 1")
    own = replace(backup, with_passphrase=True)
    (row,) = rows([own], PLACES, here(STICK, own), NOW, 2)
    assert row.sheet == "Sheet of kit 1, or a passphrase"
    assert only(own, here(STICK, own)).sheet == "Opens with a passphrase, too"
    (gone,) = rows([backup], PLACES, here(STICK), NOW, 2)
    assert gone.sheet == ""


def test_one_whose_file_went_away_is_gone() -> None:
    gone = only(a_backup(), here(STICK))
    assert (gone.state, gone.is_here) == (RowState.GONE, False)


def test_one_that_was_renamed_is_found_under_its_new_name() -> None:
    backup = a_backup()
    renamed = Path(STICK.folder, "old.underrose-backup")
    row = only(backup, {STICK.folder: PlaceLook(STICK, True, False, {backup.id: renamed})})
    assert (row.state, row.is_here, row.path) == (RowState.CHECKED, True, renamed)


def test_one_that_no_record_tells_of_is_not_checked_and_stands_where_it_belongs() -> None:
    old, new = a_backup(20), a_backup(1)
    between = NOW.utc.timestamp() - 10 * 86_400
    stray = Stray(new_id(), Path(STICK.folder, "a.underrose-backup"), between, 38_800_000)
    listed = rows([new, old], PLACES, here(STICK, old, new, strays=(stray,)), NOW, 1)
    assert [row.id for row in listed] == [new.id, stray.id, old.id]
    assert (listed[1].state, listed[1].size, listed[1].backup) == (
        RowState.UNCHECKED,
        "38.8 MB",
        None,
    )


def test_a_place_that_was_taken_off_the_plan_still_has_a_name() -> None:
    backup = a_backup(place=Place("/media/hanna/Old", "Old"))
    assert only(backup, {}).where == "Old"


def test_a_clock_that_was_wrong_does_not_change_the_order() -> None:
    ahead = a_backup(-900, generation=10)
    later = a_backup(0, generation=20)
    listed = rows([later, ahead], PLACES, {}, NOW, 1)
    assert [row.id for row in listed] == [later.id, ahead.id]
    assert listed[1].made.startswith("5 May 2029")
