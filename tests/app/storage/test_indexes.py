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
