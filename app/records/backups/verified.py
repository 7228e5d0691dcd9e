"""What the ledger vouches for in backups."""

from typing import Any

from app.ledger.verified import Verified
from app.records.backups import record, repository
from crypto.vault.connection import Row


def _content_1(row: Row) -> dict[str, Any]:
    return dict(record.content(repository.from_row(row)))


BACKUPS = Verified("backup", "backups", repository.COLUMNS, {"backup/1": _content_1})
