"""What the "Record a decision" dialog may offer, and what is recorded from it; pure."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from app.core.clock import Moment
from app.core.day_words import plus_months
from app.core.ids import ClientId
from app.records.consents.record import Consent, EventKind, Method, possible
from app.records.consents.service import Decision
from app.records.purposes.record import EndRule, Purpose

_ORDER = (
    EventKind.GIVEN,
    EventKind.REFUSED,
    EventKind.WITHDRAWN,
    EventKind.RENEWED,
    EventKind.REQUESTED,
)


@dataclass(frozen=True)
class Form:
    """What was filled in; `day` and `at` are wall time in the practice's zone."""

    client: ClientId
    purpose: Purpose
    kind: EventKind
    method: Method
    day: date
    at: time
    ends_on: date | None
    remark: str


def offered(consent: Consent | None, day: date) -> tuple[EventKind, ...]:
    """The events that may come next on `day`, the likeliest first."""
    allowed = possible(consent, day)
    return tuple(kind for kind in _ORDER if kind in allowed)


def can_end(kind: EventKind | None) -> bool:
    """Whether an end date belongs to an event of this kind."""
    return kind is not None and kind.holds


def must_end(purpose: Purpose, kind: EventKind) -> bool:
    """Whether a consent for this purpose is given for a time only."""
    return kind.holds and purpose.template.end_rule is EndRule.ON_DATE


def suggested_end(purpose: Purpose, day: date) -> date | None:
    """The last day that a consent given on `day` holds by its template, None for no end."""
    months = purpose.template.end_months
    if purpose.template.end_rule is EndRule.MONTHS and months:
        return plus_months(day, months)
    return None


def lies_before_last(decision: Decision, consent: Consent | None) -> bool:
    """Whether it would have happened before the consent's last entry."""
    return consent is not None and decision.at.utc < consent.last.at.utc


def to_decision(form: Form, now: Moment, zone: str) -> Decision:
    """What is recorded. An entry of this very minute keeps its seconds, and so its place."""
    local = datetime.combine(form.day, form.at, ZoneInfo(zone))
    here = now.utc.astimezone(ZoneInfo(zone))
    if local == here.replace(second=0, microsecond=0):
        local = here
    return Decision(
        client=form.client,
        purpose=form.purpose.id,
        notice=form.purpose.notice.id,
        kind=form.kind,
        at=Moment(local.astimezone(UTC), zone),
        method=form.method,
        ends_on=form.ends_on if can_end(form.kind) else None,
        remark=form.remark,
    )
