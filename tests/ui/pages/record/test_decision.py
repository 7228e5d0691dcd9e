"""What may be decided, what is suggested, and what is recorded of it."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.clock import Moment
from app.records.consents.record import Consent, EventKind, Method
from app.records.consents.service import Decision
from app.records.purposes.record import EndRule
from tests.support.consent_records import ZONE, Diary, amara, at, purpose
from ui.pages.record.decision import (
    Form,
    can_end,
    lies_before_last,
    must_end,
    offered,
    suggested_end,
    to_decision,
)

GIVEN, REFUSED, WITHDRAWN = EventKind.GIVEN, EventKind.REFUSED, EventKind.WITHDRAWN
REQUESTED, RENEWED = EventKind.REQUESTED, EventKind.RENEWED
TODAY = date(2026, 11, 17)
NOW = at(2026, 11, 17, 10, 12)
TEXTS = purpose("text_messages")


def after(*kinds: EventKind, ends_on: date | None = None) -> Consent:
    diary = Diary(amara())
    for month, kind in enumerate(kinds, 3):
        ends = ends_on if can_end(kind) else None
        diary.note(TEXTS, kind, at(2026, month, 12), ends_on=ends)
    return diary.record(NOW).lines[0].consent


def form(day: date, at: time, kind: EventKind = GIVEN, ends_on: date | None = None) -> Form:
    return Form(amara().id, TEXTS, kind, Method.EMAIL, day, at, ends_on, "A remark")


@pytest.mark.parametrize(
    ("consent", "kinds"),
    [
        (None, (GIVEN, REFUSED, REQUESTED)),
        (after(REQUESTED), (GIVEN, REFUSED)),
        (after(GIVEN), (WITHDRAWN, RENEWED)),
        (after(REFUSED), (GIVEN, REQUESTED)),
        (after(GIVEN, WITHDRAWN), (GIVEN, REQUESTED)),
        (after(GIVEN, ends_on=date(2026, 6, 20)), (WITHDRAWN, RENEWED, REQUESTED)),
    ],
)
def test_only_what_follows_is_offered_the_likeliest_first(
    consent: Consent | None, kinds: tuple[EventKind, ...]
) -> None:
    assert offered(consent, TODAY) == kinds


def test_what_is_offered_follows_the_day() -> None:
    expired = after(GIVEN, ends_on=date(2026, 6, 20))
    assert offered(expired, date(2026, 6, 20)) == (WITHDRAWN, RENEWED)
    assert offered(expired, date(2026, 6, 21)) == (WITHDRAWN, RENEWED, REQUESTED)


@pytest.mark.parametrize("kind", EventKind)
def test_only_what_holds_can_end(kind: EventKind) -> None:
    assert can_end(kind) == (kind in {GIVEN, RENEWED})


def test_an_end_is_suggested_where_the_template_has_one() -> None:
    three = purpose("newsletter_quote", end_rule=EndRule.MONTHS, end_months=3)
    assert suggested_end(three, date(2026, 11, 30)) == date(2027, 2, 28)
    assert suggested_end(purpose("email", end_rule=EndRule.NONE, end_months=None), TODAY) is None


@pytest.mark.parametrize(
    ("rule", "kind", "must"),
    [
        (EndRule.ON_DATE, GIVEN, True),
        (EndRule.ON_DATE, RENEWED, True),
        (EndRule.ON_DATE, WITHDRAWN, False),
        (EndRule.NONE, GIVEN, False),
    ],
)
def test_some_consents_are_given_for_a_time_only(
    rule: EndRule, kind: EventKind, must: bool
) -> None:
    assert must_end(purpose("recording", end_rule=rule, end_months=None), kind) is must


def test_an_entry_of_this_minute_keeps_its_seconds() -> None:
    now = Moment(datetime(2026, 11, 17, 10, 12, 48, tzinfo=UTC), ZONE)
    assert to_decision(form(TODAY, time(10, 12)), now, ZONE).at == now


def test_an_earlier_entry_has_none() -> None:
    earlier = to_decision(form(TODAY, time(10, 11)), NOW, ZONE)
    assert earlier.at.local.time() == time(10, 11)


def test_what_has_no_end_keeps_none() -> None:
    typed = form(TODAY, time(9), WITHDRAWN, ends_on=date(2027, 1, 1))
    assert to_decision(typed, NOW, ZONE).ends_on is None
    typed = form(TODAY, time(9), GIVEN, ends_on=date(2027, 1, 1))
    assert to_decision(typed, NOW, ZONE).ends_on == date(2027, 1, 1)


def test_everything_filled_in_is_recorded_with_the_notice_in_force() -> None:
    typed = form(TODAY, time(9))
    recorded = to_decision(typed, NOW, ZONE)
    assert recorded == Decision(
        typed.client,
        TEXTS.id,
        TEXTS.notice.id,
        GIVEN,
        recorded.at,
        Method.EMAIL,
        None,
        "A remark",
    )


@pytest.mark.parametrize(("hours", "before"), [(-1, True), (0, False), (1, False)])
def test_it_is_told_when_it_would_lie_before_the_last_entry(hours: int, before: bool) -> None:
    consent = after(GIVEN)
    moment = consent.last.at.plus(timedelta(hours=hours))
    decision = to_decision(form(moment.day, moment.local.time()), NOW, ZONE)
    assert lies_before_last(decision, consent) is before
    assert not lies_before_last(decision, None)


ZONES = st.sampled_from(["Europe/London", "America/St_Johns", "Pacific/Apia", "Asia/Kathmandu"])


@given(st.dates(date(1990, 1, 1), date(2060, 1, 1)), st.times(), ZONES)
def test_the_wall_time_that_was_filled_in_is_the_one_recorded(
    day: date, at: time, zone: str
) -> None:
    at = at.replace(second=0, microsecond=0)
    recorded = to_decision(form(day, at), NOW, zone).at
    there = datetime.combine(day, at, ZoneInfo(zone))
    exists = there.astimezone(UTC).astimezone(ZoneInfo(zone)).replace(tzinfo=None)
    assert recorded.zone == zone
    assert recorded.local.replace(second=0, microsecond=0, tzinfo=None) == exists


@given(st.dates(date(2026, 1, 1), date(2027, 12, 31)), st.integers(1, 60))
def test_a_suggested_end_never_lies_before_the_day(day: date, months: int) -> None:
    quote = purpose("newsletter_quote", end_rule=EndRule.MONTHS, end_months=months)
    assert (suggested_end(quote, day) or date.min) > day
