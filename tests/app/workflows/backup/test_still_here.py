"""A drive that goes while a backup is made: nothing is left where it was, and nothing counts."""

from pathlib import Path

import pytest

from app.workflows.backup import still_here
from app.workflows.backup.carry import carry_out
from app.workflows.backup.errand import Errand
from app.workflows.backup.places import Place, describe
from app.workflows.backup.still_here import staying_here
from crypto.errors import BackupInterrupted


class Drive:
    """A place that is here as often as a test says."""

    def __init__(self, place: Place, here: list[bool]) -> None:
        self.place, self._here = place, here

    def here(self, place: Place) -> bool:
        assert place == self.place
        return self._here.pop(0)


def drive(errand: Errand, patch: pytest.MonkeyPatch, *here: bool) -> Place:
    place = describe(errand.folder)
    patch.setattr(still_here, "here", Drive(place, list(here)).here)
    return place


def files(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_on_a_drive_that_stays_it_stays(
    errand: Errand, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with staying_here(drive(errand, monkeypatch, True, True), errand):
        list(carry_out(errand))
    assert files(stick) == [errand.file_name]


def test_where_the_drive_is_out_it_is_not_begun(
    errand: Errand, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with (
        pytest.raises(BackupInterrupted),
        staying_here(drive(errand, monkeypatch, False), errand),
    ):
        list(carry_out(errand))
    assert files(stick) == []


def test_what_came_to_lie_where_the_drive_had_been_is_deleted(
    errand: Errand, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (stick / "letter.txt").touch()
    with (
        pytest.raises(BackupInterrupted),
        staying_here(drive(errand, monkeypatch, True, False), errand),
    ):
        list(carry_out(errand))
    assert files(stick) == ["letter.txt"]


def test_another_backup_of_that_name_is_left_alone(
    errand: Errand, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with (
        pytest.raises(BackupInterrupted),
        staying_here(drive(errand, monkeypatch, True, False), errand),
    ):
        errand.target.write_bytes(b"another one")
    assert files(stick) == [errand.file_name]


def test_what_went_wrong_meanwhile_is_told_as_what_it_is(
    errand: Errand, monkeypatch: pytest.MonkeyPatch
) -> None:
    with (
        pytest.raises(ZeroDivisionError),
        staying_here(drive(errand, monkeypatch, True), errand),
    ):
        raise ZeroDivisionError
