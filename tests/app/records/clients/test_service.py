"""Clients are added, changed, archived and restored, and nothing of a refused change is kept."""

import pytest

from app.core.changes import Kind
from app.core.errors import NameMissing, NameNotUsable, RecordMissing
from app.core.ids import ClientId, new_id
from app.records.clients.record import ClientDetails, Pronouns
from app.workspace import Workspace
from tests.support.workspaces import add_client

FULL = ClientDetails(
    name="Amara Osei",
    pronouns=Pronouns.SHE,
    role="Head of operations",
    contact="amara@example.org",
    goals="Hand over the rota\nSay no once a week",
    needs="Two quiet minutes",
    prefers="Questions before suggestions",
    avoid="Role-play",
    if_not_working="Ask her",
)


def test_what_was_written_about_a_client_is_read_back(workspace: Workspace) -> None:
    changes = workspace.clients.add(FULL)
    id = ClientId(changes.id_of(Kind.CLIENT))
    assert workspace.clients.get(id).details == FULL


def test_clients_are_listed_by_name(workspace: Workspace) -> None:
    for name in ("tomasz", "Amara", "Priya"):
        add_client(workspace, name)
    assert [client.name for client in workspace.clients.listed()] == ["Amara", "Priya", "tomasz"]


def test_a_refused_change_leaves_the_client_as_it_was(
    workspace: Workspace, amara: ClientId
) -> None:
    for bad, refusal in (("", NameMissing), ("A\x00", NameNotUsable)):
        with pytest.raises(refusal):
            workspace.clients.change(amara, ClientDetails(bad))
    assert workspace.clients.get(amara).name == "Amara Osei"


def test_a_client_is_archived_and_restored(workspace: Workspace, amara: ClientId) -> None:
    workspace.clients.archive(amara)
    assert workspace.clients.get(amara).is_archived
    workspace.clients.restore(amara)
    assert not workspace.clients.get(amara).is_archived


def test_a_client_who_is_not_there_is_missing(workspace: Workspace) -> None:
    with pytest.raises(RecordMissing):
        workspace.clients.get(ClientId(new_id()))
