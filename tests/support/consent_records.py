"""Consent records to test with: Amara's, as the pictures have it, and what it is built from."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from app.core.clock import Moment
from app.core.ids import (
    ClientId,
    ConsentEventId,
    ConsentId,
    NoticeId,
    PurposeId,
    new_id,
)
from app.records.clients.record import Client, ClientDetails, Pronouns
from app.records.consents.record import Consent, ConsentEvent, EventKind, Method
from app.records.practice.record import Practice
from app.records.purposes.record import Notice, Purpose
from app.records.purposes.templates import read_templates
from app.workflows.consent_record.record import ConsentRecord, Line
from resources.files import read_bytes

ZONE = "Europe/London"
HANNA = Practice(
    practice_name="Whitlock Coaching",
    coach_name="Hanna Whitlock",
    email="hanna@whitlock.example",
    phone="01632 960 018",
    postal_address="4 Mill Street\nPenwick",
    jurisdiction="GB",
    zone=ZONE,
)


def at(
    year: int, month: int, day: int, hour: int = 10, minute: int = 0, zone: str = ZONE
) -> Moment:
    """A moment given in UTC, noted in `zone`."""
    return Moment(datetime(year, month, day, hour, minute, tzinfo=UTC), zone)


def amara(name: str = "Amara Osei", pronouns: Pronouns = Pronouns.SHE) -> Client:
    """The client that the pictures show, under any name."""
    return Client(ClientId(new_id()), ClientDetails(name, pronouns), at(2026, 3, 12))


def purpose(key: str, **changes: Any) -> Purpose:
    """A shipped purpose as a practice has it, with the fields of its template changed."""
    template, language, text = next(t for t in read_templates(read_bytes) if t[0].key == key)
    id = PurposeId(new_id())
    notice = Notice(NoticeId(new_id()), id, 1, language, text)
    return Purpose(id, replace(template, **changes), at(2026, 3, 1), (notice,))


class Diary:
    """Builds one client's consents event by event, numbering them as the app does."""

    def __init__(self, client: Client) -> None:
        self.client = client
        self._consents: dict[PurposeId, tuple[Purpose, ConsentId, list[ConsentEvent]]] = {}
        self._number = 0

    def note(
        self,
        what: Purpose,
        kind: EventKind,
        when: Moment,
        method: Method = Method.ON_PAPER,
        ends_on: date | None = None,
        remark: str = "",
        recorded_at: Moment | None = None,
    ) -> "Diary":
        """Appends an event to the consent for `what`."""
        self._number += 1
        _, _, events = self._consents.setdefault(what.id, (what, ConsentId(new_id()), []))
        events.append(
            ConsentEvent(
                id=ConsentEventId(new_id()),
                number=self._number,
                kind=kind,
                at=when,
                recorded_at=recorded_at or when,
                method=method,
                notice=what.notice.id,
                ends_on=ends_on,
                remark=remark,
            )
        )
        return self

    def record(
        self,
        made_at: Moment,
        asked_at: Moment | None = None,
        practice: Practice = HANNA,
        number: str = "CR-7F2C-91A0-44DE",
    ) -> ConsentRecord:
        """The consent record of everything noted so far."""
        lines = tuple(
            Line.of(Consent(id, self.client.id, what.id, tuple(events)), what, made_at.day)
            for what, id, events in self._consents.values()
        )
        return ConsentRecord(
            UUID("0198d3c5-5a31-7c44-9d0a-5b1f0d6a7e21"),
            number,
            made_at,
            asked_at,
            practice,
            self.client,
            lines,
        )


def amaras_record(client: Client | None = None) -> ConsentRecord:
    """What was asked of Amara between March and November, exported on 17 November 2026."""
    diary = Diary(client or amara())
    notes, email, texts = purpose("health_notes"), purpose("email"), purpose("text_messages")
    recording, quote = purpose("recording"), purpose("newsletter_quote")
    supervision = purpose("supervision")
    summary = purpose("sponsor_summary", name="Summary for Northfold Trust")
    given, refused, withdrawn = EventKind.GIVEN, EventKind.REFUSED, EventKind.WITHDRAWN
    first, june = at(2026, 3, 12, 10, 8), at(2026, 6, 2, 15, 42)
    diary.note(notes, given, first).note(email, given, first).note(texts, given, first)
    diary.note(recording, refused, first)
    diary.note(quote, given, at(2026, 3, 20, 11, 31), Method.ALOUD, ends_on=date(2026, 6, 20))
    diary.note(supervision, given, june)
    diary.note(summary, given, june, ends_on=date(2026, 12, 2))
    diary.note(recording, EventKind.REQUESTED, june, Method.ALOUD)
    diary.note(recording, refused, june, Method.ALOUD, remark="Perhaps later, not this year.")
    diary.note(
        texts, withdrawn, at(2026, 9, 9, 7, 14), Method.EMAIL, recorded_at=at(2026, 9, 10, 8, 2)
    )
    return diary.record(at(2026, 11, 17, 9, 30), asked_at=at(2026, 11, 17, 9, 5))
