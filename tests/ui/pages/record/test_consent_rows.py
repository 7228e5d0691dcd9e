"""A row says in words how a consent stands, on screen and for screen readers."""

from datetime import date

import pytest

from app.records.consents.record import EventKind, Method, State
from tests.support.consent_records import ZONE, Diary, amara, at, purpose
from ui.pages.record.consent_rows import ConsentRow, consent_row
from ui.pages.record.timeline import axis_of

TODAY = date(2026, 11, 17)
TEXTS = purpose("text_messages")
GIVEN, REFUSED = EventKind.GIVEN, EventKind.REFUSED


def row(diary: Diary) -> ConsentRow:
    (line,) = diary.record(at(2026, 11, 17)).lines
    axis = axis_of((line.consent,), ZONE, TODAY)
    return consent_row(line.consent, line.purpose, axis, ZONE)


def given(ends_on: date | None = None) -> Diary:
    return Diary(amara()).note(TEXTS, GIVEN, at(2026, 3, 12), ends_on=ends_on)


def asked() -> Diary:
    return Diary(amara()).note(TEXTS, EventKind.REQUESTED, at(2026, 6, 2), Method.EMAIL)


def declined(times: int) -> Diary:
    diary = Diary(amara())
    for month in range(3, 3 + times):
        diary.note(TEXTS, REFUSED, at(2026, month, 12), Method.ALOUD)
    return diary


def withdrawn() -> Diary:
    return given().note(TEXTS, EventKind.WITHDRAWN, at(2026, 9, 9), Method.EMAIL)


def renewed() -> Diary:
    return given(date(2026, 6, 1)).note(TEXTS, EventKind.RENEWED, at(2026, 7, 1), Method.MESSAGE)


CASES = {
    "given": (
        given(),
        State.GIVEN,
        "Given",
        "No end date",
        "Given on 12 March 2026, on paper, no end date",
    ),
    "given for a time": (
        given(date(2027, 3, 12)),
        State.GIVEN,
        "Given",
        "Until 12 Mar 2027",
        "Given on 12 March 2026, on paper, until 12 March 2027",
    ),
    "ends soon": (
        given(date(2026, 12, 2)),
        State.GIVEN,
        "Ends 2 Dec",
        "Given on paper, 12 Mar",
        "Given on 12 March 2026, on paper, until 2 December 2026",
    ),
    "expired": (
        given(date(2026, 6, 20)),
        State.EXPIRED,
        "Expired",
        "Ended 20 Jun",
        "Given on 12 March 2026, on paper, expired on 20 June 2026",
    ),
    "asked": (
        asked(),
        State.REQUESTED,
        "Asked",
        "Not answered yet",
        "Asked on 2 June 2026, by email",
    ),
    "declined": (
        declined(1),
        State.REFUSED,
        "Declined",
        "Declined aloud, 12 Mar",
        "Declined on 12 March 2026, aloud",
    ),
    "declined twice": (
        declined(2),
        State.REFUSED,
        "Declined",
        "Asked twice",
        "Declined on 12 April 2026, aloud",
    ),
    "declined again and again": (
        declined(4),
        State.REFUSED,
        "Declined",
        "Asked 4 times",
        "Declined on 12 June 2026, aloud",
    ),
    "withdrawn": (
        withdrawn(),
        State.WITHDRAWN,
        "Withdrawn",
        "Withdrawn by email, 9 Sep",
        "Withdrawn on 9 September 2026, by email",
    ),
    "renewed": (
        renewed(),
        State.GIVEN,
        "Given",
        "No end date",
        "Renewed on 1 July 2026, by message, no end date",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_a_row_says_how_it_stands(case: str) -> None:
    diary, state, words, detail, story = CASES[case]
    shown = row(diary)
    assert (shown.state, shown.words, shown.detail) == (state, words, detail)
    assert shown.story == story
    assert shown.spoken == f"Text messages. {story}"


@pytest.mark.parametrize(
    ("ends_on", "soon"),
    [
        (date(2026, 11, 17), True),
        (date(2026, 12, 17), True),
        (date(2026, 12, 18), False),
        (date(2026, 11, 16), False),
        (None, False),
    ],
)
def test_an_end_within_thirty_days_is_soon(ends_on: date | None, soon: bool) -> None:
    assert row(given(ends_on)).ends_soon is soon


def test_a_no_is_never_called_refused() -> None:
    assert "efuse" not in row(declined(2)).spoken
