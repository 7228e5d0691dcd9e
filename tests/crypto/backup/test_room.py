"""A disk is not filled to its last byte by a copy when a vault saves on it meanwhile."""

import shutil
from pathlib import Path
from types import SimpleNamespace

import pytest

from crypto.backup.room import refuse_without_room
from crypto.errors import BackupNoRoom
from tests.support.small_disk import small_disk

NEEDED = 1 << 20
MARGIN = 16 << 20


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    folder = tmp_path / "a.vault"
    folder.mkdir()
    return folder


def free(monkeypatch: pytest.MonkeyPatch, free: int, total: int = 1 << 40) -> None:
    def usage(_: Path) -> SimpleNamespace:
        return SimpleNamespace(total=total, free=free)

    monkeypatch.setattr(shutil, "disk_usage", usage)


@pytest.mark.parametrize("here", [True, False])
def test_on_the_vaults_disk_there_stays_a_margin(
    vault: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, here: bool
) -> None:
    folder = vault if here else tmp_path
    free(monkeypatch, NEEDED + MARGIN)
    refuse_without_room(folder, NEEDED, vault)
    free(monkeypatch, NEEDED + MARGIN - 1)
    with pytest.raises(BackupNoRoom) as refused:
        refuse_without_room(folder, NEEDED, vault)
    assert refused.value.here is here


def test_another_drive_may_be_filled(
    vault: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with small_disk(tmp_path / "disk", 1) as disk:
        free(monkeypatch, NEEDED)
        refuse_without_room(disk.folder, NEEDED, vault)
        free(monkeypatch, NEEDED - 1)
        with pytest.raises(BackupNoRoom) as refused:
            refuse_without_room(disk.folder, NEEDED, vault)
    assert not refused.value.here


def test_a_file_system_that_does_not_know_its_size_is_tried(
    vault: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    free(monkeypatch, 0, total=0)
    refuse_without_room(vault, NEEDED, vault)
