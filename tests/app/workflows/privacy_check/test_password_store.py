"""The password store: which one, and whether it has a password."""

from collections.abc import Callable
from pathlib import Path

import pytest

from app.workflows.privacy_check import password_store
from app.workflows.privacy_check.finding import Fact, Finding
from app.workflows.privacy_check.password_store import GNOME, look
from crypto.errors import KeyringInsecure, KeyringMissing, KeyringTimeout

PLAIN = b"[keyring]\ndisplay-name=Login\n"


def found(data: Path, name: str = GNOME) -> Finding:
    return look({"XDG_DATA_HOME": str(data)}, lambda: name)


def keyring(data: Path, name: str, contents: bytes) -> None:
    (data / "keyrings").mkdir(exist_ok=True)
    (data / "keyrings" / name).write_bytes(contents)


def test_one_without_a_password_is_told(tmp_path: Path) -> None:
    keyring(tmp_path, "login.keyring", PLAIN)
    assert found(tmp_path) == Finding(Fact.KEYRING_OPEN, (GNOME,))


def test_the_chosen_keyring_is_looked_at(tmp_path: Path) -> None:
    keyring(tmp_path, "login.keyring", b"")
    keyring(tmp_path, "Work.keyring", PLAIN)
    keyring(tmp_path, "default", b"Work\n")
    assert found(tmp_path) == Finding(Fact.KEYRING_OPEN, (GNOME,))


@pytest.mark.parametrize("default", [b"", b"../login", b"\xff"])
def test_an_odd_choice_tells_nothing(tmp_path: Path, default: bytes) -> None:
    keyring(tmp_path, "default", default)
    assert found(tmp_path).fact is Fact.KEYRING_UNKNOWN


def test_without_a_file_it_cannot_be_told(tmp_path: Path) -> None:
    assert found(tmp_path) == Finding(Fact.KEYRING_UNKNOWN, (GNOME,))


def test_of_another_store_it_cannot_be_told(tmp_path: Path) -> None:
    keyring(tmp_path, "login.keyring", PLAIN)
    assert found(tmp_path, "KeePassXC") == Finding(Fact.KEYRING_UNKNOWN, ("KeePassXC",))


@pytest.mark.parametrize("error", [KeyringMissing, KeyringInsecure, KeyringTimeout])
def test_one_that_does_not_answer_is_told(error: Callable[[], Exception]) -> None:
    def fail() -> str:
        raise error()

    assert look({}, fail) == Finding(Fact.KEYRING_MISSING)


def test_secrets_in_plain_text_are_not_read(tmp_path: Path) -> None:
    keyring(tmp_path, "login.keyring", PLAIN + b"[1]\nsecret=somebody else's\n")
    kept = password_store._default_keyring({"XDG_DATA_HOME": str(tmp_path)})
    assert kept == PLAIN[:16]
