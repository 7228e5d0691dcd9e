"""Starting a session leads to the one session that runs with the client."""

import pytest

from app.core.changes import Kind
from app.core.errors import ClientArchived
from app.core.ids import ClientId
from app.workspace import Workspace


def test_starting_again_leads_back_to_the_running_session(
    workspace: Workspace, amara: ClientId
) -> None:
    first = workspace.start_session(amara).id_of(Kind.SESSION)
    assert workspace.start_session(amara).id_of(Kind.SESSION) == first
    assert len(workspace.sessions.of_client(amara)) == 1


def test_an_archived_client_takes_no_session(workspace: Workspace, amara: ClientId) -> None:
    workspace.clients.archive(amara)
    with pytest.raises(ClientArchived):
        workspace.start_session(amara)
