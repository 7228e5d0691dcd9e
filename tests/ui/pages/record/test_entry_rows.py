"""The ledger tells everything that happened, newest first, in one line each."""

from datetime import date

from app.core.ids import DisclosureId, new_id
from app.records.consents.record import EventKind, Method
from app.records.disclosures.record import Disclosure, ToWhom, What
from tests.support.consent_records import ZONE, Diary, amara, amaras_record, at, purpose
from ui.pages.record.entry_rows import EntryRow, entry_rows

TODAY = date(2026, 11, 17)
GIVEN = EventKind.GIVEN
TEXTS = purpose("text_messages")


def rows(diary: Diary) -> list[EntryRow]:
    return list(entry_rows(diary.record(at(2026, 11, 17)).lines, (), ZONE, TODAY))


def test_the_newest_comes_first_and_numbers_are_those_of_the_paper() -> None:
    shown = entry_rows(amaras_record().lines, (), ZONE, TODAY)
    numbers = [row.number for row in shown]
    assert numbers == ["10", "", "9", "8", "7", "6", "5", "4", "3", "2", "1"]


def test_an_expiry_stands_where_it_happened_without_a_number() -> None:
    shown = entry_rows(amaras_record().lines, (), ZONE, TODAY)
    expired = shown[1]
    assert (expired.day, expired.what, expired.number) == ("20 Jun", "Expired", "")
    assert expired.about == "One quote in a newsletter"
    assert expired.how == "By its own end date"


def test_an_entry_that_was_written_down_later_says_so() -> None:
    diary = Diary(amara()).note(
        TEXTS, GIVEN, at(2026, 9, 9), Method.EMAIL, recorded_at=at(2026, 9, 10)
    )
    assert rows(diary)[0].how == "By email, written down 10 Sep"


def test_one_of_the_same_day_does_not() -> None:
    diary = Diary(amara()).note(
        TEXTS, GIVEN, at(2026, 9, 9, 7), Method.EMAIL, recorded_at=at(2026, 9, 9, 20)
    )
    assert rows(diary)[0].how == "By email"


def test_the_end_and_the_remark_are_told() -> None:
    diary = Diary(amara()).note(
        TEXTS, GIVEN, at(2026, 9, 9), ends_on=date(2027, 1, 9), remark="Only about times."
    )
    assert rows(diary)[0].how == "On paper, until 9 Jan 2027: Only about times."


def test_the_coach_asks_and_the_client_says() -> None:
    diary = Diary(amara()).note(TEXTS, EventKind.REQUESTED, at(2026, 9, 9), Method.ALOUD)
    diary.note(TEXTS, EventKind.REFUSED, at(2026, 9, 10), Method.ALOUD)
    assert [row.how for row in rows(diary)] == ["Said aloud", "Asked aloud"]


def test_a_copy_that_was_given_is_an_entry_too() -> None:
    client = amara()
    copy = Disclosure(
        DisclosureId(new_id()),
        client.id,
        What.CONSENT_RECORD,
        ToWhom.CLIENT,
        at(2026, 11, 17),
        "CR-7F2C-91A0-44DE",
        bytes(32),
        bytes(32),
    )
    (row,) = entry_rows((), (copy,), ZONE, TODAY)
    assert row.spoken == "Copy exported, 17 Nov. The whole consent record. Record CR-7F2C-91A0-44DE"
    assert row.purpose is None


def test_a_row_can_be_heard_as_a_whole() -> None:
    diary = Diary(amara()).note(TEXTS, GIVEN, at(2025, 9, 9), Method.EMAIL)
    assert rows(diary)[0].spoken == "Entry 1: Given, 9 Sep 2025. Text messages. By email"


def test_a_remark_with_braces_is_only_a_remark() -> None:
    diary = Diary(amara()).note(TEXTS, GIVEN, at(2026, 9, 9), remark="{how} {0}")
    assert rows(diary)[0].spoken.endswith("On paper: {how} {0}")


def test_entries_of_one_moment_stand_in_the_order_of_their_numbers() -> None:
    diary = Diary(amara()).note(TEXTS, EventKind.REQUESTED, at(2026, 9, 9))
    diary.note(TEXTS, GIVEN, at(2026, 9, 9))
    assert [row.number for row in rows(diary)] == ["2", "1"]
