"""What the ledger vouches for in the practice's one row."""

from typing import Any, cast

from app.ledger.verified import Verified
from app.records.practice import record, repository
from app.records.practice.record import Practice
from crypto.vault.connection import Row


def _content_1(row: Row) -> dict[str, Any]:
    return dict(record.content(Practice(*cast(tuple[str, ...], row))))


PRACTICE = Verified("practice", "practice", repository.COLUMNS, {"practice/1": _content_1})
