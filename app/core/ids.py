"""Typed identifiers of records: UUIDs of version 7, which sort by the time they were made."""

import secrets
import time
from typing import NewType
from uuid import UUID

PracticeId = NewType("PracticeId", UUID)
ClientId = NewType("ClientId", UUID)
SessionId = NewType("SessionId", UUID)
PurposeId = NewType("PurposeId", UUID)
NoticeId = NewType("NoticeId", UUID)
ConsentId = NewType("ConsentId", UUID)
ConsentEventId = NewType("ConsentEventId", UUID)
DisclosureId = NewType("DisclosureId", UUID)


def new_id() -> UUID:
    """A UUIDv7 (RFC 9562 §5.7, §6.2 method 3): Unix milliseconds, their fraction, 62 random bits.

    Ids made one after another in one process sort in the order in which they were made.
    """
    milliseconds, rest = divmod(time.time_ns(), 1_000_000)
    fraction = rest * 4096 // 1_000_000
    return UUID(
        int=(milliseconds & 0xFFFF_FFFF_FFFF) << 80
        | 0x7 << 76
        | fraction << 64
        | 0x2 << 62
        | secrets.randbits(62)
    )
