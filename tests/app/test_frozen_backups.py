"""A backup of any earlier version is restored for ever, with everything that was in it."""

import json
import shutil
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from app.storage import meta, migrate
from app.storage.transaction import Reader
from app.workflows.backup.carry import carry_out
from app.workflows.backup.errand import Errand
from app.workflows.restore.look import look_inside
from app.workflows.restore.restore import restore
from app.workspace import open_workspace
from crypto.backup.header import begun_header
from crypto.backup.restore import GivenKit
from crypto.backup.slots import wrap_slots
from crypto.backup.stage import stage
from crypto.backup.unlock import BackupWay, ByPassphrase, ByWords
from crypto.primitives.kdf import TEST_ONLY_COST
from crypto.slots.recovery import RecoveryWay, new_kit
from crypto.vault.backup_root import backup_root
from crypto.vault.change_slots import recovery_slot
from crypto.vault.connection import VaultConnection
from crypto.vault.seal import SealState
from crypto.vault.vault import open_vault
from tests.support.fixed_clock import FixedClock
from tests.support.freeze_backup import FILE
from tests.support.freeze_vault import describe

VECTORS = Path(__file__).resolve().parent.parent / "vectors"
FROZEN = sorted(VECTORS.glob("backup-format-*-schema-*"))
VAULTS = sorted(VECTORS.glob("vault-format-*"))
SECRETS = ("passphrase", "words")


def contents(frozen: Path) -> dict[str, Any]:
    return json.loads((frozen / "contents.json").read_text(encoding="utf-8"))


def words_of(frozen: Path) -> tuple[str, ...]:
    return tuple(contents(frozen)["words"])


def restored(
    file: Path, way: BackupWay, words: tuple[str, ...], folder: Path, kit: GivenKit | None = None
) -> dict[str, Any]:
    """What the vault holds that a backup was restored to; `words` open it."""
    made = restore(file, way, folder / "restored", "Restored", FixedClock(), kit=kit)
    workspace = open_workspace(made.folder, RecoveryWay(words), FixedClock())
    try:
        assert workspace.integrity.check_at_once().is_sound
        return json.loads(json.dumps(describe(workspace)))
    finally:
        workspace.close()


def assert_same(found: dict[str, Any], expected: dict[str, Any]) -> None:
    assert {key: found[key] for key in expected if key not in SECRETS} == {
        key: value for key, value in expected.items() if key not in SECRETS
    }


def test_there_is_a_frozen_backup_of_the_first_schema_that_had_backups() -> None:
    assert FROZEN[0].name == "backup-format-1-schema-11"


@pytest.mark.parametrize("frozen", FROZEN, ids=lambda frozen: frozen.name)
def test_a_frozen_backup_is_restored_by_its_words(frozen: Path, tmp_path: Path) -> None:
    words = words_of(frozen)
    found = restored(frozen / FILE, ByWords(words), words, tmp_path)
    assert_same(found, contents(frozen))


@pytest.mark.parametrize("frozen", FROZEN, ids=lambda frozen: frozen.name)
def test_a_frozen_backup_is_restored_by_its_passphrase(frozen: Path, tmp_path: Path) -> None:
    expected = contents(frozen)
    way, today = ByPassphrase(expected["passphrase"]), FixedClock().now().day
    kit = GivenKit(new_kit(2, today).words, 2, today)
    found = restored(frozen / FILE, way, kit.words, tmp_path, kit)
    assert_same(found, expected)


@pytest.mark.parametrize("frozen", VAULTS, ids=lambda frozen: frozen.name)
def test_a_backup_that_an_older_app_had_made_is_looked_into_and_restored(
    frozen: Path, tmp_path: Path
) -> None:
    words = words_of(frozen)
    file = backed_up_as_it_is(frozen, words, tmp_path)
    look = look_inside(file, ByWords(words), FixedClock())
    assert look.schema_version < migrate.newest()
    assert (look.clients, look.sessions) == (2, 2)
    assert_same(restored(file, ByWords(words), words, tmp_path), contents(frozen))


def backed_up_as_it_is(frozen: Path, words: tuple[str, ...], folder: Path) -> Path:
    """A backup of a frozen vault whose database is not migrated."""
    shutil.copytree(frozen / "vault", folder / "vault")
    (folder / "drive").mkdir()
    vault = open_vault(folder / "vault", RecoveryWay(words))
    try:
        staged = stage(vault, _state, lambda _done, _total: None)
        kit = recovery_slot(vault)
        with backup_root(words, vault.vault_id, kit.kit_number) as root:
            slots = wrap_slots(
                staged.key,
                vault.vault_id,
                staged.backup_id,
                root,
                kit.kit_number,
                kit.kit_made_on,
                None,
                TEST_ONLY_COST,
            )
        header = begun_header(
            backup_id=staged.backup_id,
            vault_id=vault.vault_id,
            name=vault.name,
            made_at=datetime(2026, 11, 17, 10, tzinfo=UTC),
            db_bytes=staged.db_bytes,
            slots=slots,
        )
        errand = Errand(staged.path, folder / "drive", FILE, header, staged.key)
        for _ in carry_out(errand):
            pass
        staged.discard()
    finally:
        vault.close()
    return errand.target


def _state(connection: VaultConnection) -> SealState:
    if connection.execute("SELECT 1 FROM sqlite_schema WHERE name = 'backup_roots'"):
        connection.execute("DELETE FROM backup_roots")
    return meta.state(Reader(connection))
