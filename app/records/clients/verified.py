"""What the ledger vouches for in clients."""

from typing import Any

from app.ledger.verified import Verified
from app.records.clients import record, repository
from crypto.vault.connection import Row


def _content_1(row: Row) -> dict[str, Any]:
    return dict(record.content(repository.from_row(row)))


CLIENTS = Verified("client", "clients", repository.COLUMNS, {"client/1": _content_1})
