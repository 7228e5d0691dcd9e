"""What the Record tab shows: how each consent stands, and every entry, newest first."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.core.changes import Changes, Kind
from app.core.clock import Clock, Moment
from app.core.ids import ClientId, PurposeId
from app.records.clients.record import Client
from app.records.consents.record import Consent
from app.records.disclosures.record import Disclosure
from app.records.practice.record import Practice
from app.records.purposes.record import Purpose
from app.workflows.consent_record import Line
from ui.jobs import Jobs
from ui.pages.record.consent_rows import ConsentRow, consent_row
from ui.pages.record.entry_rows import EntryRow, entry_rows
from ui.pages.record.timeline import Axis, axis_of

if TYPE_CHECKING:  # its imports (ciphers, records) come after the first paint
    from app.workspace import Workspace


@dataclass(frozen=True)
class Facts:
    """What is read from the vault for one client."""

    client: Client
    practice: Practice
    purposes: tuple[Purpose, ...]
    consents: tuple[Consent, ...]
    disclosures: tuple[Disclosure, ...]


@dataclass(frozen=True)
class RecordState:
    """Everything on the tab; `sealed` is how many entries the ledger holds."""

    client: Client
    zone: str
    today: date
    purposes: tuple[Purpose, ...]
    axis: Axis
    rows: tuple[ConsentRow, ...]
    entries: tuple[EntryRow, ...]
    sealed: int

    def row(self, purpose: PurposeId) -> ConsentRow | None:
        """The client's consent for a purpose, None before it was ever asked."""
        return next((row for row in self.rows if row.purpose.id == purpose), None)


def read(workspace: "Workspace", client: ClientId) -> Facts:
    """Reads one client's facts; runs on the vault's worker."""
    return Facts(
        client=workspace.clients.get(client),
        practice=workspace.practice.get(),
        purposes=workspace.purposes.listed(),
        consents=workspace.consents.of_client(client),
        disclosures=workspace.disclosures.of_client(client),
    )


def derive(facts: Facts, now: Moment) -> RecordState:
    """The tab's state at `now`; days are read in the practice's zone."""
    zone = facts.practice.zone
    today = now.in_zone(zone).day
    purposes = {purpose.id: purpose for purpose in facts.purposes}
    lines = [Line.of(each, purposes[each.purpose], today) for each in facts.consents]
    axis = axis_of(facts.consents, zone, today)
    return RecordState(
        client=facts.client,
        zone=zone,
        today=today,
        purposes=facts.purposes,
        axis=axis,
        rows=tuple(consent_row(line.consent, line.purpose, axis, zone) for line in lines),
        entries=entry_rows(lines, facts.disclosures, zone, today),
        sealed=sum(len(each.events) for each in facts.consents) + len(facts.disclosures),
    )


class RecordModel(QObject):
    """Reads the record of the client who is shown, again after each change."""

    state_changed = Signal(object)  # RecordState

    def __init__(self, jobs: Jobs, clock: Clock, parent: QObject | None = None) -> None:
        """Nothing is read before `load`."""
        super().__init__(parent)
        self._jobs = jobs
        self._clock = clock
        self._client: ClientId | None = None
        self._facts: Facts | None = None
        self.state: RecordState | None = None
        jobs.changed.connect(self._on_changed)

    def load(self, client: ClientId) -> None:
        """Shows this client's record."""
        if client != self._client:
            self.state = None
        self._client = client
        self._jobs.read(self, lambda workspace: read(workspace, client), self._take)

    def state_today(self) -> RecordState | None:
        """The state as it is today: midnight may have passed since it was read."""
        if self.state is not None and self._facts is not None:
            day = Moment(self._clock.now().utc, self.state.zone).day
            if day != self.state.today:
                self._take(self._facts)
        return self.state

    def _take(self, facts: Facts) -> None:
        if facts.client.id != self._client:
            return  # the coach has gone to another client meanwhile
        self._facts = facts
        self.state = derive(facts, self._clock.now())
        self.state_changed.emit(self.state)

    def _on_changed(self, changes: Changes) -> None:
        cares = (Kind.CLIENT, Kind.CONSENT, Kind.DISCLOSURE, Kind.PRACTICE, Kind.PURPOSE)
        if self._client is not None and changes.touches(*cares):
            self.load(self._client)
