"""Every kind of record that the ledger vouches for, in one list."""

from app.records.backups.verified import BACKUPS
from app.records.clients.verified import CLIENTS
from app.records.consents.verified import CONSENT_EVENTS
from app.records.disclosures.verified import DISCLOSURES
from app.records.practice.verified import PRACTICE
from app.records.purposes.verified import PURPOSES
from app.records.session_notes.verified import SESSION_NOTES
from app.records.sessions.verified import SESSIONS

VERIFIED = (
    PRACTICE,
    PURPOSES,
    CLIENTS,
    SESSIONS,
    SESSION_NOTES,
    CONSENT_EVENTS,
    DISCLOSURES,
    BACKUPS,
)
