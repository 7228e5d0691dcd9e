import hashlib
import hmac
import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import CBC

from crypto.errors import (
    ConstraintRefused,
    CryptoError,
    SaveNotDurable,
    StatementRefused,
    VaultClosed,
    VaultDamaged,
    VaultExchanged,
    VaultInUse,
    VaultMissing,
)
from crypto.secret import SecretBytes
from crypto.vault.atomic_file import write_new
from crypto.vault.connection import VaultConnection, open_database, salt_of
from tests.crypto.conftest import names
from tests.support.bad_sectors import BadSectors

KEY = SecretBytes(bytes(range(32)))
TABLE = "CREATE TABLE kept (id INTEGER PRIMARY KEY, text TEXT CHECK (text <> 'no')) STRICT"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "vault-1.db"
    write_new(path, b"")
    connection = open_database(path, KEY, new=True)
    connection.execute(TABLE)
    connection.close()
    return path


@pytest.fixture
def connection(path: Path) -> Iterator[VaultConnection]:
    connection = open_database(path, KEY)
    yield connection
    connection.close()


def texts(connection: VaultConnection) -> list[object]:
    return [row[0] for row in connection.execute("SELECT text FROM kept ORDER BY id")]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("cipher_page_size", "4096"),
        ("cipher_hmac_algorithm", "HMAC_SHA512"),
        ("cipher_kdf_algorithm", "PBKDF2_HMAC_SHA512"),
        ("cipher_plaintext_header_size", "0"),
        ("cipher_memory_security", "0"),
        ("cipher_log_level", "NONE"),
        ("journal_mode", "delete"),
        ("synchronous", 3),
        ("secure_delete", 1),
        ("temp_store", 2),
        ("trusted_schema", 0),
        ("cell_size_check", 1),
        ("foreign_keys", 1),
        ("busy_timeout", 0),
        ("application_id", 0x554E4452),
    ],
)
def test_every_setting_is_in_force(connection: VaultConnection, name: str, value: object) -> None:
    assert connection.execute(f"PRAGMA {name}") == [(value,)]


def test_extensions_cannot_be_loaded(connection: VaultConnection) -> None:
    with pytest.raises(StatementRefused):
        connection.execute("SELECT load_extension('anything')")


def test_the_file_is_ciphertext_from_its_first_byte(
    path: Path, connection: VaultConnection
) -> None:
    connection.execute("INSERT INTO kept (text) VALUES (?)", ("a canary in the coal mine",))
    data = path.read_bytes()
    assert b"canary" not in data
    assert b"SQLite format" not in data
    assert len(set(data[:4096])) > 200


def test_a_page_is_what_the_format_says(path: Path) -> None:
    page = path.read_bytes()[:4096]
    salt, ciphertext, iv, mac = page[:16], page[16:4016], page[4016:4032], page[4032:]
    mac_salt = bytes(byte ^ 0x3A for byte in salt)
    mac_key = hashlib.pbkdf2_hmac("sha512", KEY.reveal(), mac_salt, 2, 32)
    covered = ciphertext + iv + (1).to_bytes(4, "little")
    assert hmac.digest(mac_key, covered, "sha512") == mac
    decryptor = Cipher(AES(KEY.reveal()), CBC(iv)).decryptor()
    plaintext = decryptor.update(ciphertext) + decryptor.finalize()
    assert plaintext[0:2] == (4096).to_bytes(2)  # what follows "SQLite format 3" and a zero
    assert plaintext[52:56] == (0x554E4452).to_bytes(4)


def test_the_salt_is_the_files_first_bytes(path: Path) -> None:
    assert salt_of(path) == path.read_bytes()[:16]
    os.truncate(path, 5)
    assert len(salt_of(path)) == 5


def test_a_transaction_is_kept_when_committed_and_undone_when_rolled_back(
    path: Path, connection: VaultConnection
) -> None:
    connection.begin()
    connection.execute("INSERT INTO kept (text) VALUES (:text)", {"text": "kept"})
    connection.commit()
    connection.begin()
    connection.execute("INSERT INTO kept (text) VALUES (?)", ("undone",))
    connection.rollback()
    connection.rollback()
    connection.close()
    again = open_database(path, KEY)
    assert texts(again) == ["kept"]
    again.close()


