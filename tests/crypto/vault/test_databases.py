from pathlib import Path

import pytest

from crypto.vault.databases import begin, finish_what_was_begun, something_begun
from tests.crypto.conftest import names
from tests.crypto.vault.test_header import header

IN_FORCE = header(db_file="vault-7.db", seal_file="seal-7")


def database(folder: Path, number: int) -> None:
    for name in (f"vault-{number}.db", f"vault-{number}.db-journal", f"seal-{number}"):
        (folder / name).touch()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "vault-7.db").touch()
    (tmp_path / "seal-7").touch()
    return tmp_path


def test_the_next_number_is_marked_before_anything_else_is_there(folder: Path) -> None:
    assert not something_begun(folder)
    assert begin(folder, IN_FORCE) == 8
    assert names(folder) == ["begun-8", "seal-7", "vault-7.db"]
    assert something_begun(folder)


@pytest.mark.parametrize("name", ["vault-8.db", "vault-8.db-journal", "seal-8"])
def test_a_number_that_anything_bears_is_passed_over(folder: Path, name: str) -> None:
    (folder / name).touch()
    assert begin(folder, IN_FORCE) == 9


def test_what_was_half_built_is_deleted(folder: Path) -> None:
    begin(folder, IN_FORCE)
    database(folder, 8)
    (folder / ".seal-8.new").touch()
    finish_what_was_begun(folder, IN_FORCE)
    assert names(folder) == ["seal-7", "vault-7.db"]
    assert begin(folder, IN_FORCE) == 8  # no header has ever named it


def test_what_was_replaced_is_deleted_once_the_new_is_in_force(folder: Path) -> None:
    begin(folder, header(db_file="vault-6.db", seal_file="seal-6"))
    database(folder, 6)
    (folder / "begun-7").write_bytes(b"6")
    finish_what_was_begun(folder, IN_FORCE)
    assert names(folder) == ["seal-7", "vault-7.db"]


def test_without_a_mark_nothing_is_deleted(folder: Path) -> None:
    database(folder, 6)
    database(folder, 8)
    before = names(folder)
    finish_what_was_begun(folder, IN_FORCE)
    assert names(folder) == before


@pytest.mark.parametrize("text", [b"", b"7", b"0", b"07", b"\xff", b"../x", b"6\n", b"9" * 10])
def test_a_mark_of_the_one_in_force_that_names_none_deletes_none(folder: Path, text: bytes) -> None:
    database(folder, 6)
    before = names(folder)
    (folder / "begun-7").write_bytes(text)
    finish_what_was_begun(folder, IN_FORCE)
    assert names(folder) == before


@pytest.mark.parametrize("name", ["begun-0", "begun-", "begun-x", "begun-08", "begun-8.txt"])
def test_what_only_looks_like_a_mark_is_left(folder: Path, name: str) -> None:
    (folder / name).touch()
    database(folder, 8)
    before = names(folder)
    finish_what_was_begun(folder, IN_FORCE)
    assert not something_begun(folder)
    assert names(folder) == before


def test_files_that_were_not_put_in_their_place_are_deleted_and_others_are_not(
    folder: Path,
) -> None:
    for name in ("header.json", "header.copy.json", "header.0123456789abcdef.aside", "seal-7"):
        (folder / f".{name}.new").touch()
    (folder / ".begun-8.new").touch()
    (folder / ".letter.new").touch()
    finish_what_was_begun(folder, IN_FORCE)
    assert names(folder) == [".letter.new", "seal-7", "vault-7.db"]


def test_what_cannot_be_deleted_is_left_to_the_next_opening(folder: Path) -> None:
    begin(folder, IN_FORCE)
    database(folder, 8)
    (folder / "seal-8").unlink()
    (folder / "seal-8").mkdir()
    finish_what_was_begun(folder, IN_FORCE)
    assert something_begun(folder)
    (folder / "seal-8").rmdir()
    finish_what_was_begun(folder, IN_FORCE)
    assert names(folder) == ["seal-7", "vault-7.db"]


def test_a_folder_that_is_gone_is_no_error(tmp_path: Path) -> None:
    finish_what_was_begun(tmp_path / "gone", IN_FORCE)
