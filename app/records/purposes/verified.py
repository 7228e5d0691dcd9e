"""What the ledger vouches for in purposes: the template, and every notice with its exact text."""

import json
from typing import Any, cast
from uuid import UUID

from app.ledger.verified import Verified
from crypto.vault.connection import Row

_COLUMNS = """
    key, template, made_ms, made_zone,
    (SELECT json_group_array(json_array(hex(id), version, language, text)) FROM
     (SELECT * FROM notices AS n WHERE n.purpose_id = purposes.id ORDER BY version))
"""
_NOTICES_ALONE = "SELECT id FROM notices WHERE purpose_id NOT IN (SELECT id FROM purposes)"


def _content_1(row: Row) -> dict[str, Any]:
    key, template, made_ms, made_zone, notices = cast(tuple[str, str, int, str, str], row)
    told = json.loads(template)
    if told["key"] != key:
        raise ValueError("found under another key than its own")
    return {
        "template": told,
        "made_ms": made_ms,
        "made_zone": made_zone,
        "notices": [
            {"id": str(UUID(hex=id)), "version": version, "language": language, "text": text}
            for id, version, language, text in json.loads(notices)
        ],
    }


PURPOSES = Verified(
    "purpose",
    "purposes",
    _COLUMNS,
    {"purpose/1": _content_1},
    strays=_NOTICES_ALONE,
)
