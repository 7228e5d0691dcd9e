"""Compared with SQLCipher's own check, which cannot be done in slices."""

import errno
import os
from pathlib import Path

import pytest

from crypto.errors import VaultDamaged, VaultMissing
from crypto.secret import SecretBytes
from crypto.vault.atomic_file import write_new
from crypto.vault.connection import VaultConnection, open_database
from crypto.vault.pages import PAGE_BYTES, Pages
from tests.crypto.conftest import ClosedVault, Open

KEY = bytes(range(32))


def pages(path: Path) -> Pages:
    return Pages(path, SecretBytes(KEY))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A database of some pages, a few of them free."""
    path = tmp_path / "vault-1.db"
    write_new(path, b"")
    connection = open_database(path, SecretBytes(KEY), new=True)
    connection.execute("CREATE TABLE kept (text TEXT) STRICT")
    connection.execute("CREATE INDEX by_text ON kept (text)")
    connection.execute("CREATE TABLE gone (text TEXT) STRICT")
    for table in ("kept", "gone"):
        connection.execute(
            f"INSERT INTO {table} WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n"
            " WHERE i < 300) SELECT hex(zeroblob(100)) || i FROM n"
        )
    connection.execute("DROP TABLE gone")
    assert connection.execute("PRAGMA freelist_count")[0] > (5,)
    connection.close()
    return path


def damage(path: Path, number: int, at: int) -> None:
    data = bytearray(path.read_bytes())
    data[(number - 1) * PAGE_BYTES + at] ^= 1
    path.write_bytes(data)


def said_by_sqlcipher(connection: VaultConnection) -> int:
    """How many pages it finds damaged."""
    return len(connection.execute("PRAGMA cipher_integrity_check"))


def test_a_sound_file_has_no_damaged_page(path: Path) -> None:
    found = pages(path)
    assert found.count() == path.stat().st_size // PAGE_BYTES
    assert found.count() > 20
    assert found.damaged(1, found.count()) == []


@pytest.mark.parametrize("at", [0, PAGE_BYTES - 80, PAGE_BYTES - 1])
def test_every_page_is_told_that_sqlcipher_would_tell(path: Path, at: int) -> None:
    whole = path.read_bytes()
    for number in range(2, pages(path).count() + 1):
        damage(path, number, at)
        assert pages(path).damaged(1, 1000) == [number]
        try:
            connection = open_database(path, SecretBytes(KEY))
        except VaultDamaged:
            pass  # it needed that very page
        else:
            assert said_by_sqlcipher(connection) == 1
            connection.close()
        path.write_bytes(whole)


def test_the_first_page_is_told_too(path: Path) -> None:
    damage(path, 1, 100)
    assert pages(path).damaged(1, 1000) == [1]


def test_it_is_done_in_slices(path: Path) -> None:
    damage(path, 3, 7)
    damage(path, 5, 7)
    found = pages(path)
    assert [found.damaged(first, 2) for first in (1, 3, 5)] == [[], [3], [5]]
    assert found.damaged(found.count() + 1, 10) == []


def test_a_page_in_the_place_of_another_is_told(path: Path) -> None:
    data = path.read_bytes()
    path.write_bytes(
        data[: 2 * PAGE_BYTES] + data[PAGE_BYTES : 2 * PAGE_BYTES] + data[3 * PAGE_BYTES :]
    )
    assert pages(path).damaged(1, 1000) == [3]


def test_a_file_that_is_cut_off_within_a_page_is_told(path: Path) -> None:
    found = pages(path)
    last = found.count()
    path.write_bytes(path.read_bytes()[:-1])
    assert found.count() == last
    assert found.damaged(1, 1000) == [last]


def test_a_page_that_was_never_written_is_none_that_is_damaged(path: Path) -> None:
    with path.open("ab") as file:
        file.write(bytes(PAGE_BYTES))
    assert pages(path).damaged(1, 1000) == []


def test_a_file_that_is_gone_is_told_as_that(path: Path) -> None:
    found = pages(path)
    path.unlink()
    with pytest.raises(VaultMissing):
        found.damaged(1, 1)


def test_an_open_connection_goes_on_writing_after_a_look(path: Path) -> None:
    connection = open_database(path, SecretBytes(KEY))
    for number in range(3):
        connection.begin()
        connection.execute("INSERT INTO kept VALUES (?)", (str(number) * 5000,))
        assert pages(path).damaged(1, 1000) == []
        connection.commit()
    assert pages(path).damaged(1, 1000) == []
    assert said_by_sqlcipher(connection) == 0
    connection.close()


def test_an_open_vault_has_its_pages_checked(closed_vault: ClosedVault, open_cheaply: Open) -> None:
    vault = open_cheaply(closed_vault.folder, closed_vault.way)
    found = vault.pages()
    assert found.count() > 0
    assert found.damaged(1, found.count()) == []


def test_a_sector_that_cannot_be_read_is_damage(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    checked = pages(path)

    def fail(*_: object) -> bytes:
        raise OSError(errno.EIO, "a bad sector", str(path))

    monkeypatch.setattr(os, "read", fail)
    with pytest.raises(VaultDamaged):
        checked.damaged(1, 10)
    monkeypatch.undo()
    checked.close()
