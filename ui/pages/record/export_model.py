"""From "export this" to files on disk: what is missing, what will leave, where it went."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, Signal

from app.core.changes import Changes
from app.core.clock import Moment
from app.core.errors import PracticeIncomplete
from app.core.ids import ClientId
from ui.jobs import Jobs

if TYPE_CHECKING:  # their imports (ciphers, paper) come after the first paint
    from app.workflows.consent_record.export import Copy
    from app.workspace import Workspace
    from ui.paper.document import PaintedDocument
    from ui.paper.renderer import Paper


@dataclass(frozen=True)
class Incomplete:
    """Details of the practice are missing."""

    missing: tuple[str, ...]


@dataclass(frozen=True)
class Ready:
    """Exactly what will leave, and its pages."""

    copy: "Copy"
    pages: "PaintedDocument"


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
        paper: "Paper",
        client: ClientId,
        zone: str,
        asked_on: date | None,
        parent: QObject | None = None,
    ) -> None:
        """The client asked on a day in `zone`, the practice's, or didn't ask."""
        super().__init__(parent)
        self._jobs = jobs
        self._paper = paper
        self._client = client
        self._zone = zone
        self._asked_on = asked_on
        self._round = 0
        self.ready: Ready | None = None

    def prepare(self) -> None:
        """Gathers what would leave and lays out its pages."""
        client, asked_at, paper = self._client, self._asked_at(), self._paper
        self.ready = None
        self._round += 1
        this = self._round

        def gather(workspace: "Workspace") -> Step:
            try:
                copy = workspace.export_consent_record.prepare(client, asked_at)
            except PracticeIncomplete as refusal:
                return Incomplete(refusal.missing)
            return Ready(copy, paper.pages(copy.record, copy.json))

        def take(step: Step) -> None:
            if this == self._round:  # else it was prepared again meanwhile
                self.ready = step if isinstance(step, Ready) else None
                self.stepped.emit(step)

        self._jobs.read(self, gather, take, self._fail)

    def prepare_as_asked(self, on: date | None) -> bool:
        """Prepares again unless what is ready says so already; whether it does."""
        if on == self._asked_on and self.ready is not None:
            return False
        self._asked_on = on
        self.prepare()
        return True

    def put_aside(self) -> None:
        """Nothing is ready, and nothing that is on its way will be."""
        self.ready = None
        self._round += 1

    def keep(self, details: Mapping[str, str], *, go_on: bool = True) -> None:
        """Keeps details of the practice, and goes on."""
        given = dict(details)

        def save(workspace: "Workspace") -> Changes:
            return workspace.practice.change(replace(workspace.practice.get(), **given))

        def after(_changes: Changes) -> None:
            if go_on:
                self.prepare()

        self._jobs.write(self, save, after, self._fail)

    def write(self, folder: Path) -> None:
        """Writes the files into `folder` and logs that they left."""
        ready, paper = self.ready, self._paper
        if ready is None:
            return
        places: list[Done] = []

        def write(workspace: "Workspace") -> Changes:
            written = workspace.export_consent_record.write(ready.copy, paper, folder)
            places.append(Done(written.pdf, written.json))
            return written.changes

        self._jobs.write(self, write, lambda _: self.stepped.emit(places[0]), self._fail)

    def _asked_at(self) -> Moment | None:
        if self._asked_on is None:
            return None
        # Only the day is told; its beginning can't lie ahead.
        begins = datetime.combine(self._asked_on, time(), ZoneInfo(self._zone))
        return Moment(begins.astimezone(UTC), self._zone)

    def _fail(self, error: Exception) -> None:
        self.stepped.emit(Failed(error))
