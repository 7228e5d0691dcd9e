"""Consents and their events as rows."""

from datetime import date
from typing import cast
from uuid import UUID

from app.core.clock import Moment
from app.core.ids import ClientId, ConsentEventId, ConsentId, NoticeId, PurposeId
from app.records.consents.record import Consent, ConsentEvent, EventKind, Method
from app.storage.transaction import Reader, Writer
from crypto.vault.connection import Row

_OF_CLIENT = "SELECT id, purpose_id FROM consents WHERE client_id = ? ORDER BY id"
EVENT_COLUMNS = """
    id, number, kind, at_ms, at_zone, recorded_ms, recorded_zone, method, notice_id, ends_on, remark
"""
_EVENTS = f"""
SELECT consent_id, {EVENT_COLUMNS}
FROM consent_events WHERE client_id = ? ORDER BY number
"""
_ADD = "INSERT INTO consents (id, client_id, purpose_id) VALUES (?, ?, ?)"
_ADD_EVENT = """
INSERT INTO consent_events
    (id, consent_id, client_id, notice_id, number, kind, at_ms, at_zone, recorded_ms,
     recorded_zone, method, ends_on, remark)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_NEXT_NUMBER = "SELECT coalesce(max(number), 0) + 1 FROM consent_events WHERE client_id = ?"


def of_client(reader: Reader, client: ClientId) -> tuple[Consent, ...]:
    """A client's consents, each with its events oldest first, in the order first recorded."""
    events: dict[ConsentId, list[ConsentEvent]] = {}
    for row in reader.rows(_EVENTS, (client.bytes,)):
        consent = ConsentId(UUID(bytes=cast(bytes, row[0])))
        events.setdefault(consent, []).append(event_from_row(row[1:]))
    consents: list[Consent] = []
    for id, purpose in reader.rows(_OF_CLIENT, (client.bytes,)):
        consent = ConsentId(UUID(bytes=cast(bytes, id)))
        consents.append(
            Consent(
                id=consent,
                client=client,
                purpose=PurposeId(UUID(bytes=cast(bytes, purpose))),
                events=tuple(events[consent]),
            )
        )
    return tuple(consents)


def next_number(reader: Reader, client: ClientId) -> int:
    """The number of the client's next event."""
    return cast(int, reader.rows(_NEXT_NUMBER, (client.bytes,))[0][0])


def add(writer: Writer, consent: Consent) -> None:
    """Puts a new consent in, without its events."""
    writer.execute(_ADD, (consent.id.bytes, consent.client.bytes, consent.purpose.bytes))


def add_event(writer: Writer, consent: Consent, event: ConsentEvent) -> None:
    """Appends an event to a consent."""
    writer.execute(
        _ADD_EVENT,
        (
            event.id.bytes,
            consent.id.bytes,
            consent.client.bytes,
            event.notice.bytes,
            event.number,
            event.kind.value,
            event.at.milliseconds,
            event.at.zone,
            event.recorded_at.milliseconds,
            event.recorded_at.zone,
            event.method.value,
            event.ends_on.isoformat() if event.ends_on else None,
            event.remark,
        ),
    )


def event_from_row(row: Row) -> ConsentEvent:
    """The event that a row of `EVENT_COLUMNS` holds."""
    (
        id,
        number,
        kind,
        at_ms,
        at_zone,
        recorded_ms,
        recorded_zone,
        method,
        notice,
        ends_on,
        remark,
    ) = row
    return ConsentEvent(
        id=ConsentEventId(UUID(bytes=cast(bytes, id))),
        number=cast(int, number),
        kind=EventKind(cast(str, kind)),
        at=Moment.of(cast(int, at_ms), cast(str, at_zone)),
        recorded_at=Moment.of(cast(int, recorded_ms), cast(str, recorded_zone)),
        method=Method(cast(str, method)),
        notice=NoticeId(UUID(bytes=cast(bytes, notice))),
        ends_on=None if ends_on is None else date.fromisoformat(cast(str, ends_on)),
        remark=cast(str, remark),
    )
