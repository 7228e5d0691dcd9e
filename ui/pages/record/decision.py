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
ENDING = frozenset({EventKind.GIVEN, EventKind.RENEWED})


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


def offered(consent: Consent | None, today: date) -> tuple[EventKind, ...]:
    """The events that may come next, the likeliest first."""
    allowed = possible(consent, today)
    return tuple(kind for kind in _ORDER if kind in allowed)


def suggested_end(purpose: Purpose, day: date) -> date | None:
    """The last day that a consent given on `day` holds by its template, None for no end."""
    months = purpose.template.end_months
    if purpose.template.end_rule is EndRule.MONTHS and months:
        return plus_months(day, months)
    return None


def to_decision(form: Form, now: Moment, zone: str) -> Decision:
    """What is recorded. Today's entries keep the seconds, so that they stay in their order."""
    local = datetime.combine(form.day, form.at, ZoneInfo(zone))
    here = now.utc.astimezone(ZoneInfo(zone))
    if (local.date(), local.hour, local.minute) == (here.date(), here.hour, here.minute):
        local = here
    return Decision(
        client=form.client,
        purpose=form.purpose.id,
        notice=form.purpose.notice.id,
        kind=form.kind,
        at=Moment(local.astimezone(UTC), zone),
        method=form.method,
        ends_on=form.ends_on if form.kind in ENDING else None,
        remark=form.remark,
    )
