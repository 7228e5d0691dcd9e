from pathlib import Path

import pytest

from crypto.errors import VaultDamaged
from crypto.secret import SecretBytes
from crypto.vault.atomic_file import write_new
from crypto.vault.connection import open_database
from crypto.vault.database_settings import identify, put, unlock

KEY = SecretBytes(b"k" * 32)


class Answers:
    """A connection to a library that answers every question like this."""

    def __init__(self, answer: str) -> None:
        self._answer = answer

    def execute(self, sql: str, /) -> list[tuple[object, ...]]:
        return [(self._answer,)]


def test_a_setting_that_does_not_stay_is_told() -> None:
    put(Answers("1"), "trusted_schema", "OFF", "1")
    with pytest.raises(RuntimeError, match="trusted_schema"):
        put(Answers("1"), "trusted_schema", "OFF", 0)


def test_another_cipher_is_told() -> None:
    with pytest.raises(RuntimeError, match="cipher"):
        unlock(Answers("0"), KEY)


def test_a_key_of_another_length_would_be_taken_for_a_passphrase() -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        unlock(Answers("0"), SecretBytes(b"k" * 31))


def test_a_database_of_another_program_is_damaged(tmp_path: Path) -> None:
    write_new(tmp_path / "a.db", b"")
    connection = open_database(tmp_path / "a.db", KEY, new=True)
    connection.execute("PRAGMA application_id = 7")
    with pytest.raises(VaultDamaged):
        identify(connection, new=False)
    connection.close()
