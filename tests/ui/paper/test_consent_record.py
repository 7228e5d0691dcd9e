"""The words of a consent record."""

from dataclasses import replace
from datetime import timedelta

import pytest

from app.records.clients.record import Pronouns
from app.records.consents.record import EventKind, Method
from app.workflows.consent_record.json_ld import check_number, to_json
from app.workflows.consent_record.record import ConsentRecord
from tests.support.consent_records import HANNA, Diary, amara, amaras_record, at, purpose
from ui.paper.blocks import Table, Text
from ui.paper.consent_record import record_blocks, record_foot
from ui.paper.document import Known


def texts(record: ConsentRecord, known: Known | None = None) -> list[str]:
    blocks = record_blocks(record, to_json(record), known or Known())
    return [block.text for block in blocks if isinstance(block, Text)]


def tables(record: ConsentRecord) -> tuple[Table, Table]:
    blocks = record_blocks(record, to_json(record), Known())
    standings, entries, *_ = [block for block in blocks if isinstance(block, Table)]
    return standings, entries


def test_it_says_for_whom_when_and_why() -> None:
    assert (
        "For Amara Osei. Made on 17 November 2026, at her request of the same day. It lists every "
        "consent asked for since 12 March 2026, what was decided and how."
    ) in texts(amaras_record())


@pytest.mark.parametrize(
    ("pronouns", "whose"),
    [
        (Pronouns.SHE, "her"),
        (Pronouns.HE, "his"),
        (Pronouns.THEY, "their"),
        (Pronouns.UNSET, "Amara’s"),
    ],
)
def test_it_speaks_of_the_client_as_the_client_wishes(pronouns: Pronouns, whose: str) -> None:
    opening = texts(amaras_record(amara(pronouns=pronouns)))[1]
    assert f"at {whose} request of the same day" in opening


def test_a_request_of_another_day_is_dated() -> None:
    record = amaras_record()
    earlier = replace(record, asked_at=record.made_at.plus(timedelta(days=-3)))
    assert "at her request of 14 November 2026." in texts(earlier)[1]
    assert texts(replace(record, asked_at=None))[1].startswith(
        "For Amara Osei. Made on 17 November 2026. It lists"
    )


def test_how_things_stand() -> None:
    standings, _ = tables(amaras_record())
    assert [column.title for column in standings.columns] == [
        "Consent",
        "Decision",
        "Since",
        "Ends",
        "How it was said",
    ]
    assert standings.rows[2:] == (
        ("Summary for Northfold Trust", "Given", "2 Jun 2026", "2 Dec 2026", "On paper"),
        ("Supervision, unnamed", "Given", "2 Jun 2026", "No end date", "On paper"),
        (
            "Recording of sessions",
            "Declined",
            "12 Mar 2026",
            "–",
            "On paper, again 2 Jun 2026",
        ),
        ("Text messages", "Withdrawn", "9 Sep 2026", "–", "By email"),
        (
            "One quote in a newsletter",
            "Expired",
            "20 Mar 2026",
            "20 Jun 2026",
            "Said aloud, noted by Hanna",
        ),
    )


def test_every_entry() -> None:
    _, entries = tables(amaras_record())
    assert entries.rows[4:] == (
        (
            "5",
            "20 Mar 2026, 11:31",
            "Given",
            "One quote in a newsletter, to 20 Jun 2026",
            "Hanna, as told",
        ),
        ("6", "2 Jun 2026, 16:42", "Given", "Supervision, unnamed", "Hanna, from paper"),
        (
            "7",
            "2 Jun 2026, 16:42",
            "Given",
            "Summary for Northfold Trust, to 2 Dec 2026",
            "Hanna, from paper",
        ),
        ("8", "2 Jun 2026, 16:42", "Asked", "Recording of sessions", "Hanna, who asked aloud"),
        (
            "9",
            "2 Jun 2026, 16:42",
            "Declined",
            "Recording of sessions\nPerhaps later, not this year.",
            "Hanna, as told",
        ),
        ("", "20 Jun 2026", "Expired", "One quote in a newsletter", "Follows from the end date"),
        (
            "10",
            "9 Sep 2026, 08:14",
            "Withdrawn",
            "Text messages",
            "Hanna, from an email\nwritten down 10 Sep 2026",
        ),
    )


