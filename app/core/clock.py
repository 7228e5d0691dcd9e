"""Time as the app knows it: an instant in UTC with the zone in which it was noted."""

import os
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Protocol
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, order=True)
class Moment:
    """An instant, kept to the millisecond, and the IANA zone where it was noted."""

    utc: datetime
    zone: str

    def __post_init__(self) -> None:
        if self.utc.utcoffset() != timedelta(0):
            raise ValueError("a Moment is in UTC")

    @property
    def milliseconds(self) -> int:
        """Whole milliseconds since the Unix epoch."""
        return (self.utc - EPOCH) // timedelta(milliseconds=1)

    @property
    def local(self) -> datetime:
        """The wall time in the zone where it was noted."""
        return self.utc.astimezone(ZoneInfo(self.zone))

    @property
    def day(self) -> date:
        """The calendar day in the zone where it was noted."""
        return self.local.date()

    @classmethod
    def of(cls, milliseconds: int, zone: str) -> "Moment":
        """The moment `milliseconds` after the Unix epoch, noted in `zone`."""
        return cls(EPOCH + timedelta(milliseconds=milliseconds), zone)

    def in_zone(self, zone: str) -> "Moment":
        """The same instant, told in another zone."""
        return Moment(self.utc, zone)

    def plus(self, span: timedelta) -> "Moment":
        """The moment `span` later, in the same zone."""
        return Moment(self.utc + span, self.zone)


class Clock(Protocol):
    """Where every service takes the time from, so that tests can say what it is."""

    def now(self) -> Moment:
        """The present moment in this computer's zone."""
        ...


class SystemClock:
    """The computer's own clock and zone."""

    def now(self) -> Moment:
        """The present moment, cut to the millisecond, in this computer's zone."""
        at = datetime.now(UTC)
        return Moment(at.replace(microsecond=at.microsecond // 1000 * 1000), local_zone())


def local_zone() -> str:
    """This computer's IANA zone name, "UTC" when it cannot be told."""
    for candidate in (os.environ.get("TZ", "").lstrip(":"), _linked_zone(), _written_zone()):
        if candidate and _exists(candidate):
            return candidate
    return "UTC"


def _linked_zone() -> str:
    try:
        target = str(Path("/etc/localtime").readlink())
    except OSError:
        return ""
    return target.partition("zoneinfo/")[2]


def _written_zone() -> str:
    try:
        return Path("/etc/timezone").read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError):
        return ""


def _exists(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True
