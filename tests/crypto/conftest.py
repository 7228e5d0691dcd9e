"""A vault at the cheap cost, and the secrets that open it."""

import resource
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

from crypto.errors import CryptoError
from crypto.primitives.kdf import TEST_ONLY_COST, TEST_ONLY_COSTS
from crypto.slots.keyring_passphrase import KeyringPassphraseWay
from crypto.slots.slot import NewWay, Way
from crypto.vault.connection import VaultConnection
from crypto.vault.seal import SealState
from crypto.vault.vault import Vault, create_vault
from tests.support.fake_key_store import FakeKeyStore
from tests.support.settled_vault import open_settled
from tests.support.small_reserve import small_reserve

__all__ = ["small_reserve"]

PASSPHRASE = "correct horse battery"
NOW = datetime(2026, 11, 23, 9, 30, 15, 250_000, tzinfo=UTC)
FIRST_STATE = SealState(write_no=1, generation=0, head=bytes(32), drafts_sha256=b"d" * 32)


def one_table(connection: VaultConnection) -> SealState:
    connection.begin()
    connection.execute("CREATE TABLE kept (text TEXT NOT NULL UNIQUE) STRICT")
    connection.commit()
    return FIRST_STATE


@dataclass(frozen=True)
class ClosedVault:
    """A vault on the disk, and everything that opens it."""

    folder: Path
    store: FakeKeyStore
    words: tuple[str, ...]

    @property
    def way(self) -> KeyringPassphraseWay:
        return KeyringPassphraseWay(self.store, PASSPHRASE)


def names(folder: Path) -> list[str]:
    """What a folder holds."""
    return sorted(path.name for path in folder.iterdir())


Create = Callable[..., tuple[Vault, tuple[str, ...]]]
Open = Callable[[Path, Way], Vault]


@pytest.fixture
def opened() -> Iterator[list[Vault]]:
    """Vaults to close at the end, whatever happened to their files."""
    vaults: list[Vault] = []
    yield vaults
    for vault in vaults:
        with suppress(CryptoError):
            vault.close()


@pytest.fixture
def create(opened: list[Vault]) -> Create:
    def create_cheaply(
        folder: Path,
        way: NewWay,
        *,
        name: str = "Room 4",
        prepare: Callable[[VaultConnection], SealState] = one_table,
    ) -> tuple[Vault, tuple[str, ...]]:
        vault, words = create_vault(
            folder, name, way, prepare, now=NOW, cost=TEST_ONLY_COST, costs=TEST_ONLY_COSTS
        )
        opened.append(vault)
        return vault, words

    return create_cheaply


@pytest.fixture
def open_cheaply(opened: list[Vault]) -> Open:
    def open_it(folder: Path, way: Way) -> Vault:
        vault = open_settled(folder, way)
        opened.append(vault)
        return vault

    return open_it


@pytest.fixture
def closed_vault(tmp_path: Path, create: Create) -> ClosedVault:
    store = FakeKeyStore()
    folder = tmp_path / "Practice.vault"
    vault, words = create(folder, KeyringPassphraseWay(store, PASSPHRASE))
    vault.close()
    return ClosedVault(folder, store, words)


@pytest.fixture
def full_disk() -> Iterator[Callable[[int], None]]:
    """Files of this process end at that many bytes, as on a disk that is full."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    yield lambda size: resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    resource.setrlimit(resource.RLIMIT_FSIZE, before)
