"""What the ledger vouches for in disclosures."""

from typing import Any

from app.ledger.verified import Verified
from app.records.disclosures import record, repository
from crypto.vault.connection import Row


def _content_1(row: Row) -> dict[str, Any]:
    return dict(record.content(repository.from_row(row)))


DISCLOSURES = Verified(
    "disclosure",
    "disclosures",
    repository.COLUMNS,
    {"disclosure/1": _content_1},
    appended=True,
)
