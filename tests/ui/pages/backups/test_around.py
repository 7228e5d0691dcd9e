"""What lies at the places is looked at without taking one file for another."""

import threading
from pathlib import Path
from uuid import uuid4

import pytest

from app.core.ids import new_id
from app.workflows.backup import places
from app.workflows.backup.errand import SUFFIX
from app.workflows.backup.places import Place
from ui.pages.backups import around
from ui.pages.backups.around import Each, PlaceLook, Sought, Stray, look_around

VAULT = uuid4()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "Backups"
    folder.mkdir()
    return folder


def look(folder: Path, *recorded: tuple[object, str]) -> PlaceLook:
    place = Place(str(folder), folder.name)
    known = tuple((id, str(folder), name) for id, name in recorded)
    sought = Sought((place,), known, VAULT, folder.parent / "vault")  # type: ignore[arg-type]
    return look_around(sought, Each())[str(folder)]


def test_what_is_recorded_is_found_by_its_name(folder: Path) -> None:
    here, gone = new_id(), new_id()
    (folder / f"a{SUFFIX}").touch()
    found = look(folder, (here, f"a{SUFFIX}"), (gone, f"b{SUFFIX}"))
    assert found.here
    assert dict(found.found) == {here: folder / f"a{SUFFIX}"}
    assert found.strays == ()


def test_a_folder_that_is_gone_is_not_here(folder: Path) -> None:
    folder.rmdir()
    assert not look(folder, (new_id(), f"a{SUFFIX}")).here


def test_what_is_half_made_there_is_told(folder: Path) -> None:
    (folder / f"a{SUFFIX}").touch()
    assert not look(folder).half_made
    (folder / f".b{SUFFIX}.part").touch()
    assert look(folder).half_made


def test_what_is_no_backup_is_left_out(folder: Path) -> None:
    (folder / f"noise{SUFFIX}").write_bytes(b"no backup at all")
    (folder / "letter.txt").write_bytes(b"Dear Amara")
    assert look(folder).strays == ()


def test_a_renamed_one_is_known_by_its_id_and_others_are_strays(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    known, other = new_id(), new_id()

    def read(path: Path, vault_id: object) -> Stray | None:
        assert vault_id == VAULT
        return Stray(known if path.name.startswith("old") else other, path, 0.0, 1)

    monkeypatch.setattr(around, "_read", read)
    for name in ("old", "new"):
        (folder / f"{name}{SUFFIX}").touch()
    found = look(folder, (known, f"first{SUFFIX}"))
    assert dict(found.found) == {known: folder / f"old{SUFFIX}"}
    assert [stray.id for stray in found.strays] == [other]


def test_where_a_record_says_it_is_is_looked_at_too(folder: Path) -> None:
    id = new_id()
    (folder / f"a{SUFFIX}").touch()
    sought = Sought((), ((id, str(folder), f"a{SUFFIX}"),), VAULT, folder.parent / "vault")
    assert look_around(sought, Each())[str(folder)].found[id] == folder / f"a{SUFFIX}"


def test_a_place_that_does_not_answer_is_not_here_and_holds_up_no_other(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = threading.Event()

    def is_here(place: Place) -> bool:
        return place.folder == str(folder) or answers.wait(20)

    monkeypatch.setattr(places, "here", is_here)
    mute = Place("/mnt/office", "office", "/mnt/office")
    sought = Sought((mute, Place(str(folder), "B")), (), VAULT, folder.parent / "vault")
    looks = look_around(sought, Each(patience=0.5))
    answers.set()
    assert looks[mute.folder] == PlaceLook(mute)
    assert looks[str(folder)].here
