"""A damaged vault is read from outside its database, and nothing is written to it."""

from pathlib import Path

import pytest

from crypto.errors import PassphraseWrong, VaultDamaged, VaultInUse
from crypto.primitives.kdf import TEST_ONLY_COSTS
from crypto.slots.passphrase import PassphraseWay
from crypto.vault.damaged import damage_of, damaged_vault
from crypto.vault.lock import VaultLock
from tests.support.workspaces import PASSPHRASE, a_workspace, add_client


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    workspace = a_workspace(tmp_path)
    add_client(workspace, "Amara Osei")
    workspace.close()
    return tmp_path / "vault"


WAY = PassphraseWay(PASSPHRASE)


def test_the_key_is_at_hand_though_the_database_does_not_open(vault: Path) -> None:
    database = vault / "vault-1.db"
    database.write_bytes(bytes(4096) + database.read_bytes()[4096:])
    was = {path.name: path.read_bytes() for path in vault.iterdir() if path.is_file()}
    damaged = damaged_vault(vault, WAY, TEST_ONLY_COSTS)
    pages = damaged.pages()
    assert pages.read(1) is None
    assert pages.read(2) is not None
    sealed = damaged.seal()
    assert sealed is not None
    assert sealed.generation > 0
    pages.close()
    damaged.close()
    assert {path.name: path.read_bytes() for path in vault.iterdir() if path.is_file()} == was


def test_without_a_database_there_is_nothing_to_read(vault: Path) -> None:
    (vault / "vault-1.db").unlink()
    damaged = damaged_vault(vault, WAY, TEST_ONLY_COSTS)
    with pytest.raises(VaultDamaged):
        damaged.pages()


def test_a_seal_that_is_not_its_own_tells_nothing(vault: Path) -> None:
    (vault / "seal-1").write_bytes(bytes(180))
    damaged = damaged_vault(vault, WAY, TEST_ONLY_COSTS)
    assert damaged.seal() is None
    (vault / "seal-1").unlink()
    assert damaged.seal() is None


def test_a_wrong_secret_is_told(vault: Path) -> None:
    with pytest.raises(PassphraseWrong):
        damaged_vault(vault, PassphraseWay("something else entirely"), TEST_ONLY_COSTS)


def test_what_was_open_is_read_on_once_it_is_closed(tmp_path: Path) -> None:
    workspace = a_workspace(tmp_path)
    damaged = damage_of(workspace._vault)
    with pytest.raises(VaultInUse), damaged.held():
        pass
    workspace.close()
    with damaged.held():
        pages = damaged.pages()
        assert all(pages.read(number) is not None for number in range(1, pages.count + 1))
        pages.close()
        with pytest.raises(VaultInUse):
            VaultLock(damaged.folder).acquire()
