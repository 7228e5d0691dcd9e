"""What the ledger vouches for in final session notes."""

from typing import cast
from uuid import UUID

import msgspec

from app.ledger.verified import Verified
from crypto.vault.connection import Row

_TEXT = b'{"paragraphs":'


def _content_1(row: Row) -> bytes:
    # The row holds canonical JSON already; a note of half a million characters is not read twice.
    client, content, final_ms, final_zone = cast(tuple[bytes, bytes, int, str], row)
    if not content.startswith(_TEXT):
        raise ValueError("not a note")
    before = {"client": str(UUID(bytes=client)), "final_ms": final_ms, "final_zone": final_zone}
    return msgspec.json.encode(before)[:-1] + b"," + content[1:]


SESSION_NOTES = Verified(
    "session_note",
    "session_notes",
    "client_id, content, final_ms, final_zone",
    {"session_note/1": _content_1},
    key="session_id",
    appended=True,
)
