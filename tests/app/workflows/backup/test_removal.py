"""A backup's file goes only where it lies, as what it is, and while its drive is in."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import pytest

from app.core.changes import Kind
from app.core.clock import Moment
from app.ledger.entry import Actor
from app.records.backups.record import Backup
from app.workflows.backup import find, removal
from app.workflows.backup.places import Place
from app.workflows.backup.removal import delete, remove
from app.workspace import Workspace
from crypto.errors import BackupDamaged


@dataclass(frozen=True)
class Face:
    backup_id: UUID


@pytest.fixture(autouse=True)
def faces(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file says its id in plain text."""

    def look(file: Path) -> Face:
        try:
            return Face(UUID(file.read_text()))
        except ValueError:
            raise BackupDamaged from None

    monkeypatch.setattr(removal, "look_at_backup", look)


@pytest.fixture
def place(tmp_path: Path) -> Place:
    folder = tmp_path / "stick" / "B"
    folder.mkdir(parents=True)
    return Place(str(folder), "B")


def a_backup(place: Place, number: int, says: str | None = None) -> Backup:
    name = f"2026-11-17-{number:08x}.underrose-backup"
    made = Moment(datetime(2026, 11, 17, tzinfo=UTC), "Europe/London")
    backup = Backup(UUID(int=number), place.folder, name, made, 1, 1, 1, number, 1)
    (place.path / name).write_text(str(backup.id) if says is None else says)
    return backup


def test_what_is_to_go_goes_and_nothing_else(place: Place) -> None:
    going, staying = a_backup(place, 1), a_backup(place, 2)
    assert remove(place, [going]) == [going]
    assert [file.name for file in place.path.iterdir()] == [staying.file_name]


