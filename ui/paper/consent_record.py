"""What stands on a consent record, as blocks, in the order in which it is read."""

from collections.abc import Iterator

from app.records.clients.record import Client, Pronouns
from app.records.purposes.record import Notice, Purpose
from app.workflows.consent_record.json_ld import check_number
from app.workflows.consent_record.record import ConsentRecord
from ui.paper.blocks import Block, Letterhead, Text
from ui.paper.check_page import CHECK_PAGE, check_page
from ui.paper.consent_tables import entries_table, standings_table
from ui.paper.document import Foot, Known
from ui.paper.styles import HEADING, NAME, NOTE, SAYING, STATEMENT, TITLE
from ui.paper.words import full_day, isolated, language_name, listed, times_words
from ui.translation import translate
from ui.words.countries import country_name
from ui.words.laws import law_in_notices, law_words
from ui.words.sentences import filled

_NOTICES = "notices"
_NOTICES_END = "notices end"
_SECTION = 18.0  # space above a section's heading, in points
_UNDER_HEADING = 4.5
_PARAGRAPH = 6.0


def record_title() -> str:
    """The document's title; it never names the client."""
    return translate("Paper", "Consent record")


def record_blocks(record: ConsentRecord, json_bytes: bytes, known: Known) -> list[Block]:
    """The whole record. `known` is empty where there are no pages to speak of, as in HTML."""
    return [
        *_head(record),
        Text(HEADING, translate("Paper", "How things stand today"), _SECTION, keep=True),
        standings_table(record),
        Text(HEADING, translate("Paper", "Every entry, oldest first"), _SECTION, keep=True),
        entries_table(record),
        Text(NOTE, _about_entries(record), _UNDER_HEADING),
        Text(HEADING, translate("Paper", "What you can do with this"), _SECTION, keep=True),
        Text(SAYING, _rights(record), _UNDER_HEADING),
        *_where_to_look(known),
        *_notices(record),
        *check_page(record, json_bytes, known),
    ]


def record_foot(record: ConsentRecord, json_bytes: bytes, page: int, known: Known) -> Foot:
    """What stands at the foot of each page."""
    first = (
        translate("Paper", "Record {number}, made by Underrose. Made up: nobody on it exists.")
        if record.made_up
        else translate(
            "Paper", "Record {number}, made by Underrose. No session notes are included."
        )
    )
    second = translate("Paper", "Not signed. Check number: {check}. How to check it: page {page}.")
    number = translate("Paper", "Page {page} of {count}")
    return Foot(
        left=(
            first.format(number=record.number),
            second.format(check=check_number(json_bytes), page=known.page_of[CHECK_PAGE]),
        ),
        right=number.format(page=page, count=known.pages),
    )


def _head(record: ConsentRecord) -> Iterator[Block]:
    practice = record.practice
    details = (
        practice.coach_name,
        ", ".join((*practice.postal_address.splitlines(), country_name(practice.jurisdiction))),
        ", ".join(way for way in (practice.email, practice.phone) if way),
    )
    yield Letterhead(practice.practice_name, tuple(line for line in details if line))
    yield Text(TITLE, record_title(), 25.5, keep=True)
    if record.made_up:
        yield Text(STATEMENT, _made_up(), _UNDER_HEADING)
    yield Text(STATEMENT, _opening(record), _UNDER_HEADING)


def _opening(record: ConsentRecord) -> str:
    made = full_day(record.today)
    if record.asked_at is None:
        first = translate("Paper", "For {client}. Made on {day}.")
        asked = ""
    elif record.in_zone(record.asked_at).day == record.today:
        first = translate(
            "Paper", "For {client}. Made on {day}, at {whose} request of the same day."
        )
        asked = made
    else:
        first = translate("Paper", "For {client}. Made on {day}, at {whose} request of {asked}.")
        asked = full_day(record.in_zone(record.asked_at).day)
    second = translate(
        "Paper", "It lists every consent asked for since {since}, what was decided and how."
    )
    opening = filled(
        first,
        client=isolated(record.client.name),
        day=made,
        whose=_whose(record.client),
        asked=asked,
    )
    return f"{opening} {second.format(since=full_day(record.since))}"


