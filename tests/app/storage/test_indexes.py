"""Every index beside a primary key's is listed, and agrees with its table."""

from app.storage import indexes
from app.workspace import Workspace
from tests.support.workspaces import add_client


def test_every_index_of_a_vault_agrees(workspace: Workspace) -> None:
    add_client(workspace, "Amara Osei")
    with workspace._database.read() as reader:
        every = indexes.all_indexes(reader)
        assert {index.name for index in every} >= {
            "ledger_rows_by_subject",
            "consent_events_by_consent",
        }
        assert all(index.agrees(reader) for index in every)


def test_every_key_leads_to_its_rows(workspace: Workspace) -> None:
    add_client(workspace, "Amara Osei")
    with workspace._database.read() as reader:
        keys = indexes.all_keys(reader)
        assert {key.table for key in keys} >= {"clients", "sessions", "session_notes", "drafts"}
        for key in keys:
            last, missing = key.missing(reader, 0, 1000)
            assert missing == 0
            assert key.table != "clients" or last == 1
            assert last is None or key.missing(reader, last, 1000) == (None, 0)


def test_a_row_that_its_key_does_not_lead_to_is_counted(workspace: Workspace) -> None:
    connection = workspace._vault.connection
    connection.execute("CREATE TABLE x (id BLOB PRIMARY KEY, y)")
    connection.execute("INSERT INTO x VALUES (x'01', 1), (x'02', 2)")
    # The index of another table in the place of this one's: as if its page had been put back.
    connection.execute("CREATE TABLE z (id BLOB PRIMARY KEY, y)")
    connection.execute("INSERT INTO z VALUES (x'01', 1)")
    connection.execute("PRAGMA writable_schema = ON")
    connection.execute(
        "UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM sqlite_schema"
        " WHERE name = 'sqlite_autoindex_z_1') WHERE name = 'sqlite_autoindex_x_1'"
    )
    connection.execute("PRAGMA writable_schema = RESET")
    with workspace._database.read() as reader:
        (key,) = [key for key in indexes.all_keys(reader) if key.table == "x"]
        assert key.missing(reader, 0, 10) == (2, 1)
