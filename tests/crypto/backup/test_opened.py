import hashlib
import shutil
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest
from msgspec import structs

from crypto.backup.disk_errors import as_backup_errors
from crypto.backup.header import BLOCK_BYTES, render
from crypto.backup.opened import OpenBackup, open_backup
from crypto.backup.subkeys import BackupPurpose, backup_subkey
from crypto.errors import (
    BackupDamaged,
    BackupInterrupted,
    StatementRefused,
    VaultClosed,
    VaultReadOnly,
)
from crypto.secret import SecretBytes
from crypto.vault.connection import Row, open_database
from crypto.vault.pages import PAGE_BYTES
from tests.crypto.backup.conftest import Edit, MadeBackup
from tests.support.small_disk import small_disk


@pytest.fixture
def inside(backup: MadeBackup) -> Iterator[OpenBackup]:
    inside = open_backup(backup.path, backup.key)
    yield inside
    inside.close()


def test_it_is_read_where_it_lies(backup: MadeBackup, inside: OpenBackup) -> None:
    kept = inside.connection.execute("SELECT count(*) FROM kept")
    assert kept == [(300,)]
    assert inside.connection.execute("SELECT text FROM found WHERE found MATCH 'quiet'") != []
    assert inside.connection.execute("PRAGMA integrity_check") == [("ok",)]
    assert inside.face.name == "Room 4"
    assert inside.header.backup_id == backup.header.backup_id


def test_the_blocks_behind_it_are_none_of_the_database(
    backup: MadeBackup, inside: OpenBackup
) -> None:
    # SQLite counts the pages by the database's header, and not by the file's length.
    pages = (backup.path.stat().st_size - 2 * BLOCK_BYTES) // PAGE_BYTES
    assert inside.connection.execute("PRAGMA page_count") == [(pages,)]
    assert len(inside.connection.execute("PRAGMA cipher_integrity_check")) == 2


def test_nothing_is_written_beside_it_nor_in_it(backup: MadeBackup) -> None:
    before = backup.path.read_bytes()
    opened = open_backup(backup.path, backup.key)
    opened.connection.execute("SELECT * FROM kept")
    opened.close()
    opened.close()
    assert backup.path.read_bytes() == before
    assert [path.name for path in backup.path.parent.iterdir()] == [backup.path.name]


def test_a_drive_that_takes_no_writes_will_do(tmp_path: Path, backup: MadeBackup) -> None:
    with small_disk(tmp_path / "disk", 4) as disk:
        shutil.copy(backup.path, disk.folder)
        disk.take_no_writes()
        opened = open_backup(disk.folder / backup.path.name, backup.key)
        assert opened.connection.execute("SELECT count(*) FROM kept") == [(300,)]
        opened.close()


def test_a_journal_that_lies_beside_it_is_not_looked_at(backup: MadeBackup) -> None:
    journal = backup.path.with_name(backup.path.name + "-journal")
    journal.write_bytes(bytes.fromhex("d9d505f920a163d7") + bytes(8192))
    opened = open_backup(backup.path, backup.key)
    assert opened.connection.execute("SELECT count(*) FROM kept") == [(300,)]
    opened.close()
    assert journal.exists()


@pytest.mark.parametrize(
    "sql",
    [
        "INSERT INTO kept VALUES ('more')",
        "DELETE FROM kept",
        "CREATE TABLE more (text)",
        "CREATE TEMP TABLE more (text)",
        "CREATE TEMP TRIGGER more AFTER INSERT ON kept BEGIN SELECT 1; END",
        "DROP TABLE kept",
        "ATTACH '/tmp/elsewhere.db' AS elsewhere",
        "VACUUM INTO '/tmp/elsewhere.db'",
        "VACUUM",
        "PRAGMA query_only = OFF",
        "PRAGMA user_version = 3",
        "PRAGMA writable_schema = ON",
        "PRAGMA key = 'other'",
        "SELECT load_extension('x')",
        "SELECT sqlcipher_export('main')",
        "SELECT randomblob(10)",
        "SELECT zeroblob(100000000)",
        "SELECT printf('%1000000000d', 1)",
        "SAVEPOINT one",
    ],
)
def test_nothing_but_reading_is_done(inside: OpenBackup, sql: str) -> None:
    with pytest.raises((StatementRefused, VaultReadOnly)):
        inside.connection.execute(sql)
    with pytest.raises(BackupDamaged), as_backup_errors(inside.path):
        inside.connection.execute(sql)


def test_its_bytes_are_those_that_were_written(backup: MadeBackup, inside: OpenBackup) -> None:
    told = list(inside.check_bytes())
    assert told == sorted(told)
    assert told[-1] == inside.header.db_bytes
    whole = backup.path.read_bytes()[: -2 * BLOCK_BYTES]
    assert inside.header.db_sha256 == hashlib.sha256(whole).digest()


