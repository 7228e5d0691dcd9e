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
    """A UUIDv7 (RFC 9562 §5.7): 48 bits of Unix milliseconds, then 74 random bits."""
    milliseconds = time.time_ns() // 1_000_000 & 0xFFFF_FFFF_FFFF
    value = milliseconds << 80 | secrets.randbits(80)
    value = value & ~(0xF << 76) | 0x7 << 76
    value = value & ~(0x3 << 62) | 0x2 << 62
    return UUID(int=value)
