"""What the overview shows: how to work with this client, and what there was so far."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.core.changes import Kind
from app.core.clock import Clock, Moment
from app.core.ids import ClientId, PurposeId, SessionId
from app.records.clients.record import Client
from app.records.consents.record import Consent, EventKind
from ui.jobs import Jobs
from ui.pages.client.glimpse import Glimpse, read_glimpses
from ui.pages.client.words import question
from ui.translation import translate
from ui.view_model import ViewModel
from ui.words.dates import clock_time, short_day

if TYPE_CHECKING:  # the ciphers behind it come after the first paint
    from app.workspace import Workspace

READS = (Kind.CLIENT, Kind.SESSION, Kind.SESSION_NOTE, Kind.CONSENT, Kind.PURPOSE)
SHOWN = 12  # entries; the tabs hold everything


@dataclass(frozen=True)
class Snapshot:
    """What was read from the vault; `purposes` are names."""

    client: Client
    glimpses: tuple[Glimpse, ...] = ()
    consents: tuple[Consent, ...] = ()
    purposes: tuple[tuple[PurposeId, str], ...] = ()


class Sign(StrEnum):
    """How an entry is marked on the line of time."""

    RUNNING = "running"
    SESSION = "session"
    CONSENT = "consent"


@dataclass(frozen=True)
class Entry:
    """Something that happened: `more` follows `what` as it stands.

    `session` is where it leads, None to the record.
    """

    sign: Sign
    when: str
    what: str
    more: str
    session: SessionId | None = None


@dataclass(frozen=True)
class State:
    """The overview: `known` are labels with the coach's words, only those that are filled."""

    client: ClientId | None = None
    name: str = ""
    question: str = ""
    known: tuple[tuple[str, str], ...] = ()
    entries: tuple[Entry, ...] = ()


def derive(snapshot: Snapshot, now: Moment) -> State:
    """The overview at a given moment."""
    client, today = snapshot.client, now.day
    names = dict(snapshot.purposes)
    dated = [_session(glimpse, today) for glimpse in snapshot.glimpses]
    for consent in snapshot.consents:
        dated += _consent(consent, names.get(consent.purpose, ""), today)
    dated.sort(key=lambda one: one[0].utc, reverse=True)
    return State(
        client=client.id,
        name=client.first_name,
        question=question(client),
        known=tuple((label, text) for label, text in _labelled(client) if text),
        entries=tuple(entry for _, entry in dated[:SHOWN]),
    )


def _labelled(client: Client) -> tuple[tuple[str, str], ...]:
    details = client.details
    return (
        (translate("Client", "Goals"), details.goals),
        (translate("Client", "Needs"), details.needs),
        (translate("Client", "Prefers"), details.prefers),
        (translate("Client", "Please avoid"), details.avoid),
        (translate("Client", "If it isn’t working"), details.if_not_working),
    )


def _session(glimpse: Glimpse, today: date) -> tuple[Moment, Entry]:
    session = glimpse.session
    started = session.started_at
    named = translate("Client", "Session {number}").format(number=session.number)
    if session.is_running:
        running = translate("Client", ", is running")
        entry = Entry(Sign.RUNNING, _when(started, today), named, running, session.id)
    elif glimpse.words:
        number = str(session.number)
        entry = Entry(Sign.SESSION, _when(started, today), number, f" {glimpse.words}", session.id)
    else:
        entry = Entry(Sign.SESSION, _when(started, today), named, "", session.id)
    return started, entry


def _consent(consent: Consent, purpose: str, today: date) -> list[tuple[Moment, Entry]]:
    return [
        (event.at, Entry(Sign.CONSENT, _when(event.at, today), _event(event.kind), f": {purpose}"))
        for event in consent.events
    ]


def _event(kind: EventKind) -> str:
    return {
        EventKind.REQUESTED: translate("Client", "Consent asked"),
        EventKind.GIVEN: translate("Client", "Consent given"),
        EventKind.REFUSED: translate("Client", "Consent declined"),
        EventKind.WITHDRAWN: translate("Client", "Consent withdrawn"),
        EventKind.RENEWED: translate("Client", "Consent renewed"),
    }[kind]


def _when(at: Moment, today: date) -> str:
    if at.day == today:
        return translate("Client", "Today, {time}").format(time=clock_time(at))
    return short_day(at.day, today)


def read(workspace: "Workspace", client: ClientId) -> Snapshot:
    """Reads what the overview is derived from; runs on the vault worker."""
    return Snapshot(
        workspace.clients.get(client),
        read_glimpses(workspace, client, SHOWN),
        workspace.consents.of_client(client),
        tuple((one.id, one.template.name) for one in workspace.purposes.listed()),
    )


class OverviewModel(ViewModel[Snapshot, State]):
    """The overview of one client."""

    def __init__(self, jobs: Jobs, clock: Clock, parent: QObject | None = None) -> None:
        """No client is read before `load`."""
        super().__init__(jobs, clock, READS, derive, State(), parent)

    def load(self, client: ClientId) -> None:
        """Reads a client."""
        self.watch(client, lambda workspace: read(workspace, client))
