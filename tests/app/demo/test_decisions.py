"""Decisions of made-up clients: whatever the dates are, the rules of consents let them pass."""

from datetime import UTC, datetime, timedelta
from random import Random
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from app.core.clock import Moment
from app.core.ids import ClientId, ConsentEventId, ConsentId, PurposeId, new_id
from app.demo.decisions import Decisions
from app.demo.stock import read_stocks
from app.records.consents.record import Consent, ConsentEvent, State, check, state
from app.records.consents.service import Decision
from resources.files import read_bytes
from tests.support.consent_records import purpose

CLIENT = ClientId(UUID(int=1))
STOCK = read_stocks(read_bytes)[0]
KEYS = ("health_notes", "recording", "sponsor_summary", "newsletter_quote", "email", "supervision")
PURPOSES = [purpose(key) for key in KEYS]
START = datetime(2019, 3, 4, 11, tzinfo=UTC)


def decided(number: int, days: int, seed: int = 0) -> tuple[Decision, ...]:
    first = Moment(START, "Europe/London")
    last = first.plus(timedelta(days=days))
    return Decisions(number, first, last, STOCK, Random(seed)).about(CLIENT, PURPOSES)


def recorded(decisions: tuple[Decision, ...]) -> dict[PurposeId, Consent]:
    """Takes them through the rules, one after another."""
    consents: dict[PurposeId, Consent] = {}
    for number, decision in enumerate(decisions, start=1):
        known = consents.get(decision.purpose)
        event = ConsentEvent(
            ConsentEventId(new_id()),
            number,
            decision.kind,
            decision.at,
            decision.at,
            decision.method,
            decision.notice,
            decision.ends_on,
        )
        check(known, event, decision.at.day)
        id = known.id if known else ConsentId(new_id())
        events = (*known.events, event) if known else (event,)
        consents[decision.purpose] = Consent(id, CLIENT, decision.purpose, events)
    return consents


@given(st.integers(0, 10_000), st.integers(0, 5_000), st.integers())
def test_all_of_them_follow_from_one_another(number: int, days: int, seed: int) -> None:
    decisions = decided(number, days, seed)
    recorded(decisions)
    last = START + timedelta(days=days)
    assert all(START <= decision.at.utc <= last for decision in decisions)


def test_a_small_practice_has_every_state() -> None:
    today = (START + timedelta(days=500)).date()
    found = {
        state(consent, today)
        for number in range(6)
        for consent in recorded(decided(number, 500)).values()
    }
    assert found == set(State)
