"""From "export this" to files on disk: what is missing, what will leave, where it went."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.core.changes import Changes
from app.core.clock import Clock
from app.core.errors import PracticeIncomplete
from app.core.ids import ClientId
from app.records.practice.record import Practice
from ui.jobs import Jobs
from ui.paper.document import PaintedDocument
from ui.paper.renderer import Paper

if TYPE_CHECKING:  # its imports (ciphers, records) come after the first paint
    from app.workflows.export_consent_record import Copy
    from app.workspace import Workspace


@dataclass(frozen=True)
class Incomplete:
    """Details of the practice are missing."""

    practice: Practice
    missing: tuple[str, ...]


@dataclass(frozen=True)
class Ready:
    """Exactly what will leave, and its pages."""

    copy: "Copy"
    pages: PaintedDocument


@dataclass(frozen=True)
class Done:
    """Where the files are."""

    pdf: Path
    json: Path


@dataclass(frozen=True)
class Failed:
    """Why it did not go on; nothing was written."""

    error: Exception


Step = Incomplete | Ready | Done | Failed


class ExportModel(QObject):
    """One export of one client's consent record."""

    stepped = Signal(object)  # Step

    def __init__(
        self,
        jobs: Jobs,
        clock: Clock,
        paper: Paper,
        client: ClientId,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._paper = paper
        self._client = client
        self._asked_at = clock.now()
        self._ready: Ready | None = None

    def prepare(self) -> None:
        """Gathers what would leave and lays out its pages."""
        client, asked_at, paper = self._client, self._asked_at, self._paper

        def gather(workspace: "Workspace") -> Step:
            try:
                copy = workspace.export_consent_record.prepare(client, asked_at)
            except PracticeIncomplete as refusal:
                return Incomplete(workspace.practice.get(), refusal.missing)
            return Ready(copy, paper.pages(copy.record, copy.json))

        self._jobs.read(self, gather, self._take, self._fail)

    def complete(self, practice: Practice) -> None:
        """Keeps the practice's details and goes on."""
        self._jobs.write(
            self,
            lambda workspace: workspace.practice.change(practice),
            lambda _: self.prepare(),
            self._fail,
        )

    def write(self, folder: Path) -> None:
        """Writes the files into `folder` and logs that they left."""
        ready, paper = self._ready, self._paper
        if ready is None:
            return
        places: list[Done] = []

        def write(workspace: "Workspace") -> Changes:
            written = workspace.export_consent_record.write(ready.copy, paper, folder)
            places.append(Done(written.pdf, written.json))
            return written.changes

        self._jobs.write(self, write, lambda _: self.stepped.emit(places[0]), self._fail)

    def _take(self, step: Step) -> None:
        self._ready = step if isinstance(step, Ready) else None
        self.stepped.emit(step)

    def _fail(self, error: Exception) -> None:
        self.stepped.emit(Failed(error))