def test_rows_come_as_tuples_of_plain_values(connection: VaultConnection) -> None:
    rows = connection.execute("SELECT 1, 1.5, 'text', x'00ff', NULL")
    assert rows == [(1, 1.5, "text", b"\x00\xff", None)]


def test_a_script_stays_within_the_callers_transaction(connection: VaultConnection) -> None:
    connection.begin()
    connection.script(
        """
        -- A comment; with a semicolon
        CREATE TABLE more (a TEXT DEFAULT 'x;y') STRICT;
        CREATE TRIGGER more_is_kept BEFORE DELETE ON more
        BEGIN
            SELECT RAISE(ABORT, 'kept; for ever');
        END;
        INSERT INTO more VALUES ('1')
        """
    )
    with pytest.raises(ConstraintRefused):
        connection.execute("DELETE FROM more")
    connection.rollback()
    assert connection.execute("SELECT name FROM sqlite_schema") == [("kept",)]


def test_a_script_may_end_in_a_comment(connection: VaultConnection) -> None:
    connection.script("INSERT INTO kept (text) VALUES ('yes');\n-- the end\n")
    assert texts(connection) == ["yes"]


def test_a_rule_of_the_schema_refuses_without_quoting(connection: VaultConnection) -> None:
    connection.execute("INSERT INTO kept VALUES (1, 'yes')")
    for statement in (
        "INSERT INTO kept VALUES (2, 'no')",
        "INSERT INTO kept VALUES (1, 'again')",
        "INSERT INTO kept VALUES (3, x'00')",
    ):
        with pytest.raises(ConstraintRefused) as error:
            connection.execute(statement)
        assert str(error.value) == ""
        assert error.value.__suppress_context__


def test_a_mistake_in_a_statement_is_told_to_its_author(connection: VaultConnection) -> None:
    with pytest.raises(StatementRefused) as error:
        connection.execute("SELECT nothing FROM kept")
    assert "nothing" in str(error.value.__cause__)


def test_another_key_is_told_as_damage(path: Path) -> None:
    with pytest.raises(VaultDamaged):
        open_database(path, SecretBytes(b"x" * 32))


@pytest.mark.parametrize("length", [0, 31, 33, 48])
def test_a_key_of_another_length_is_never_taken_for_a_passphrase(path: Path, length: int) -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        open_database(path, SecretBytes(b"k" * length))


@pytest.mark.parametrize("place", [16, 100, 4000, 4095])
def test_a_flipped_bit_in_the_first_page_is_told(path: Path, place: int) -> None:
    data = bytearray(path.read_bytes())
    data[place] ^= 1
    path.write_bytes(data)
    with pytest.raises(VaultDamaged):
        open_database(path, KEY)


def test_a_database_of_something_else_is_told(path: Path, connection: VaultConnection) -> None:
    connection.execute("PRAGMA application_id = 1")
    with pytest.raises(VaultDamaged):
        open_database(path, KEY)


def test_a_missing_file_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(VaultMissing):
        open_database(tmp_path / "vault-1.db", KEY)
    assert names(tmp_path) == []


def test_a_path_may_hold_any_character(tmp_path: Path) -> None:
    folder = tmp_path / "100% Größe? #1 & 'more'"
    folder.mkdir()
    write_new(folder / "vault-1.db", b"")
    open_database(folder / "vault-1.db", KEY, new=True).close()
    assert len(salt_of(folder / "vault-1.db")) == 16


def test_a_database_that_is_written_elsewhere_is_in_use(
    path: Path, connection: VaultConnection
) -> None:
    other = open_database(path, KEY)
    other.begin()
    with pytest.raises(VaultInUse):
        connection.begin()
    other.close()


