"""What the Record tab shows: how each consent stands, and every entry, newest first."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, Signal

from app.core.changes import Changes, Kind
from app.core.clock import Clock, Moment
from app.core.ids import ClientId
from app.records.clients.record import Client
from app.records.consents.record import Consent, ConsentEvent, State, state
from app.records.disclosures.record import Disclosure
from app.records.practice.record import Practice
from app.records.purposes.record import Purpose
from ui.consent_words import event_word, method_words, state_word
from ui.dates import full_day, short_day
from ui.jobs import Jobs
from ui.pages.record.timeline import Axis, Track, axis_of, track_of
from ui.translation import translate

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
class ConsentRow:
    """One consent on the time line; `spoken` is the row for a screen reader."""

    consent: Consent
    name: str
    detail: str
    state: State
    words: str
    ends_soon: bool
    track: Track
    spoken: str


@dataclass(frozen=True)
class EntryRow:
    """One line of the ledger."""

    day: str
    what: str
    about: str
    how: str
    number: str


@dataclass(frozen=True)
class RecordState:
    """Everything on the tab."""

    client: Client
    practice: Practice
    purposes: tuple[Purpose, ...]
    consents: tuple[Consent, ...]
    today: date
    axis: Axis
    rows: tuple[ConsentRow, ...]
    entries: tuple[EntryRow, ...]


SOON_DAYS = 30


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
    today = Moment(now.utc, zone).day
    names = {purpose.id: purpose.template.name for purpose in facts.purposes}
    axis = axis_of(facts.consents, zone, today)
    rows = tuple(_row(consent, names[consent.purpose], axis, zone) for consent in facts.consents)
    return RecordState(
        client=facts.client,
        practice=facts.practice,
        purposes=facts.purposes,
        consents=facts.consents,
        today=today,
        axis=axis,
        rows=rows,
        entries=_entries(facts, zone, today),
    )


def _row(consent: Consent, name: str, axis: Axis, zone: str) -> ConsentRow:
    now = state(consent, axis.today)
    last = consent.last
    ends_on = last.ends_on
    soon = bool(now is State.GIVEN and ends_on and (ends_on - axis.today).days <= SOON_DAYS)
    if soon and ends_on:
        words = translate("RecordTab", "Ends {day}").format(day=short_day(ends_on, axis.today))
    else:
        words = state_word(now)
    since = full_day(last.at.utc.astimezone(ZoneInfo(zone)).date())
    spoken = translate("RecordTab", "{purpose}. {state} on {day}, {how}. {end}")
    return ConsentRow(
        consent=consent,
        name=name,
        detail=_detail(consent, axis.today),
        state=now,
        words=words,
        ends_soon=soon,
        track=track_of(consent, axis, zone),
        spoken=spoken.format(
            purpose=name,
            state=event_word(last.kind),
            day=since,
            how=method_words(last.method).lower(),
            end=_detail(consent, axis.today),
        ),
    )


def _detail(consent: Consent, today: date) -> str:
    now = state(consent, today)
    ends_on = consent.last.ends_on
    if now is State.GIVEN and ends_on is None:
        return translate("RecordTab", "No end date")
    if now is State.GIVEN and ends_on:
        return translate("RecordTab", "Until {day}").format(day=short_day(ends_on, today))
    if now is State.EXPIRED and ends_on:
        return translate("RecordTab", "Ended {day}").format(day=short_day(ends_on, today))
    return method_words(consent.last.method)


def _entries(facts: Facts, zone: str, today: date) -> tuple[EntryRow, ...]:
    names = {purpose.id: purpose.template.name for purpose in facts.purposes}
    dated: list[tuple[Moment, EntryRow]] = []
    for consent in facts.consents:
        for event in consent.events:
            row = _event_row(event, names[consent.purpose], zone, today)
            dated.append((event.recorded_at, row))
    dated.extend(
        (disclosure.at, _disclosure_row(disclosure, zone, today))
        for disclosure in facts.disclosures
    )
    dated.sort(key=lambda pair: pair[0].utc, reverse=True)
    return tuple(row for _, row in dated)


def _event_row(event: ConsentEvent, name: str, zone: str, today: date) -> EntryRow:
    how = method_words(event.method)
    if event.remark:
        how = translate("RecordTab", "{how}: {remark}").format(how=how, remark=event.remark)
    return EntryRow(
        day=short_day(Moment(event.at.utc, zone).day, today),
        what=event_word(event.kind),
        about=name,
        how=how,
        number=str(event.number),
    )


def _disclosure_row(disclosure: Disclosure, zone: str, today: date) -> EntryRow:
    return EntryRow(
        day=short_day(Moment(disclosure.at.utc, zone).day, today),
        what=translate("RecordTab", "Copy given"),
        about=translate("RecordTab", "The whole consent record"),
        how=translate("RecordTab", "Record {number}").format(number=disclosure.record_number),
        number="",
    )


class RecordModel(QObject):
    """Reads the record of the client who is shown, again after each change."""

    state_changed = Signal(object)  # RecordState

    def __init__(self, jobs: Jobs, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._clock = clock
        self._client: ClientId | None = None
        self.state: RecordState | None = None
        jobs.changed.connect(self._on_changed)

    def load(self, client: ClientId) -> None:
        """Shows this client's record."""
        if client != self._client:
            self.state = None
        self._client = client
        self._jobs.read(self, lambda workspace: read(workspace, client), self._take)

    def _take(self, facts: Facts) -> None:
        if facts.client.id != self._client:
            return  # the coach has gone to another client meanwhile
        self.state = derive(facts, self._clock.now())
        self.state_changed.emit(self.state)

    def _on_changed(self, changes: Changes) -> None:
        cares = (Kind.CLIENT, Kind.CONSENT, Kind.DISCLOSURE, Kind.PRACTICE, Kind.PURPOSE)
        if self._client is not None and changes.touches(*cares):
            self.load(self._client)