@pytest.mark.parametrize("place", [100, 5_000, 40_000, -2 * BLOCK_BYTES - 1])
def test_a_changed_byte_is_told(inside: OpenBackup, edit: Edit, place: int) -> None:
    edit(lambda data: data.__setitem__(place, data[place] ^ 1))
    with pytest.raises(BackupDamaged):
        list(inside.check_bytes())


def test_bytes_that_are_cut_off_meanwhile_are_told(backup: MadeBackup, inside: OpenBackup) -> None:
    with backup.path.open("rb+") as file:
        file.truncate(20_000)
    with pytest.raises(BackupDamaged):
        list(inside.check_bytes())


def test_a_file_that_goes_meanwhile_is_an_interruption(
    backup: MadeBackup, inside: OpenBackup
) -> None:
    backup.path.unlink()
    with pytest.raises(BackupInterrupted):
        list(inside.check_bytes())
    with pytest.raises(BackupInterrupted), as_backup_errors(inside.path):
        inside.connect_again()


def test_another_connection_reads_the_same_on_another_thread(inside: OpenBackup) -> None:
    with ThreadPoolExecutor(1) as thread:
        assert thread.submit(_texts, inside).result() == inside.connection.execute(
            "SELECT text FROM kept"
        )


def _texts(inside: OpenBackup) -> list[Row]:
    with closing(inside.connect_again()) as connection:
        with pytest.raises((StatementRefused, VaultReadOnly)):
            connection.execute("DELETE FROM kept")
        return connection.execute("SELECT text FROM kept")


def test_another_key_opens_nothing(backup: MadeBackup) -> None:
    with pytest.raises(BackupDamaged):
        open_backup(backup.path, SecretBytes(b"x" * 32))


def test_a_damaged_first_page_is_told(backup: MadeBackup, edit: Edit) -> None:
    edit(lambda data: data.__setitem__(200, data[200] ^ 1))
    with pytest.raises(BackupDamaged):
        open_backup(backup.path, backup.key)


def test_a_database_that_counts_fewer_pages_than_the_block_is_damaged(
    backup: MadeBackup, edit: Edit
) -> None:
    # By whoever has the key: bytes that are hashed, but that no page is read from.
    more = structs.replace(backup.header, db_bytes=backup.header.db_bytes + 4 * PAGE_BYTES)
    block = render(more, backup.key).data
    edit(lambda data: data.__setitem__(slice(-2 * BLOCK_BYTES, None), bytes(16384) + block * 2))
    with pytest.raises(BackupDamaged):
        open_backup(backup.path, backup.key)


@pytest.mark.parametrize("mode", ["WAL", "DELETE"])
def test_whatever_a_database_says_of_its_journal_it_is_read_without(
    backup: MadeBackup, mode: str
) -> None:
    change_database(backup, f"PRAGMA journal_mode = {mode}")
    for ending in ("-wal", "-shm", "-journal"):
        backup.path.with_name(backup.path.name + ending).write_bytes(b"\x37\x7f\x06\x82" * 2048)
    opened = open_backup(backup.path, backup.key)
    assert opened.connection.execute("SELECT count(*) FROM kept") == [(300,)]
    assert opened.connection.execute("PRAGMA integrity_check") == [("ok",)]
    opened.close()


def test_a_database_of_another_program_is_damaged(backup: MadeBackup) -> None:
    change_database(backup, "PRAGMA application_id = 7")
    with pytest.raises(BackupDamaged):
        open_backup(backup.path, backup.key)


def change_database(backup: MadeBackup, *statements: str) -> None:
    """By whoever has the key: another database with blocks that fit."""
    database = backup.path.parent.parent / "other.db"
    database.write_bytes(backup.path.read_bytes()[: -2 * BLOCK_BYTES])
    with backup_subkey(backup.key, BackupPurpose.DATABASE, backup.header.backup_id) as key:
        connection = open_database(database, key)
    for sql in statements:
        connection.execute(sql)
    connection.close()
    other = database.read_bytes()
    header = structs.replace(
        backup.header, db_bytes=len(other), db_sha256=hashlib.sha256(other).digest()
    )
    backup.path.write_bytes(other + render(header, backup.key).data * 2)


def test_closing_wipes_the_key_and_ends_the_connection(backup: MadeBackup) -> None:
    opened = open_backup(backup.path, backup.key)
    opened.close()
    assert len(opened._database_key) == 0
    with pytest.raises(VaultClosed):
        opened.connection.execute("SELECT 1")
    assert len(backup.key) == 32  # whoever has it, wipes it


def test_a_copy_of_the_file_opens_as_well(tmp_path: Path, backup: MadeBackup) -> None:
    shutil.copy(backup.path, tmp_path / "copy of it?#.underrose-backup")
    open_backup(tmp_path / "copy of it?#.underrose-backup", backup.key).close()