def test_the_drive_is_at_rest_afterwards(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    synced: list[tuple[Path, int]] = []

    def sync(folder: Path) -> None:
        synced.append((folder, len(list(folder.iterdir()))))

    monkeypatch.setattr(removal, "sync_folder", sync)
    remove(place, [a_backup(place, 1), a_backup(place, 2)])
    assert synced == [(place.path, 0)]
    remove(place, [a_backup(place, 3, "another one's")])
    assert len(synced) == 1


def test_one_that_is_gone_already_is_no_error(place: Place) -> None:
    gone = a_backup(place, 1)
    (place.path / gone.file_name).unlink()
    assert remove(place, [gone]) == [gone]


def test_a_stick_that_is_out_has_lost_nothing(place: Place) -> None:
    backup = a_backup(place, 1)
    place.path.parent.rename(place.path.parent.with_name("pocket"))
    assert remove(place, [backup]) == []


def test_a_stick_pulled_out_meanwhile_has_lost_nothing(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    backup = a_backup(place, 1)
    answers = [True, False]

    def here(_: Place) -> bool:
        return answers.pop(0)

    monkeypatch.setattr(removal, "here", here)
    (place.path / backup.file_name).unlink()
    assert remove(place, [backup]) == []


@pytest.mark.parametrize("says", [str(UUID(int=9)), "a letter of the coach’s own"])
def test_a_file_of_that_name_that_is_another_stays(place: Place, says: str) -> None:
    backup = a_backup(place, 1, says)
    assert remove(place, [backup]) == []
    assert (place.path / backup.file_name).read_text() == says


@pytest.mark.parametrize("is_there", [True, False])
def test_a_link_in_its_place_stays_and_so_does_what_it_leads_to(
    place: Place, tmp_path: Path, is_there: bool
) -> None:
    backup = a_backup(place, 1)
    file, moved = place.path / backup.file_name, tmp_path / "moved"
    file.rename(moved)
    if not is_there:
        moved.unlink()
    file.symlink_to(moved)
    assert remove(place, [backup]) == []
    assert file.is_symlink()
    assert moved.exists() == is_there


def test_what_takes_its_place_while_it_is_looked_at_stays(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    backup = a_backup(place, 1)
    look = removal.look_at_backup

    def replaced(file: Path) -> object:
        face = look(file)
        file.unlink()
        file.write_text("a letter of the coach’s own")
        return face

    monkeypatch.setattr(removal, "look_at_backup", replaced)
    assert remove(place, [backup]) == []
    assert (place.path / backup.file_name).read_text() == "a letter of the coach’s own"


def test_one_that_was_given_another_name_stays_and_is_not_gone(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(find, "look_at_backup", removal.look_at_backup)
    backup = a_backup(place, 1)
    renamed = place.path / "before the move.underrose-backup"
    (place.path / backup.file_name).rename(renamed)
    assert remove(place, [backup]) == []
    assert renamed.exists()


def test_a_backup_elsewhere_is_not_looked_for_here(place: Place, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    elsewhere = a_backup(Place(str(other), "other"), 1)
    assert remove(place, [elsewhere]) == []
    assert (other / elsewhere.file_name).exists()


def test_what_cannot_be_removed_now_is_left_for_the_next_time(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    backup, other = a_backup(place, 1), a_backup(place, 2)
    unlink = Path.unlink

    def refused(file: Path, missing_ok: bool = False) -> None:
        if file.name == backup.file_name:
            raise PermissionError
        unlink(file, missing_ok)

    monkeypatch.setattr(Path, "unlink", refused)
    assert remove(place, [backup, other]) == [other]


def test_in_a_folder_that_nobody_can_look_into_nothing_is_gone(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    backup = a_backup(place, 1)
    (place.path / backup.file_name).unlink()

    def refused(_: Path) -> Iterator[Path]:
        raise PermissionError

    monkeypatch.setattr(Path, "iterdir", refused)
    assert remove(place, [backup]) == []


@pytest.fixture
def by_id(monkeypatch: pytest.MonkeyPatch) -> None:
    """Files are looked for by the same ids."""
    monkeypatch.setattr(find, "look_at_backup", removal.look_at_backup)


@pytest.mark.usefixtures("by_id")
def test_one_that_the_coach_wants_gone_goes_by_the_name_that_it_has_now(place: Place) -> None:
    newer, older = a_backup(place, 2), a_backup(place, 1)
    renamed = replace(older, file_name="before the move.underrose-backup")
    (place.path / older.file_name).rename(place.path / renamed.file_name)
    assert delete(place, renamed, [newer, older]) == [renamed]
    assert [file.name for file in place.path.iterdir()] == [newer.file_name]


@pytest.mark.usefixtures("by_id")
def test_the_newest_that_can_be_reached_stays(place: Place, tmp_path: Path) -> None:
    newest, last, older = (a_backup(place, number) for number in (3, 2, 1))
    away = replace(newest, folder=str(tmp_path / "another stick"))
    (place.path / newest.file_name).unlink()
    assert delete(place, last, [away, last, older]) == []
    assert (place.path / last.file_name).exists()
    assert delete(place, older, [away, last, older]) == [older]
    assert delete(place, last, []) == []


@pytest.mark.usefixtures("by_id")
def test_a_newer_one_in_a_folder_that_nobody_can_look_into_counts_for_nothing(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    newer, older = a_backup(place, 2), a_backup(place, 1)

    def refused(_: Backup) -> None:
        raise PermissionError

    monkeypatch.setattr(removal, "find", refused)
    assert delete(place, older, [newer, older]) == []


def test_what_is_gone_is_noted_once_and_by_whom(workspace: Workspace, place: Place) -> None:
    one, other = a_backup(place, 1), a_backup(place, 2)
    for backup in (one, other):
        workspace.backups.record(backup)
    assert workspace.remove_backups.note([one]).touches(Kind.BACKUP)
    workspace.remove_backups.note([one, other], Actor.COACH)
    assert workspace.backups.listed() == []
    with workspace._database.read() as reader:
        last = reader.rows("SELECT actor FROM ledger_rows ORDER BY generation DESC LIMIT 2")
    assert last == [(Actor.COACH,), (Actor.APP,)]


def test_too_many_are_the_vaults_own_in_that_folder(workspace: Workspace, tmp_path: Path) -> None:
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        for number in range(9):
            at = Place(str(tmp_path / folder), folder)
            workspace.backups.record(a_backup(at, number + (100 if folder == "b" else 0)))
    gone = workspace.remove_backups.too_many(str(tmp_path / "a"))
    assert [backup.generation for backup in gone] == [0, 1]
    assert {backup.folder for backup in gone} == {str(tmp_path / "a")}
