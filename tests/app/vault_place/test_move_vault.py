"""A vault moves whole, and is never in two places by the app's own doing."""

from pathlib import Path

import pytest

from app.core.clock import SystemClock
from app.vault_place import move_vault as module
from app.vault_place.move_vault import Moved, move_vault
from app.workspace import open_workspace
from crypto.errors import (
    SaveNotDurable,
    VaultFolderNotEmpty,
    VaultInUse,
    VaultMissing,
    VaultOnSyncedFolder,
)
from crypto.primitives.kdf import TEST_ONLY_COSTS
from crypto.slots.passphrase import PassphraseWay
from crypto.vault.lock import VaultLock
from tests.support.workspaces import PASSPHRASE, a_workspace, add_client


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    workspace = a_workspace(tmp_path)
    add_client(workspace, "Amara Osei")
    workspace.close()
    return tmp_path / "vault"


@pytest.fixture
def place(tmp_path: Path) -> Path:
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    return folder


def clients_in(folder: Path) -> list[str]:
    way = PassphraseWay(PASSPHRASE)
    workspace = open_workspace(folder, way, SystemClock(), TEST_ONLY_COSTS)
    try:
        return [client.name for client in workspace.clients.listed()]
    finally:
        workspace.close()


def test_a_vault_opens_in_its_new_place_and_is_gone_from_the_old_one(
    vault: Path, place: Path
) -> None:
    assert move_vault(vault, place) == Moved(place / "vault", old_remains=False)
    assert not vault.exists()
    assert clients_in(place / "vault") == ["Amara Osei"]
    assert {path.name for path in place.iterdir()} == {"vault"}


def test_the_copy_is_for_its_owner_alone(vault: Path, place: Path) -> None:
    moved = move_vault(vault, place).folder
    assert moved.stat().st_mode & 0o777 == 0o700
    assert {path.stat().st_mode & 0o777 for path in moved.iterdir() if path.is_file()} == {0o600}


def test_what_a_killed_move_left_is_no_hindrance(vault: Path, place: Path) -> None:
    (place / ".vault.new").mkdir()
    (place / ".vault.new" / "vault-1.db").write_bytes(b"half")
    move_vault(vault, place)
    assert clients_in(place / "vault") == ["Amara Osei"]


def test_a_vault_that_is_open_stays_where_it_is(vault: Path, place: Path) -> None:
    lock = VaultLock(vault)
    lock.acquire()
    with pytest.raises(VaultInUse):
        move_vault(vault, place)
    lock.release()
    assert list(place.iterdir()) == []


def test_a_place_that_is_taken_or_synced_is_refused(vault: Path, tmp_path: Path) -> None:
    synced = tmp_path / "Dropbox"
    synced.mkdir()
    with pytest.raises(VaultOnSyncedFolder):
        move_vault(vault, synced)
    with pytest.raises(VaultFolderNotEmpty):
        move_vault(vault, vault.parent)
    assert clients_in(vault) == ["Amara Osei"]


def test_without_room_the_old_one_stays_and_nothing_is_left_behind(
    vault: Path, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "no space")

    monkeypatch.setattr(module, "write_new", full)
    with pytest.raises(SaveNotDurable):
        move_vault(vault, place)
    assert list(place.iterdir()) == []
    assert clients_in(vault) == ["Amara Osei"]


def test_an_old_folder_that_cannot_be_removed_is_told(
    vault: Path, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def takes_no_writes(*_: object) -> bool:
        return False

    monkeypatch.setattr(module.os, "access", takes_no_writes)
    assert move_vault(vault, place) == Moved(place / "vault", old_remains=True)
    assert clients_in(vault) == clients_in(place / "vault") == ["Amara Osei"]


def test_a_folder_without_a_vault_is_not_copied(tmp_path: Path, place: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    with pytest.raises(VaultMissing):
        move_vault(empty, place)
    assert list(place.iterdir()) == []