def _made_up() -> str:
    return translate(
        "Paper",
        "Made up, for looking around: nobody on this record exists, and nothing was agreed.",
    )


def _whose(client: Client) -> str:
    return {
        Pronouns.SHE: translate("Paper", "her"),
        Pronouns.HE: translate("Paper", "his"),
        Pronouns.THEY: translate("Paper", "their"),
        Pronouns.UNSET: translate("Paper", "{name}’s").format(name=isolated(client.first_name)),
    }[client.details.pronouns]


def _about_entries(record: ConsentRecord) -> str:
    parts = [times_words(record.practice.zone)]
    if any(row.event is None for row in record.entries):
        parts.append(
            translate("Paper", "An expiry has no number: it follows from the end date alone.")
        )
    parts.append(
        translate(
            "Paper",
            "Entries are never edited or removed; a mistake is put right by a new entry.",
        )
    )
    return " ".join(parts)


def _rights(record: ConsentRecord) -> str:
    practice = record.practice
    address = ", ".join(practice.postal_address.splitlines())
    ways = [way for way in (practice.email, practice.phone, address) if way]
    coach = isolated(record.coach_first_name)
    return " ".join(
        (
            translate(
                "Paper",
                "You can change or withdraw any consent, ask for a correction, or ask for "
                "everything held about you, by telling {coach} in any way: {ways}.",
            ).format(coach=coach, ways="; ".join(ways)),
            translate(
                "Paper",
                "Withdrawing takes no reason, and what was done before it stays lawful. "
                "{coach} replies within one month.",
            ).format(coach=coach),
            translate("Paper", "You can complain to a data protection authority at any time."),
            law_words(practice.jurisdiction),
        )
    )


def _where_to_look(known: Known) -> Iterator[Block]:
    if not known.page_of:
        return
    first, last = known.page_of[_NOTICES], known.page_of[_NOTICES_END]
    notices = (
        translate("Paper", "The notices are on page {first}.")
        if first == last
        else translate("Paper", "The notices are on pages {first} to {last}.")
    )
    check = translate("Paper", "How to check this record is on page {page}.")
    yield Text(
        NOTE,
        notices.format(first=first, last=last) + " " + check.format(page=known.page_of[CHECK_PAGE]),
        _PARAGRAPH,
    )


def _notices(record: ConsentRecord) -> Iterator[Block]:
    title = translate("Paper", "The notices, word for word")
    opening = translate(
        "Paper", "For each consent, what {coach} told you before you decided."
    ).format(coach=isolated(record.coach_first_name))
    yield Text(TITLE, title, keep=True, anchor=_NOTICES, new_page=True)
    which = law_in_notices(record.practice.jurisdiction)
    yield Text(STATEMENT, f"{opening} {which}".rstrip(), _UNDER_HEADING, keep=True)
    for purpose, notice in record.notices:
        yield Text(NAME, purpose.template.name, _SECTION, keep=True)
        yield Text(NOTE, _about_notice(record, purpose, notice), keep=True)
        question, *others = notice.text.split("\n\n")
        yield Text(STATEMENT, question, _PARAGRAPH, keep=True)
        for paragraph in others:
            yield Text(SAYING, paragraph, _PARAGRAPH, anchor=_NOTICES_END)


def _about_notice(record: ConsentRecord, purpose: Purpose, notice: Notice) -> str:
    numbers = [
        str(row.event.number)
        for row in record.entries
        if row.purpose.id == purpose.id and row.event and row.event.notice == notice.id
    ]
    words = (
        translate("Paper", "Version {version}, in {language}. For entry {numbers}.")
        if len(numbers) == 1
        else translate("Paper", "Version {version}, in {language}. For entries {numbers}.")
    )
    return words.format(
        version=notice.version, language=language_name(notice.language), numbers=listed(numbers)
    )