def test_a_full_disk_is_told_and_the_transaction_can_be_undone(
    connection: VaultConnection,
) -> None:
    pages = connection.execute("PRAGMA page_count")[0][0]
    connection.execute(f"PRAGMA max_page_count = {pages}")
    connection.begin()
    with pytest.raises(SaveNotDurable):
        connection.execute("INSERT INTO kept (text) VALUES (?)", ("long" * 10_000,))
    connection.rollback()
    assert texts(connection) == []


@pytest.mark.parametrize(
    ("statement", "error"),
    [
        ("SELECT text FROM kept", VaultDamaged),
        ("\nWITH one AS (SELECT 1) SELECT * FROM one", VaultDamaged),
        ("PRAGMA integrity_check", VaultDamaged),
        ("PRAGMA user_version = 7", SaveNotDurable),
        ("INSERT INTO kept (text) VALUES ('lost')", SaveNotDurable),
        ("COMMIT", SaveNotDurable),
    ],
)
def test_a_bad_sector_is_damage_to_whoever_reads_and_no_save_to_whoever_writes(
    connection: VaultConnection, statement: str, error: type[CryptoError]
) -> None:
    BadSectors(connection, lambda _: True)
    with pytest.raises(error):
        connection.execute(statement)


def test_a_disk_that_was_pulled_out_while_it_was_read_is_told_as_missing(
    path: Path, connection: VaultConnection
) -> None:
    BadSectors(connection, lambda _: True)
    path.unlink()
    with pytest.raises(VaultMissing):
        texts(connection)


def test_a_folder_that_vanishes_is_told(path: Path, connection: VaultConnection) -> None:
    path.parent.rename(path.parent.with_name("elsewhere"))
    with pytest.raises(VaultMissing):
        connection.execute("INSERT INTO kept (text) VALUES ('lost')")
    path.parent.with_name("elsewhere").rename(path.parent)


def test_a_file_that_was_put_in_its_place_is_told_and_not_written_to(
    path: Path, connection: VaultConnection
) -> None:
    before = path.read_bytes()
    other = path.with_name("other")
    other.write_bytes(before)
    other.replace(path)
    with pytest.raises(VaultExchanged):
        connection.execute("INSERT INTO kept (text) VALUES ('lost')")
    assert path.read_bytes() == before


def test_who_asks_a_closed_database_is_told_so(connection: VaultConnection) -> None:
    connection.close()
    connection.close()
    with pytest.raises(VaultClosed):
        texts(connection)
    connection.rollback()


def test_a_connection_serves_the_thread_that_opened_it(connection: VaultConnection) -> None:
    errors: list[Exception] = []

    def use() -> None:
        try:
            connection.execute("SELECT 1")
        except Exception as error:  # noqa: BLE001  the driver's own
            errors.append(error)

    thread = threading.Thread(target=use)
    thread.start()
    thread.join()
    assert len(errors) == 1
    assert not isinstance(errors[0], CryptoError)


def test_opening_and_failing_leaves_no_line_on_the_error_stream(
    path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(VaultDamaged):
        open_database(path, SecretBytes(b"x" * 32))
    assert capfd.readouterr() == ("", "")


# What takes long

ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"


def test_a_long_statement_is_ended_by_what_its_watcher_raises(connection: VaultConnection) -> None:
    asked: list[None] = []

    def watch() -> None:
        asked.append(None)
        if len(asked) == 5:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        connection.execute_watched(ENDLESS, watch)
    assert len(asked) == 5
    connection.execute("INSERT INTO kept (text) VALUES ('goes on')")
    assert texts(connection) == ["goes on"]


def test_a_watched_statement_answers_as_any_other(connection: VaultConnection) -> None:
    asked: list[None] = []
    counted = ENDLESS.replace("FROM n)", "FROM n WHERE i < 100000)")
    assert connection.execute_watched(counted, lambda: asked.append(None)) == [(100_000,)]
    assert asked
    del asked[:]
    assert connection.execute(counted) == [(100_000,)]
    assert not asked
    with pytest.raises(StatementRefused):
        connection.execute_watched("SELECT * FROM nowhere", lambda: None)
