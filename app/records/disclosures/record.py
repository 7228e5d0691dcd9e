"""A disclosure: something that left the vault about a client."""

from dataclasses import dataclass
from enum import StrEnum

from app.core.clock import Moment
from app.core.ids import ClientId, DisclosureId


class What(StrEnum):
    """What left the vault."""

    CONSENT_RECORD = "consent_record"


class ToWhom(StrEnum):
    """Who it went to."""

    CLIENT = "client"


@dataclass(frozen=True)
class Disclosure:
    """One hand-out: `record_number` stands on it; the hashes are of the files' exact bytes."""

    id: DisclosureId
    client: ClientId
    what: What
    to_whom: ToWhom
    at: Moment
    record_number: str
    pdf_sha256: bytes
    json_sha256: bytes


def content(disclosure: Disclosure) -> dict[str, str | int]:
    """What an entry of kind `disclosure/1` commits to."""
    return {
        "client": str(disclosure.client),
        "what": disclosure.what.value,
        "to_whom": disclosure.to_whom.value,
        "at_ms": disclosure.at.milliseconds,
        "at_zone": disclosure.at.zone,
        "record_number": disclosure.record_number,
        "pdf_sha256": disclosure.pdf_sha256.hex(),
        "json_sha256": disclosure.json_sha256.hex(),
    }
