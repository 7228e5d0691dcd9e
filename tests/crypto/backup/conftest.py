"""A vault, and a small backup of it that every way opens."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest

from crypto.backup.header import BackupHeader, begun_header
from crypto.backup.naming import give_name
from crypto.backup.slots import wrap_slots
from crypto.backup.stage import Staged, stage
from crypto.backup.unlock import BackupWay, ByPassphrase, ByRoot, ByWords
from crypto.backup.write_backup import write_backup
from crypto.primitives.kdf import TEST_ONLY_COST
from crypto.secret import SecretBytes
from crypto.slots.passphrase import PassphraseWay
from crypto.vault.backup_root import backup_root
from crypto.vault.connection import VaultConnection
from crypto.vault.seal import SealState
from crypto.vault.vault import Vault
from tests.crypto.conftest import FIRST_STATE, NOW, PASSPHRASE, Create

KIT_DATE = date(2026, 11, 23)
BACKUP_PASSPHRASE = "a box of old letters"
NAME = "2026-11-23-0a1b2c3d.underrose-backup"
SECRET_ROW = "what no backup holds"


def prepare(connection: VaultConnection) -> SealState:
    connection.begin()
    connection.execute("CREATE TABLE kept (text TEXT NOT NULL UNIQUE) STRICT")
    connection.execute("CREATE VIRTUAL TABLE found USING fts5(text)")
    for number in range(300):
        connection.execute("INSERT INTO kept VALUES (?)", (f"{number} " + "x" * 900,))
    connection.execute("INSERT INTO kept VALUES (?)", (SECRET_ROW,))
    connection.execute("INSERT INTO found VALUES ('a quiet room')")
    connection.commit()
    return FIRST_STATE


def strip(connection: VaultConnection) -> SealState:
    connection.begin()
    connection.execute("DELETE FROM kept WHERE text = ?", (SECRET_ROW,))
    connection.commit()
    return FIRST_STATE


def unwatched(_done: int, _total: int) -> None: ...


@dataclass(frozen=True)
class MadeBackup:
    """A backup on a drive, and what opens it."""

    path: Path
    vault: Vault
    words: tuple[str, ...] = field(repr=False)
    key: SecretBytes
    header: BackupHeader

    @property
    def root(self) -> SecretBytes:
        return backup_root(self.words, self.vault.vault_id, 1)

    @property
    def ways(self) -> dict[str, BackupWay]:
        return {
            "root": ByRoot(self.root),
            "words": ByWords(self.words),
            "passphrase": ByPassphrase(BACKUP_PASSPHRASE),
        }


Edit = Callable[[Callable[[bytearray], object]], None]


@pytest.fixture
def drive(tmp_path: Path) -> Path:
    folder = tmp_path / "drive"
    folder.mkdir()
    return folder


@pytest.fixture
def vault_and_words(tmp_path: Path, create: Create) -> tuple[Vault, tuple[str, ...]]:
    return create(tmp_path / "Practice.vault", PassphraseWay(PASSPHRASE), prepare=prepare)


@pytest.fixture
def vault(vault_and_words: tuple[Vault, tuple[str, ...]]) -> Vault:
    return vault_and_words[0]


def header_of(vault: Vault, staged: Staged, root: SecretBytes) -> BackupHeader:
    slots = wrap_slots(
        staged.key, vault.vault_id, staged.backup_id, root, 1, KIT_DATE,
        BACKUP_PASSPHRASE, TEST_ONLY_COST,
    )  # fmt: skip
    return begun_header(
        backup_id=staged.backup_id,
        vault_id=vault.vault_id,
        name=vault.name,
        made_at=NOW,
        db_bytes=staged.db_bytes,
        slots=slots,
    )


@pytest.fixture
def backup(drive: Path, vault_and_words: tuple[Vault, tuple[str, ...]]) -> MadeBackup:
    vault, words = vault_and_words
    staged = stage(vault, strip, unwatched)
    key = SecretBytes(staged.key.reveal())
    header = header_of(vault, staged, backup_root(words, vault.vault_id, 1))
    part = drive / f".{NAME}.part"
    for _ in write_backup(staged.path, part, header, key):
        pass
    give_name(part, drive / NAME)
    staged.discard()
    return MadeBackup(drive / NAME, vault, words, key, header)


@pytest.fixture
def edit(backup: MadeBackup) -> Edit:
    """Changes the bytes of the backup's file."""

    def change(how: Callable[[bytearray], object]) -> None:
        data = bytearray(backup.path.read_bytes())
        how(data)
        backup.path.write_bytes(data)

    return change
