"""The last page of a consent record: how to check it, and what is in its JSON file."""

import hashlib
from collections.abc import Iterator

from app.workflows.consent_record.json_ld import check_number
from app.workflows.consent_record.record import ConsentRecord, file_name
from ui.paper.blocks import Block, Column, Table, Text
from ui.paper.document import Known
from ui.paper.styles import BODY, FOOT, HEADING, STATEMENT, STRONG, TITLE
from ui.paper.words import full_day, isolated
from ui.translation import translate
from ui.words.zones import zone_words

CHECK_PAGE = "check"
_PAIR = (Column("", 0.2, STRONG), Column("", 0.8))
_SECTION = 15.0
_PARAGRAPH = 4.5
_COMMANDS = (
    ("Linux", "sha256sum {file}"),
    ("macOS", "shasum -a 256 {file}"),
    ("Windows", "certutil -hashfile {file} SHA256"),
)


def check_page(record: ConsentRecord, json_bytes: bytes, known: Known) -> Iterator[Block]:
    """The page's blocks."""
    yield Text(
        TITLE,
        translate("Paper", "How to check this record"),
        keep=True,
        anchor=CHECK_PAGE,
        new_page=True,
    )
    opening = translate(
        "Paper",
        "Attached to this PDF is the same record as a file for programs. The check number is "
        "worked out from that file: if one letter of it were changed, it would be another number.",
    )
    yield Text(STATEMENT, opening, _PARAGRAPH)
    yield _facts(record, json_bytes)
    yield from _steps(record)
    yield from _proof(record, known)
    yield Text(HEADING, translate("Paper", "What is in the JSON file"), _SECTION, keep=True)
    yield _fields()


def _facts(record: ConsentRecord, json_bytes: bytes) -> Table:
    made = translate("Paper", "{day}, {time}, {zone}").format(
        day=full_day(record.today),
        time=f"{record.in_zone(record.made_at).local:%H:%M}",
        zone=zone_words(record.practice.zone),
    )
    attached = translate(
        "Paper",
        "{json}, for programs\n{html}, for screen readers, since this PDF has no tags",
    ).format(json=file_name(record, "json"), html=file_name(record, "html"))
    rows = (
        (translate("Paper", "Record"), record.number),
        (translate("Paper", "Made"), made),
        (translate("Paper", "Check number"), check_number(json_bytes)),
        (translate("Paper", "SHA-256 in full"), hashlib.sha256(json_bytes).hexdigest()),
        (translate("Paper", "Attached files"), attached),
    )
    return Table(_PAIR, rows, compact=True, before=_SECTION)


def _steps(record: ConsentRecord) -> Iterator[Block]:
    name = file_name(record, "json")
    yield Text(HEADING, translate("Paper", "To check it"), _SECTION, keep=True)
    save = translate(
        "Paper",
        "Open this PDF in a program that shows attachments, often behind a paper clip, and save "
        "the one that ends in .json. Give the computer this command in the folder where you saved "
        "it. The answer begins with the check number, without its spaces.",
    )
    yield Text(BODY, save, _PARAGRAPH, keep=True)
    yield Table(
        _PAIR,
        tuple((system, command.format(file=name)) for system, command in _COMMANDS),
        compact=True,
    )


def _proof(record: ConsentRecord, known: Known) -> Iterator[Block]:
    title = translate("Paper", "What that shows, and what it doesn’t")
    yield Text(HEADING, title, _SECTION, keep=True)
    words = translate(
        "Paper",
        "This record is not signed. The check number shows that the attached file is the one that "
        "this page was made with; it doesn’t show who made it. {coach}’s vault keeps the same "
        "number for this export, so that the two can be compared.",
    )
    yield Text(BODY, words.format(coach=isolated(record.coach_first_name)), _PARAGRAPH)
    if known.lost_letters:
        lost = translate(
            "Paper",
            "A □ stands where this computer had no shape for a letter; in the attached files "
            "the text is whole.",
        )
        yield Text(BODY, lost, _PARAGRAPH)


def _fields() -> Table:
    rows = (
        (
            "dct:conformsTo",
            translate("Paper", "the standard: ISO/IEC TS 27560 in W3C’s terms"),
        ),
        ("dct:identifier, skos:notation", translate("Paper", "the record’s own numbers")),
        ("dpv:hasDataSubject", translate("Paper", "you, by a number instead of your name")),
        ("dpv:hasEntity", translate("Paper", "the practice, and whoever else learns something")),
        ("dpv:hasNotice", translate("Paper", "each notice: text, version, language, SHA-256")),
        ("dpv:hasProcess", translate("Paper", "each consent, with all that follows")),
        ("dpv:hasPurpose", translate("Paper", "what it is for")),
        ("dpv:hasLegalBasis", translate("Paper", "its ground in the law")),
        ("dpv:hasPersonalData", translate("Paper", "which data")),
        ("dpv:hasRecipient", translate("Paper", "who learns of it; you alone if nobody else does")),
        (
            "dpv:hasStorageCondition",
            translate("Paper", "where and how long it is kept"),
        ),
        ("dpv:hasConsentStatus", translate("Paper", "its entries: what, when, by whom and how")),
        (
            "dpv:hasConsentControl, dpv:hasRight",
            translate("Paper", "how to give and withdraw it, and your other rights"),
        ),
        ("dpv:hasJurisdiction", translate("Paper", "the country whose law applies")),
    )
    columns = (Column("", 0.36, FOOT), Column("", 0.64, FOOT))
    return Table(columns, rows, compact=True)
