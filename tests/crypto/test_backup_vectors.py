"""What was backed up once in this format is read for ever."""

import json
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from crypto.backup.blocks import read_blocks
from crypto.backup.header import render
from crypto.backup.opened import open_backup
from crypto.backup.restore import GivenKit, restore_vault
from crypto.backup.subkeys import BackupPurpose, backup_subkey
from crypto.backup.unlock import BackupWay, ByPassphrase, ByRoot, ByWords, unlock_backup
from crypto.secret import SecretBytes
from crypto.slots.recovery import RecoveryWay
from crypto.vault.connection import VaultConnection
from crypto.vault.seal import SealState
from crypto.vault.vault import open_vault
from tests.crypto.conftest import FIRST_STATE, NOW


@pytest.fixture(scope="module")
def frozen(root: Path) -> dict[str, Any]:
    return json.loads((root / "tests" / "vectors" / "backup-format-1.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def path(root: Path) -> Path:
    return root / "tests" / "vectors" / "2026-11-28-3d9b1c7e.underrose-backup"


@pytest.fixture
def key(frozen: dict[str, Any]) -> SecretBytes:
    return SecretBytes(bytes.fromhex(frozen["secrets"]["backup_key"]))


def way(frozen: dict[str, Any], name: str) -> BackupWay:
    secrets = frozen["secrets"]
    ways: dict[str, BackupWay] = {
        "root": ByRoot(SecretBytes(bytes.fromhex(frozen["root"]))),
        "words": ByWords(tuple(secrets["words"].split())),
        "passphrase": ByPassphrase(secrets["passphrase"]),
    }
    return ways[name]


@pytest.mark.parametrize("name", ["root", "words", "passphrase"])
def test_every_frozen_slot_opens(
    frozen: dict[str, Any], path: Path, key: SecretBytes, name: str
) -> None:
    assert unlock_backup(path, way(frozen, name)) == key  # at the costs that the app accepts


def test_the_frozen_block_is_rendered_the_same(
    frozen: dict[str, Any], path: Path, key: SecretBytes
) -> None:
    block = read_blocks(path).in_force(key)
    assert render(block.header, key) == block
    assert block.data == frozen["block"].encode().ljust(4096, b"\n")
    assert block.header.name == "Praxis Zoë & Söhne"
    backup_id = UUID("3d9b1c7e-52a4-4f0d-8c6b-a1e2d3c4b5f6")
    assert block.header.backup_id == backup_id
    subkeys = {
        str(each): backup_subkey(key, each, backup_id).reveal().hex() for each in BackupPurpose
    }
    assert subkeys == frozen["subkeys"]


def test_the_frozen_database_is_read_and_restored(
    tmp_path: Path, frozen: dict[str, Any], path: Path, key: SecretBytes
) -> None:
    def prepare(connection: VaultConnection) -> SealState:
        assert connection.execute("SELECT text FROM kept") == [(frozen["kept"],)]
        return FIRST_STATE

    opened = open_backup(path, key)
    words = tuple(frozen["secrets"]["words"].split())
    kit = GivenKit(words, opened.header.kit_number, opened.header.kit_made_on)
    folder = tmp_path / "restored"
    restore_vault(opened, folder, "Again", kit, prepare, now=NOW, progress=lambda _, __: None)
    opened.close()
    open_vault(folder, RecoveryWay(words)).close()
