"""Starts a session with a client, or leads back to the one that is running."""

from app.core.changes import Changes, Kind
from app.core.errors import ClientArchived
from app.core.ids import ClientId
from app.records.clients.service import ClientService
from app.records.sessions.service import SessionService


class StartSession:
    """The step from a client's page into a session."""

    def __init__(self, clients: ClientService, sessions: SessionService) -> None:
        self._clients = clients
        self._sessions = sessions

    def __call__(self, client: ClientId) -> Changes:
        """Starts the client's next session and names it in the changes.

        A session with this client that still runs (after a crash, say) is gone on with: the
        changes name it, and nothing is written. Raises ClientArchived, RecordMissing.
        """
        if self._clients.get(client).is_archived:
            raise ClientArchived
        for session in self._sessions.running():
            if session.client == client:
                return Changes.of(Kind.SESSION, session.id, client)
        return self._sessions.start(client)
