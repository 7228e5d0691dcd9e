"""A write is one transaction, and sealed before it counts."""

import pytest

from app.core.errors import HeldForDamage, VaultHeld
from app.core.ids import ClientId
from app.storage import meta
from app.storage.database import Database
from app.workspace import Workspace
from crypto.errors import ConstraintRefused, OpenForReading, SaveNotDurable, VaultReadOnly
from crypto.vault.connection import VaultConnection
from crypto.vault.seal import SealState
from tests.support.workspaces import add_client


class Seals:
    """A store whose seal can be made to fail."""

    def __init__(self, connection: VaultConnection) -> None:
        self.connection = connection
        self.written: list[SealState] = []
        self.fails = False

    def write_seal(self, state: SealState) -> None:
        if self.fails:
            raise SaveNotDurable
        self.written.append(state)


@pytest.fixture
def seals(workspace: Workspace) -> Seals:
    return Seals(workspace._vault.connection)


def count(database: Database) -> int:
    with database.read() as reader:
        return len(reader.rows("SELECT key FROM vault_settings WHERE value = ''"))


def put(database: Database, key: str) -> None:
    with database.write() as writer:
        writer.execute("INSERT INTO vault_settings (key, value) VALUES (?, '')", (key,))


def test_every_write_counts_one_and_is_sealed(seals: Seals) -> None:
    database = Database(seals)
    put(database, "a")
    put(database, "b")
    first, second = seals.written
    assert second.write_no == first.write_no + 1
    with database.read() as reader:
        assert meta.state(reader) == second


def test_a_write_that_raises_leaves_nothing_and_seals_nothing(seals: Seals) -> None:
    database = Database(seals)
    put(database, "a")
    seals.written.clear()
    with pytest.raises(ConstraintRefused):
        put(database, "a")
    assert count(database) == 1
    assert seals.written == []


def test_a_seal_that_failed_is_made_up_for_before_the_next_write(seals: Seals) -> None:
    database = Database(seals)
    seals.fails = True
    with pytest.raises(SaveNotDurable):
        put(database, "a")
    with pytest.raises(SaveNotDurable):
        put(database, "b")
    assert count(database) == 1, "no second commit before the first one's seal"
    seals.fails = False
    put(database, "c")
    assert [state.write_no for state in seals.written][1] == seals.written[0].write_no + 1


def test_transactions_do_not_nest(seals: Seals) -> None:
    database = Database(seals)
    with pytest.raises(RuntimeError), database.write(), database.write():
        pass
    put(database, "after")
    assert count(database) == 1


def test_what_writes_outside_the_database_can_ask_first_whether_it_may(seals: Seals) -> None:
    database = Database(seals)
    database.refuse_unless_writable()
    database.hold()
    with pytest.raises(VaultHeld):
        database.refuse_unless_writable()
    with database.answer():
        pass
    database.refuse_unless_writable()
    with pytest.raises(VaultReadOnly):
        Database(seals, read_only=True).refuse_unless_writable()


def test_the_seal_on_disk_is_that_of_the_last_write(workspace: Workspace, amara: ClientId) -> None:
    database = Database(workspace._vault)
    with database.read() as reader:
        assert workspace._vault.read_seal() == meta.state(reader)
    workspace.clients.archive(amara)
    with database.read() as reader:
        assert workspace._vault.read_seal() == meta.state(reader)


@pytest.mark.parametrize(
    "forbidden",
    [
        "DELETE FROM meta",
        "UPDATE ledger_chain SET at_ms = 0",
        "DELETE FROM ledger_chain",
        "UPDATE ledger_rows SET actor = 'x'",
        "DELETE FROM ledger_rows",
        "DELETE FROM clients",
        "UPDATE notices SET text = 'x'",
        "DELETE FROM notices",
    ],
)
def test_the_database_itself_refuses_to_rewrite_history(
    workspace: Workspace, forbidden: str
) -> None:
    add_client(workspace, "Amara Osei")
    database = Database(workspace._vault)
    with pytest.raises(ConstraintRefused), database.write() as writer:
        writer.execute(forbidden)


def test_a_refusal_names_why_the_vault_can_only_be_read(seals: Seals) -> None:
    for_reading, held = Database(seals, read_only=True), Database(seals)
    held.hold()
    with pytest.raises(OpenForReading):
        put(for_reading, "a")
    for database in (for_reading, held):
        database.has_damage()
        with pytest.raises(HeldForDamage):
            put(database, "a")


def test_damage_alone_refuses_nothing(seals: Seals) -> None:
    database = Database(seals)
    database.has_damage()
    put(database, "a")
    assert database.takes_writes
