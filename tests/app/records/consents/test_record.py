"""A consent's state follows from its events and the day."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.errors import EndBeforeStart, EventNotPossible, MomentInFuture
from app.core.ids import ClientId, ConsentEventId, ConsentId, NoticeId, PurposeId, new_id
from app.records.consents.record import (
    Consent,
    ConsentEvent,
    EventKind,
    Method,
    State,
    check,
    possible,
    state,
)
from tests.support.fixed_clock import FixedClock

NOW = FixedClock().now()
TODAY = NOW.day


def an_event(kind: EventKind, number: int = 1, ends_on: date | None = None) -> ConsentEvent:
    id = ConsentEventId(new_id())
    return ConsentEvent(id, number, kind, NOW, NOW, Method.ALOUD, NoticeId(new_id()), ends_on)


def consent(*kinds: EventKind, ends_on: date | None = None) -> Consent:
    events = tuple(an_event(kind, number) for number, kind in enumerate(kinds[:-1], 1))
    last = an_event(kinds[-1], len(kinds), ends_on)
    return Consent(ConsentId(new_id()), ClientId(new_id()), PurposeId(new_id()), (*events, last))


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (EventKind.REQUESTED, State.REQUESTED),
        (EventKind.GIVEN, State.GIVEN),
        (EventKind.REFUSED, State.REFUSED),
        (EventKind.WITHDRAWN, State.WITHDRAWN),
        (EventKind.RENEWED, State.GIVEN),
    ],
)
def test_the_last_event_says_how_it_stands(kind: EventKind, expected: State) -> None:
    assert state(consent(kind), TODAY) is expected


def test_a_consent_holds_through_its_last_day_and_not_a_day_longer() -> None:
    given_until = consent(EventKind.GIVEN, ends_on=TODAY)
    assert state(given_until, TODAY) is State.GIVEN
    assert state(given_until, TODAY + timedelta(days=1)) is State.EXPIRED


def test_an_expired_consent_may_be_renewed_or_asked_again_but_not_given_twice() -> None:
    expired = consent(EventKind.GIVEN, ends_on=TODAY)
    after = TODAY + timedelta(days=1)
    assert possible(expired, after) == {
        EventKind.RENEWED,
        EventKind.REQUESTED,
        EventKind.WITHDRAWN,
    }


def test_nothing_can_be_withdrawn_that_was_not_given() -> None:
    for before in (None, consent(EventKind.REQUESTED), consent(EventKind.REFUSED)):
        with pytest.raises(EventNotPossible):
            check(before, an_event(EventKind.WITHDRAWN, 2), TODAY)


def test_what_lies_in_the_future_has_not_happened() -> None:
    later = NOW.plus(timedelta(minutes=1))
    id = ConsentEventId(new_id())
    event = ConsentEvent(id, 1, EventKind.GIVEN, later, NOW, Method.ALOUD, NoticeId(new_id()))
    with pytest.raises(MomentInFuture):
        check(None, event, TODAY)


def test_an_end_before_its_beginning_is_refused() -> None:
    event = an_event(EventKind.GIVEN, ends_on=TODAY - timedelta(days=1))
    with pytest.raises(EndBeforeStart):
        check(None, event, TODAY)


def test_only_a_consent_in_force_has_an_end() -> None:
    with pytest.raises(EventNotPossible):
        check(None, an_event(EventKind.REFUSED, ends_on=TODAY), TODAY)


@given(st.lists(st.sampled_from(EventKind), max_size=12))
def test_any_order_of_events_is_refused_or_leads_to_a_state(kinds: list[EventKind]) -> None:
    current: Consent | None = None
    for number, kind in enumerate(kinds, 1):
        event = an_event(kind, number)
        try:
            check(current, event, TODAY)
        except EventNotPossible:
            assert kind not in possible(current, TODAY)
            continue
        if current is None:
            ids = ConsentId(new_id()), ClientId(new_id()), PurposeId(new_id())
            current = Consent(*ids, (event,))
        else:
            current = Consent(current.id, current.client, current.purpose, (*current.events, event))
        assert possible(current, TODAY), "there is always a way on"
