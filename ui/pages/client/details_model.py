"""Adds and changes clients for the dialogs, and keeps what was typed and not saved yet."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.core.changes import Changes, Kind
from app.core.ids import ClientId
from app.records.clients.record import ClientDetails
from ui.jobs import Jobs

if TYPE_CHECKING:  # the ciphers behind it come after the first paint
    from app.workspace import Workspace


class DetailsModel(QObject):
    """One for all dialogs. A client of None is one who is about to be added."""

    saved = Signal(object)  # ClientId
    refused = Signal(object)  # Exception
    loaded = Signal(object, object)  # ClientId, ClientDetails

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        """Nothing is typed yet."""
        super().__init__(parent)
        self._jobs = jobs
        self._typed: dict[ClientId | None, ClientDetails] = {}

    def load(self, client: ClientId) -> None:
        """Reads a client's details; `loaded` gets them."""
        self._jobs.read(
            self,
            lambda workspace: workspace.clients.get(client).details,
            lambda details: self.loaded.emit(client, details),
        )

    def save(self, client: ClientId | None, details: ClientDetails) -> None:
        """Adds or changes the client; `saved` or `refused` tells how it went."""

        def done(changes: Changes) -> None:
            self.forget(client)
            self.saved.emit(ClientId(changes.id_of(Kind.CLIENT)))

        def call(workspace: "Workspace") -> Changes:
            if client is None:
                return workspace.clients.add(details)
            return workspace.clients.change(client, details)

        self._jobs.write(self, call, done, self.refused.emit)

    def keep(self, client: ClientId | None, details: ClientDetails) -> None:
        """Keeps what was typed, for when the dialog is opened again."""
        self._typed[client] = details

    def typed(self, client: ClientId | None) -> ClientDetails | None:
        """What was typed earlier and not saved, None if nothing."""
        return self._typed.get(client)

    def forget(self, client: ClientId | None) -> None:
        """Lets go of what was typed."""
        self._typed.pop(client, None)
