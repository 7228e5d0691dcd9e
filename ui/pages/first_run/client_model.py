"""What the third step knows and does: adds a first client."""

from PySide6.QtCore import QObject, Signal

from app.records.clients.record import ClientDetails
from ui.jobs import Jobs


class ClientModel(QObject):
    """The third step without widgets."""

    added = Signal()
    failed = Signal(object)  # Exception

    def __init__(self, jobs: Jobs) -> None:
        super().__init__()
        self._jobs = jobs

    def add(self, name: str) -> None:
        """Adds a client of this name, or says why not."""
        self._jobs.write(
            self,
            lambda workspace: workspace.clients.add(ClientDetails(name)),
            lambda _: self.added.emit(),
            self.failed.emit,
        )
