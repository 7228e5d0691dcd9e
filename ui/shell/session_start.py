"""The way into a session, from whatever page the coach is on."""

from PySide6.QtCore import QObject, Signal

from app.core.changes import Changes, Kind
from app.core.ids import ClientId, SessionId
from ui.jobs import Jobs
from ui.places.navigation import Navigation, PageId, Place


class SessionStart(QObject):
    """Starts a session with a client, or goes on with the one that is running."""

    client_wanted = Signal()  # no client is in front: somebody has to ask which

    def __init__(self, jobs: Jobs, navigation: Navigation, parent: QObject | None = None) -> None:
        """Go to the session by `navigation` once it has started."""
        super().__init__(parent)
        self._jobs = jobs
        self._navigation = navigation

    def here(self) -> None:
        """Starts with the client whose page is shown; elsewhere emits `client_wanted`."""
        place = self._navigation.place
        if place is not None and place.page is PageId.CLIENT and place.client is not None:
            self.with_client(place.client)
        else:
            self.client_wanted.emit()

    def with_client(self, client: ClientId) -> None:
        """Starts with `client` and goes there; a session that still runs is gone on with."""

        def go(changes: Changes) -> None:
            session = SessionId(changes.id_of(Kind.SESSION))
            self._navigation.go(Place(PageId.SESSION, client=client, session=session))

        self._jobs.write(self, lambda workspace: workspace.start_session(client), go)
