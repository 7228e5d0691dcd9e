"""From a backup whose blocks are sound and whose database is not, as from a vault."""

from contextlib import closing
from pathlib import Path

import pytest

from app.workspace import open_workspace
from crypto.backup.damaged import DamagedBackup
from crypto.backup.unlock import ByWords, unlock_backup
from crypto.errors import BackupInterrupted, VaultDamaged
from crypto.primitives.kdf import TEST_ONLY_COSTS
from crypto.slots.recovery import RecoveryWay
from crypto.vault.pages import PAGE_BYTES
from tests.support.backed_up import CLIENT, BackedUp, a_backed_up_vault
from tests.support.damage import blank, flip, save_from
from tests.support.fixed_clock import FixedClock
from tests.support.hostile_backups import make_backup, rewriting_schema


@pytest.fixture
def backed_up(tmp_path: Path) -> BackedUp:
    return a_backed_up_vault(tmp_path)


def damaged(backed_up: BackedUp) -> DamagedBackup:
    with unlock_backup(backed_up.file, ByWords(backed_up.words)) as key:
        return DamagedBackup(backed_up.file, key)


def test_what_can_be_read_is_saved(backed_up: BackedUp, tmp_path: Path) -> None:
    flip(backed_up.file, [1, 5])
    was = backed_up.file.read_bytes()
    source = damaged(backed_up)
    workspace, report = save_from(source, tmp_path / "new")
    assert workspace.integrity.check_at_once().is_sound
    assert [client.details.name for client in workspace.clients.listed()] == [CLIENT]
    assert workspace.facts().vault_id != source.vault_id
    workspace.close()
    source.close()
    assert report.pages_lost == 2
    assert backed_up.file.read_bytes() == was


def test_the_blocks_at_its_end_are_no_pages(backed_up: BackedUp) -> None:
    source = damaged(backed_up)
    pages = source.pages()
    assert pages.count == backed_up.file.stat().st_size // PAGE_BYTES - 2
    assert all(pages.read(number) is not None for number in range(1, pages.count + 1))
    pages.close()
    source.close()


def test_without_its_salt_nothing_can_be_read_and_nothing_is_made(
    backed_up: BackedUp, tmp_path: Path
) -> None:
    blank(backed_up.file, [1])
    source = damaged(backed_up)
    with pytest.raises(VaultDamaged):
        save_from(source, tmp_path / "new")
    assert not (tmp_path / "new").exists()
    source.close()


def test_a_backup_that_has_gone_is_told(backed_up: BackedUp) -> None:
    source = damaged(backed_up)
    backed_up.file.unlink()
    with pytest.raises(BackupInterrupted):
        source.pages()
    source.close()


def test_without_its_drive_a_page_is_not_taken_for_lost(backed_up: BackedUp) -> None:
    blank(backed_up.file, [5])
    source = damaged(backed_up)

    pages = source.pages()
    assert pages.read(5) is None
    assert pages.read(pages.count + 1) is None
    backed_up.file.unlink()
    with pytest.raises(BackupInterrupted):
        pages.read(5)
    pages.close()
    source.close()


def test_a_schema_that_leads_nowhere_ends_nothing(backed_up: BackedUp, tmp_path: Path) -> None:
    nonsense = rewriting_schema("UPDATE sqlite_schema SET rootpage = 'x', name = x'00' || name")
    way = RecoveryWay(backed_up.words)
    with closing(open_workspace(backed_up.vault, way, FixedClock(), TEST_ONLY_COSTS)) as workspace:
        file = make_backup(workspace, backed_up.words, tmp_path / "hostile", nonsense)
    source = damaged(BackedUp(backed_up.vault, backed_up.words, file))
    workspace, _ = save_from(source, tmp_path / "new")
    with closing(workspace), closing(source):
        assert [client.details.name for client in workspace.clients.listed()] == [CLIENT]
