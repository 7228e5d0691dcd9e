"""What the ledger vouches for in consents: their events, each with the consent it belongs to."""

from typing import Any, cast
from uuid import UUID

from app.core.ids import ClientId, ConsentId, PurposeId
from app.ledger.verified import Verified
from app.records.consents import record, repository
from app.records.consents.record import Consent
from crypto.vault.connection import Row

# An event that names another client than its consent does finds no purpose, and is no record.
_COLUMNS = f"""
    {repository.EVENT_COLUMNS}, consent_id, client_id,
    (SELECT purpose_id FROM consents AS c
     WHERE c.id = consent_events.consent_id AND c.client_id = consent_events.client_id)
"""
_WITHOUT_EVENTS = """
SELECT id FROM consents AS c
WHERE NOT EXISTS (SELECT 1 FROM consent_events AS e WHERE e.consent_id = c.id)
"""


def _content_1(row: Row) -> dict[str, Any]:
    id, client, purpose = (UUID(bytes=cast(bytes, value)) for value in row[-3:])
    consent = Consent(ConsentId(id), ClientId(client), PurposeId(purpose), events=())
    return record.event_content(repository.event_from_row(row[:-3]), consent)


CONSENT_EVENTS = Verified(
    "consent_event",
    "consent_events",
    _COLUMNS,
    {"consent_event/1": _content_1},
    appended=True,
    strays=_WITHOUT_EVENTS,
)
