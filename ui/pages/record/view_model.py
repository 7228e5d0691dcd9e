"""What the Record tab shows: how each consent stands, and every entry, newest first."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.core.changes import Kind
from app.core.clock import Clock, Moment
from app.core.ids import ClientId, PurposeId
from app.records.clients.record import Client
from app.records.consents.record import Consent
from app.records.disclosures.record import Disclosure
from app.records.practice.record import Practice
from app.records.purposes.record import Purpose
from app.workflows.consent_record.record import Line
from ui.jobs import Jobs
from ui.pages.record.consent_rows import ConsentRow, consent_row
from ui.pages.record.entry_rows import EntryRow, entry_rows
from ui.pages.record.timeline import Axis, axis_of
from ui.view_model import ViewModel

if TYPE_CHECKING:  # its imports (ciphers, records) come after the first paint
    from app.workspace import Workspace

READS = (Kind.CLIENT, Kind.CONSENT, Kind.DISCLOSURE, Kind.PRACTICE, Kind.PURPOSE)


@dataclass(frozen=True)
class Snapshot:
    """What was read from the vault for one client."""

    client: Client
    practice: Practice
    purposes: tuple[Purpose, ...]
    consents: tuple[Consent, ...]
    disclosures: tuple[Disclosure, ...]


@dataclass(frozen=True)
class State:
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


def derive(snapshot: Snapshot, now: Moment) -> State:
    """The tab at a given moment; days are read in the practice's zone."""
    zone = snapshot.practice.zone
    today = now.in_zone(zone).day
    purposes = {purpose.id: purpose for purpose in snapshot.purposes}
    lines = [Line.of(each, purposes[each.purpose], today) for each in snapshot.consents]
    axis = axis_of(snapshot.consents, zone, today)
    return State(
        client=snapshot.client,
        zone=zone,
        today=today,
        purposes=snapshot.purposes,
        axis=axis,
        rows=tuple(consent_row(line.consent, line.purpose, axis, zone) for line in lines),
        entries=entry_rows(lines, snapshot.disclosures, zone, today),
        sealed=sum(len(each.events) for each in snapshot.consents) + len(snapshot.disclosures),
    )


def read(workspace: "Workspace", client: ClientId) -> Snapshot:
    """Reads what the tab is derived from; runs on the vault worker."""
    return Snapshot(
        client=workspace.clients.get(client),
        practice=workspace.practice.get(),
        purposes=workspace.purposes.listed(),
        consents=workspace.consents.of_client(client),
        disclosures=workspace.disclosures.of_client(client),
    )


class RecordModel(ViewModel[Snapshot, State | None]):
    """The record of one client; None until it is read."""

    def __init__(self, jobs: Jobs, clock: Clock, parent: QObject | None = None) -> None:
        """No client is read before `load`."""
        super().__init__(jobs, clock, READS, derive, None, parent)

    def load(self, client: ClientId) -> None:
        """Reads a client's record."""
        self.watch(client, lambda workspace: read(workspace, client))

    def state_today(self) -> State | None:
        """The state to go on with: midnight may have passed within the last minute."""
        self.refresh()
        return self.state
