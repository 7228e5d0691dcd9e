import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from crypto.errors import SaveNotDurable, VaultDamaged
from crypto.secret import SecretBytes
from crypto.vault.atomic_file import write_new
from crypto.vault.connection import VaultConnection, open_database, salt_of
from crypto.vault.copy_database import copy_database, has_sound_rows, refuse_other

OLD_KEY, NEW_KEY = SecretBytes(b"o" * 32), SecretBytes(b"n" * 32)
SCHEMA = (
    "CREATE TABLE kept (text TEXT) STRICT",
    'CREATE TABLE "odd "" name" (id INTEGER PRIMARY KEY AUTOINCREMENT, kept BLOB)',
    "CREATE VIRTUAL TABLE found USING fts5(text)",
    "CREATE VIEW seen AS SELECT text FROM kept",
    "CREATE TRIGGER never BEFORE DELETE ON kept BEGIN SELECT RAISE(ABORT, 'never'); END",
    "INSERT INTO kept (rowid, text) VALUES (5, 'five'), (9, 'nine')",
    "INSERT INTO \"odd \"\" name\" (id, kept) VALUES (77, x'00ff')",
    "INSERT INTO found (rowid, text) VALUES (3, 'a quiet room')",
    "PRAGMA user_version = 6",
)  # fmt: skip


@pytest.fixture
def source(tmp_path: Path) -> Iterator[VaultConnection]:
    path = tmp_path / "vault-1.db"
    write_new(path, b"")
    connection = open_database(path, OLD_KEY, new=True)
    for sql in SCHEMA:
        connection.execute(sql)
    yield connection
    connection.close()


@pytest.fixture
def copied(tmp_path: Path, source: VaultConnection) -> Iterator[VaultConnection]:
    copy_database(source, tmp_path / "vault-2.db", NEW_KEY)
    connection = open_database(tmp_path / "vault-2.db", NEW_KEY)
    yield connection
    connection.close()


def test_the_copy_holds_the_same_under_another_key_and_salt(
    tmp_path: Path, source: VaultConnection, copied: VaultConnection
) -> None:
    refuse_other(copied, source)
    for sql in (
        "SELECT rowid, text FROM kept",
        'SELECT * FROM "odd "" name"',
        "SELECT * FROM sqlite_sequence",
        "SELECT rowid FROM found WHERE found MATCH 'quiet'",
        "SELECT * FROM seen",
        "PRAGMA user_version",
        "PRAGMA application_id",
    ):
        assert copied.execute(sql) == source.execute(sql) != []
    assert salt_of(tmp_path / "vault-1.db") != salt_of(tmp_path / "vault-2.db")
    for path, key in (("vault-1.db", NEW_KEY), ("vault-2.db", OLD_KEY)):
        with pytest.raises(VaultDamaged):
            open_database(tmp_path / path, key)


def test_the_copy_is_written_with_the_settings_of_a_vault(copied: VaultConnection) -> None:
    assert copied.execute("PRAGMA journal_mode") == [("delete",)]
    assert copied.execute("PRAGMA synchronous") == [(3,)]


@pytest.mark.parametrize(
    "change",
    [
        "INSERT INTO kept VALUES ('more')",
        'DELETE FROM "odd "" name"',
        "CREATE TABLE more (text)",
        "DROP TRIGGER never",
        "DROP VIEW seen",
        "PRAGMA user_version = 7",
        "INSERT INTO found (text) VALUES ('more')",
    ],
)
def test_a_copy_that_is_another_is_refused(
    source: VaultConnection, copied: VaultConnection, change: str
) -> None:
    copied.execute(change)
    with pytest.raises(VaultDamaged):
        refuse_other(copied, source)


def test_a_copy_with_a_damaged_page_is_refused(tmp_path: Path, source: VaultConnection) -> None:
    path = tmp_path / "vault-2.db"
    copy_database(source, path, NEW_KEY)
    data = bytearray(path.read_bytes())
    data[-100] ^= 1
    path.write_bytes(data)
    connection = open_database(path, NEW_KEY)
    with pytest.raises(VaultDamaged):
        refuse_other(connection, source)
    connection.close()


def test_a_damaged_original_is_told(tmp_path: Path, source: VaultConnection) -> None:
    source.close()
    path = tmp_path / "vault-1.db"
    data = bytearray(path.read_bytes())
    data[-100] ^= 1
    path.write_bytes(data)
    damaged = open_database(path, OLD_KEY)
    with pytest.raises(VaultDamaged):
        copy_database(damaged, tmp_path / "vault-2.db", NEW_KEY)
    damaged.close()


def test_a_file_that_is_there_already_is_not_written_over(
    tmp_path: Path, source: VaultConnection
) -> None:
    (tmp_path / "vault-2.db").write_bytes(b"somebody's")
    with pytest.raises(SaveNotDurable):
        copy_database(source, tmp_path / "vault-2.db", NEW_KEY)
    assert (tmp_path / "vault-2.db").read_bytes() == b"somebody's"


def test_the_copy_is_its_owners_alone(tmp_path: Path, copied: VaultConnection) -> None:
    del copied
    assert os.stat(tmp_path / "vault-2.db").st_mode & 0o777 == 0o600  # noqa: PTH116


def test_what_the_watcher_raises_ends_the_copying(tmp_path: Path, source: VaultConnection) -> None:
    def stop(_done: int, _total: int) -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        copy_database(source, tmp_path / "vault-2.db", NEW_KEY, stop)
    assert source.execute("SELECT count(*) FROM kept") == [(2,)]


def test_tables_that_are_not_whole_are_told(tmp_path: Path, source: VaultConnection) -> None:
    assert has_sound_rows(source)
    source.execute("PRAGMA writable_schema = ON")
    source.execute("DELETE FROM sqlite_schema WHERE name = 'found_data'")
    again = open_database(tmp_path / "vault-1.db", OLD_KEY)
    assert not has_sound_rows(again)
    again.close()


def test_the_check_of_tables_can_be_ended(source: VaultConnection) -> None:
    source.begin()
    for number in range(20_000):
        source.execute("INSERT INTO kept VALUES (?)", (f"{number} " + "x" * 300,))
    source.commit()

    def stop() -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        has_sound_rows(source, stop)