def test_an_unanswered_question_is_told_as_such() -> None:
    diary = Diary(amara()).note(purpose("email"), EventKind.REQUESTED, at(2026, 3, 1), Method.EMAIL)
    standings, entries = tables(diary.record(at(2026, 3, 2)))
    assert standings.rows == (
        ("Email between sessions", "Asked", "1 Mar 2026", "–", "Not answered yet"),
    )
    assert entries.rows[0][-1] == "Hanna, who asked by email"


@pytest.mark.parametrize(
    ("zone", "words"),
    [("Europe/London", "Times are those of London."), ("Etc/UTC", "Times are in UTC.")],
)
def test_the_zone_is_printed(zone: str, words: str) -> None:
    record = amaras_record()
    record = replace(record, practice=replace(record.practice, zone=zone))
    assert any(text.startswith(words) for text in texts(record))


def test_initials_end_in_one_stop() -> None:
    client = amara()
    named = replace(client, details=replace(client.details, name="J. B."))
    record = replace(amaras_record(named), asked_at=None)
    assert texts(record)[1].startswith("For J. B. Made on 17 November 2026. It lists")


def test_what_the_client_can_do_is_told_with_ways_to_reach_the_coach() -> None:
    (rights,) = [text for text in texts(amaras_record()) if text.startswith("You can change")]
    assert (
        "by telling Hanna in any way: hanna@whitlock.example; 01632 960 018; "
        "4 Mill Street, Penwick."
    ) in rights
    assert "Hanna replies within one month." in rights
    assert "You can complain to a data protection authority at any time." in rights
    assert rights.endswith("The law that applies: the UK GDPR and the Data Protection Act 2018.")


def test_what_a_notice_calls_gdpr_is_told_where_it_has_another_name() -> None:
    says = "the UK GDPR applies here"
    record = amaras_record()
    assert any(says in text for text in texts(record))
    there = replace(record, practice=replace(record.practice, jurisdiction="DE"))
    assert not any(says in text for text in texts(there))


def test_ways_that_are_not_given_are_left_out() -> None:
    record = replace(amaras_record(), practice=replace(HANNA, phone=""))
    (rights,) = [text for text in texts(record) if text.startswith("You can change")]
    assert "in any way: hanna@whitlock.example; 4 Mill Street, Penwick." in rights


def test_each_notice_is_printed_in_full_with_its_entries() -> None:
    record = amaras_record()
    written = texts(record)
    for _, notice in record.notices:
        assert all(paragraph in written for paragraph in notice.text.split("\n\n"))
    assert "Version 1, in British English. For entries 4, 8 and 9." in written
    assert "Version 1, in British English. For entry 1." in written


def test_it_says_where_its_parts_are_once_that_is_known() -> None:
    record = amaras_record()
    known = Known({"notices": 3, "notices end": 7, "check": 8}, 8)
    assert "The notices are on pages 3 to 7. How to check this record is on page 8." in texts(
        record, known
    )
    foot = record_foot(record, to_json(record), 2, known)
    assert foot.left == (
        "Record CR-7F2C-91A0-44DE, made by Underrose. No session notes are included.",
        f"Not signed. Check number: {check_number(to_json(record))}. How to check it: page 8.",
    )
    assert foot.right == "Page 2 of 8"


def test_it_says_plainly_that_it_is_not_signed() -> None:
    assert any(text.startswith("This record is not signed.") for text in texts(amaras_record()))


def test_lost_letters_are_confessed() -> None:
    record = amaras_record()
    known = Known({"notices": 1, "notices end": 1, "check": 1}, 1, lost_letters=True)
    assert any(text.startswith("A □ stands where") for text in texts(record, known))
    assert not any("□" in text for text in texts(record))


def test_a_made_up_record_says_so_above_and_on_every_page() -> None:
    record = replace(amaras_record(), made_up=True)
    assert any("nobody on this record exists" in text for text in texts(record))
    foot = record_foot(record, to_json(record), 1, Known({"check": 2}, 2))
    assert "Made up: nobody on it exists." in foot.left[0]


def test_a_real_record_says_no_such_thing() -> None:
    record = amaras_record()
    foot = record_foot(record, to_json(record), 1, Known({"check": 2}, 2))
    assert not any("ade up" in text for text in (*texts(record), *foot.left))
