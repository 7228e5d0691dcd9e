"""A consent record, its events, and the state derived from events and date."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from app.core.clock import Moment
from app.core.errors import EndBeforeStart, EventNotPossible, MomentInFuture
from app.core.ids import ClientId, ConsentEventId, ConsentId, NoticeId, PurposeId


class EventKind(StrEnum):
    """What happened to a consent; appended, never edited."""

    REQUESTED = "requested"
    GIVEN = "given"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    RENEWED = "renewed"

    @property
    def holds(self) -> bool:
        """Whether a consent is in force after it, until its end if it has one."""
        return self in (EventKind.GIVEN, EventKind.RENEWED)


class Method(StrEnum):
    """How the client said it."""

    ALOUD = "aloud"
    ON_PAPER = "on_paper"
    EMAIL = "email"
    MESSAGE = "message"


class State(StrEnum):
    """How a consent stands on a day."""

    REQUESTED = "requested"
    GIVEN = "given"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"


@dataclass(frozen=True)
class ConsentEvent:
    """One event. `number` counts the client's events over all purposes, from 1.

    `at` is when it happened, `recorded_at` when it was written down; `ends_on` is the last day
    that a given or renewed consent holds, None for no end.
    """

    id: ConsentEventId
    number: int
    kind: EventKind
    at: Moment
    recorded_at: Moment
    method: Method
    notice: NoticeId
    ends_on: date | None = None
    remark: str = ""


@dataclass(frozen=True)
class Consent:
    """One purpose, one client, and everything that happened, oldest first."""

    id: ConsentId
    client: ClientId
    purpose: PurposeId
    events: tuple[ConsentEvent, ...]

    @property
    def last(self) -> ConsentEvent:
        """The event that the state follows from."""
        return self.events[-1]


_FOLLOWS: dict[State | None, frozenset[EventKind]] = {
    None: frozenset({EventKind.REQUESTED, EventKind.GIVEN, EventKind.REFUSED}),
    State.REQUESTED: frozenset({EventKind.GIVEN, EventKind.REFUSED}),
    State.GIVEN: frozenset({EventKind.WITHDRAWN, EventKind.RENEWED}),
    State.REFUSED: frozenset({EventKind.REQUESTED, EventKind.GIVEN}),
    State.WITHDRAWN: frozenset({EventKind.REQUESTED, EventKind.GIVEN}),
    State.EXPIRED: frozenset({EventKind.REQUESTED, EventKind.RENEWED, EventKind.WITHDRAWN}),
}
_STATES = {
    EventKind.REQUESTED: State.REQUESTED,
    EventKind.GIVEN: State.GIVEN,
    EventKind.RENEWED: State.GIVEN,
    EventKind.REFUSED: State.REFUSED,
    EventKind.WITHDRAWN: State.WITHDRAWN,
}


def state(consent: Consent, today: date) -> State:
    """How the consent stands on `today`, a day in the practice's zone.

    It has expired once its last day has passed: the end date itself still counts.
    """
    last = consent.last
    if last.ends_on is not None and last.kind.holds and today > last.ends_on:
        return State.EXPIRED
    return _STATES[last.kind]


def possible(consent: Consent | None, today: date) -> frozenset[EventKind]:
    """The events that may come next."""
    return _FOLLOWS[None if consent is None else state(consent, today)]


def check(consent: Consent | None, event: ConsentEvent, today: date) -> None:
    """Refuses an event that does not follow.

    Raises EventNotPossible (also when it lies before the event before it), MomentInFuture,
    EndBeforeStart.
    """
    if event.at.utc > event.recorded_at.utc:
        raise MomentInFuture
    if event.kind not in possible(consent, today):
        raise EventNotPossible
    if consent is not None and event.at.utc < consent.last.at.utc:
        raise EventNotPossible
    if event.ends_on is not None:
        if not event.kind.holds:
            raise EventNotPossible
        if event.ends_on < event.at.day:
            raise EndBeforeStart


def event_content(event: ConsentEvent, consent: Consent) -> dict[str, Any]:
    """What an entry of kind `consent_event/1` commits to."""
    return {
        "consent": str(consent.id),
        "client": str(consent.client),
        "purpose": str(consent.purpose),
        "notice": str(event.notice),
        "number": event.number,
        "kind": event.kind.value,
        "at_ms": event.at.milliseconds,
        "at_zone": event.at.zone,
        "recorded_ms": event.recorded_at.milliseconds,
        "recorded_zone": event.recorded_at.zone,
        "method": event.method.value,
        "ends_on": event.ends_on.isoformat() if event.ends_on else None,
        "remark": event.remark,
    }
