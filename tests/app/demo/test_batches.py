"""Many writes in one transaction, and nothing of it before it is finished."""

from pathlib import Path

import pytest

from app.core.clock import Clock
from app.demo.batches import BatchedDatabase
from app.ledger.log import Log
from app.records.clients.record import ClientDetails
from app.records.clients.service import ClientService
from app.storage.database import SealedStore
from app.workspace import Workspace, create_workspace
from crypto.primitives.kdf import TEST_ONLY_COST, TEST_ONLY_COSTS
from crypto.slots.passphrase import PassphraseWay
from tests.support.fixed_clock import FixedClock
from tests.support.workspaces import PASSPHRASE


def filled(folder: Path, clock: Clock, clients: int, size: int) -> Workspace:
    def fill(store: SealedStore) -> None:
        database = BatchedDatabase(store, size)
        service = ClientService(database, Log(clock), clock)
        for number in range(clients):
            service.add(ClientDetails(f"Client {number}"))
        database.finish()
        assert store.connection.execute("PRAGMA synchronous") == [(3,)]
        assert store.connection.execute("PRAGMA journal_mode") == [("delete",)]

    workspace, _ = create_workspace(
        folder, "Practice", PassphraseWay(PASSPHRASE), clock, TEST_ONLY_COST, TEST_ONLY_COSTS, fill
    )
    return workspace


@pytest.mark.parametrize("clients", [0, 1, 9, 10, 11, 35])
def test_everything_is_there_and_sealed(tmp_path: Path, clients: int) -> None:
    workspace = filled(tmp_path / "vault", FixedClock(), clients, size=10)
    assert len(workspace.clients.listed()) == clients
    state = workspace._vault.read_seal()
    assert state is not None
    assert state.generation >= clients
    workspace.clients.add(ClientDetails("One more"))  # seals what follows from it
    workspace.close()


def test_an_error_leaves_no_vault(tmp_path: Path) -> None:
    def fill(store: SealedStore) -> None:
        database = BatchedDatabase(store)
        with database.write() as writer:
            writer.execute("INSERT INTO vault_settings (key, value) VALUES ('a', 'b')")
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        create_workspace(
            tmp_path / "vault",
            "Practice",
            PassphraseWay(PASSPHRASE),
            FixedClock(),
            TEST_ONLY_COST,
            TEST_ONLY_COSTS,
            fill,
        )
    assert list(tmp_path.iterdir()) == []
