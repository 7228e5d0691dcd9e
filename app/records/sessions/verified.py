"""What the ledger vouches for in sessions."""

from typing import Any

from app.ledger.verified import Verified
from app.records.sessions import record, repository
from crypto.vault.connection import Row


def _content_1(row: Row) -> dict[str, Any]:
    return dict(record.content(repository.from_row(row)))


SESSIONS = Verified("session", "sessions", repository.COLUMNS, {"session/1": _content_1})
