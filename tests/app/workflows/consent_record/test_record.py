"""What stands on a consent record, as rows."""

import re
from dataclasses import replace
from datetime import date

import pytest

from app.core.clock import Moment
from app.core.ids import NoticeId, new_id
from app.records.consents.record import EventKind, Method, State
from app.records.purposes.record import Notice
from app.workflows.consent_record.record import (
    ConsentRecord,
    Standing,
    file_name,
    new_record_number,
)
from tests.support.consent_records import HANNA, Diary, amara, amaras_record, at, purpose

GIVEN, REFUSED, WITHDRAWN = EventKind.GIVEN, EventKind.REFUSED, EventKind.WITHDRAWN
TODAY = at(2026, 11, 17)


def standing(record: ConsentRecord, name: str) -> Standing:
    return next(row for row in record.standings if row.purpose.template.name == name)


def test_consents_in_force_stand_first_then_noes_then_what_ended() -> None:
    assert [row.state for row in amaras_record().standings] == [
        State.GIVEN,
        State.GIVEN,
        State.GIVEN,
        State.GIVEN,
        State.REFUSED,
        State.WITHDRAWN,
        State.EXPIRED,
    ]


def test_a_consent_has_stood_since_it_was_given() -> None:
    row = standing(amaras_record(), "Summary for Northfold Trust")
    assert (row.since, row.ends_on) == (date(2026, 6, 2), date(2026, 12, 2))
    assert row.again_on is None


def test_a_second_no_keeps_the_day_of_the_first() -> None:
    row = standing(amaras_record(), "Recording of sessions")
    assert (row.since, row.again_on) == (date(2026, 3, 12), date(2026, 6, 2))


def test_a_renewed_consent_has_stood_since_it_was_first_given() -> None:
    email = purpose("email")
    diary = Diary(amara()).note(email, GIVEN, at(2026, 3, 1), ends_on=date(2026, 6, 1))
    diary.note(email, EventKind.RENEWED, at(2026, 5, 20), ends_on=date(2026, 12, 1))
    row = standing(diary.record(TODAY), "Email between sessions")
    assert (row.state, row.since, row.again_on) == (
        State.GIVEN,
        date(2026, 3, 1),
        date(2026, 5, 20),
    )


def test_a_consent_renewed_after_it_expired_stands_since_then() -> None:
    email = purpose("email")
    diary = Diary(amara()).note(email, GIVEN, at(2026, 3, 1), ends_on=date(2026, 6, 1))
    diary.note(email, EventKind.RENEWED, at(2026, 8, 20))
    record = diary.record(TODAY)
    assert standing(record, "Email between sessions").since == date(2026, 8, 20)
    assert [row.event and row.event.number for row in record.entries] == [1, None, 2]


def test_an_expiry_is_a_line_without_a_number_at_the_end_of_the_last_day() -> None:
    (expiry,) = [row for row in amaras_record().entries if row.event is None]
    assert expiry.at.local.isoformat() == "2026-06-20T23:59:59+01:00"
    assert expiry.ends_on == date(2026, 6, 20)


@pytest.mark.parametrize(
    ("today", "state"),
    [(at(2026, 6, 20, 22, 59), State.GIVEN), (at(2026, 6, 20, 23, 1), State.EXPIRED)],
    ids=["on its last day", "after midnight in London"],
)
def test_the_last_day_still_counts(today: Moment, state: State) -> None:
    quote = purpose("newsletter_quote")
    diary = Diary(amara()).note(quote, GIVEN, at(2026, 3, 20), ends_on=date(2026, 6, 20))
    record = diary.record(today)
    assert record.standings[0].state is state
    assert len(record.entries) == (1 if state is State.GIVEN else 2)


def test_a_consent_withdrawn_on_its_last_day_never_expired() -> None:
    quote = purpose("newsletter_quote")
    diary = Diary(amara()).note(quote, GIVEN, at(2026, 3, 20), ends_on=date(2026, 6, 20))
    diary.note(quote, WITHDRAWN, at(2026, 6, 20, 20))
    record = diary.record(TODAY)
    assert [row.event is None for row in record.entries] == [False, False]
    assert record.standings[0].state is State.WITHDRAWN


def test_entries_are_told_oldest_first_though_written_down_later() -> None:
    email, texts = purpose("email"), purpose("text_messages")
    diary = Diary(amara()).note(email, GIVEN, at(2026, 5, 2))
    diary.note(texts, REFUSED, at(2026, 4, 30), Method.ALOUD, recorded_at=at(2026, 5, 3))
    record = diary.record(TODAY)
    assert [row.event and row.event.number for row in record.entries] == [2, 1]
    assert record.since == date(2026, 4, 30)


def test_times_are_told_in_the_practices_zone() -> None:
    diary = Diary(amara()).note(purpose("email"), GIVEN, at(2026, 6, 2, 22, 30))
    record = diary.record(TODAY, practice=replace(HANNA, zone="Asia/Kolkata"))
    assert record.entries[0].at.local.isoformat() == "2026-06-03T04:00:00+05:30"
    assert record.standings[0].since == date(2026, 6, 3)


def test_only_notices_that_were_shown_are_listed() -> None:
    email = purpose("email")
    diary = Diary(amara()).note(email, GIVEN, at(2026, 3, 1))
    newer = Notice(NoticeId(new_id()), email.id, 2, "en-GB", "Another wording.")
    reworded = replace(email, notices=(*email.notices, newer))
    record = diary.record(TODAY)
    record = replace(record, lines=tuple(replace(line, purpose=reworded) for line in record.lines))
    assert [notice.version for _, notice in record.notices] == [1]


@pytest.mark.parametrize(
    ("coach", "first"),
    [("Hanna Whitlock", "Hanna"), ("Dr. Hanna Whitlock", "Hanna"), ("", "Whitlock Coaching")],
)
def test_the_coach_is_called_by_the_first_name(coach: str, first: str) -> None:
    record = replace(amaras_record(), practice=replace(HANNA, coach_name=coach))
    assert record.coach_first_name == first


def test_a_record_number_is_random_and_names_the_file() -> None:
    numbers = {new_record_number() for _ in range(100)}
    assert len(numbers) == 100
    assert all(re.fullmatch(r"CR(-[0-9A-F]{4}){3}", number) for number in numbers)
    assert file_name(amaras_record(), "pdf") == "consent-record-CR-7F2C-91A0-44DE.pdf"
