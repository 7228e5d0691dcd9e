"""The consent record that a client is given: what goes on it, and its tables as pure rows."""

import secrets
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from app.core.clock import Moment
from app.core.names import first_name
from app.records.clients.record import Client
from app.records.consents.record import (
    Consent,
    ConsentEvent,
    EventKind,
    State,
    state,
)
from app.records.practice.record import Practice
from app.records.purposes.record import Notice, Purpose


@dataclass(frozen=True)
class Standing:
    """A row of "How things stand today": one consent on the day the record was made.

    `since` is the day from which the client's answer has held; `ends_on` the last day of a
    consent that was given, None for no end; `answered` the event that the answer was first
    given by, and `again_on` when it was last given again.
    """

    purpose: Purpose
    state: State
    since: date
    ends_on: date | None
    answered: ConsentEvent
    again_on: date | None


@dataclass(frozen=True)
class EntryRow:
    """A row of "Every entry, oldest first".

    `event` is None on the unnumbered line that says a consent has expired: nobody wrote that
    down, it follows from `ends_on`. `at` is the instant, in the practice's zone.
    """

    purpose: Purpose
    at: Moment
    event: ConsentEvent | None
    ends_on: date | None


@dataclass(frozen=True)
class Line:
    """One consent with its purpose, and its state on the day the record was made."""

    consent: Consent
    purpose: Purpose
    state: State

    @classmethod
    def of(cls, consent: Consent, purpose: Purpose, today: date) -> "Line":
        """The line as it stands on `today`, a day in the practice's zone."""
        return cls(consent, purpose, state(consent, today))


@dataclass(frozen=True)
class ConsentRecord:
    """Everything that stands on one client's consent record.

    `id` is the record's UUID, `number` the short name that people use; `asked_at` is when the
    client asked for it, None when they didn't. Consents without an event have no line. One that
    is `made_up` says on every page that nobody on it exists.
    """

    id: UUID
    number: str
    made_at: Moment
    asked_at: Moment | None
    practice: Practice
    client: Client
    lines: tuple[Line, ...]
    made_up: bool = False

    @property
    def today(self) -> date:
        """The day the record was made, in the practice's zone."""
        return self.in_zone(self.made_at).day

    @property
    def since(self) -> date:
        """The day of the oldest entry, in the practice's zone; ValueError without any."""
        return min(row.at for row in self.entries).day

    @property
    def coach_first_name(self) -> str:
        """What sentences call the coach; the practice's name when there is none."""
        coach = self.practice.coach_name
        return first_name(coach) if coach.strip() else self.practice.practice_name

    @property
    def standings(self) -> tuple[Standing, ...]:
        """A row for each consent: those in force first, then by name."""
        rows = [self._standing(line) for line in self.lines]
        return tuple(
            sorted(rows, key=lambda row: (_order(row.state), row.purpose.template.name.casefold()))
        )

    @property
    def entries(self) -> tuple[EntryRow, ...]:
        """A row for each event, and one for each time that a consent expired, oldest first."""
        rows = [row for line in self.lines for row in self.history(line)]
        return tuple(
            sorted(rows, key=lambda row: (row.at.utc, row.event.number if row.event else 0))
        )

    @property
    def notices(self) -> tuple[tuple[Purpose, Notice], ...]:
        """Each notice that an event refers to, once: by purpose as listed, oldest first."""
        return tuple(
            (line.purpose, notice)
            for line in self.lines
            for notice in line.purpose.notices
            if any(event.notice == notice.id for event in line.consent.events)
        )

    def history(self, line: Line) -> tuple[EntryRow, ...]:
        """One consent's rows, with a line wherever it expired before anything else happened."""
        return history(line, self.practice.zone, self.today)

    def in_zone(self, moment: Moment) -> Moment:
        """The same instant, told in the practice's zone."""
        return moment.in_zone(self.practice.zone)

    def end_of(self, day: date) -> Moment:
        """The last second of `day` in the practice's zone."""
        return _end_of(day, self.practice.zone)

    def _standing(self, line: Line) -> Standing:
        last = line.consent.last
        first = last
        for row in reversed(self.history(line)[: -1 if line.state is State.EXPIRED else None]):
            if row.event is None:
                break
            if _same_answer(row.event.kind, last.kind):
                first = row.event
            elif row.event.kind is not EventKind.REQUESTED:  # which changes no answer
                break
        return Standing(
            purpose=line.purpose,
            state=line.state,
            since=self.in_zone(first.at).day,
            ends_on=last.ends_on,
            answered=first,
            again_on=self.in_zone(last.at).day if last is not first else None,
        )


def history(line: Line, zone: str, today: date) -> tuple[EntryRow, ...]:
    """One consent's rows in the practice's `zone`, oldest first.

    There is a line wherever it expired, by `today`, before anything else happened.
    """
    rows: list[EntryRow] = []
    for event, after in zip(line.consent.events, (*line.consent.events[1:], None), strict=True):
        rows.append(EntryRow(line.purpose, event.at.in_zone(zone), event, event.ends_on))
        until = after.at.in_zone(zone).day if after else today
        if event.kind.holds and event.ends_on and until > event.ends_on:
            ended = _end_of(event.ends_on, zone)
            rows.append(EntryRow(line.purpose, ended, None, event.ends_on))
    return tuple(rows)


def new_record_number() -> str:
    """A random record number of 48 bits, such as "CR-7F2C-91A0-44DE"."""
    digits = secrets.token_hex(6).upper()
    return "-".join(("CR", digits[:4], digits[4:8], digits[8:]))


def file_name(record: ConsentRecord, suffix: str) -> str:
    """The record's file name with `suffix` ("pdf"): its number only, nothing about the client."""
    return f"consent-record-{record.number}.{suffix}"


def _end_of(day: date, zone: str) -> Moment:
    midnight = datetime.combine(day + timedelta(days=1), time(), ZoneInfo(zone))
    return Moment(midnight.astimezone(UTC) - timedelta(seconds=1), zone)


def _order(state: State) -> int:
    return (State.GIVEN, State.REQUESTED, State.REFUSED, State.WITHDRAWN, State.EXPIRED).index(
        state
    )


def _same_answer(one: EventKind, other: EventKind) -> bool:
    return one is other or (one.holds and other.holds)
