"""Where a consent's history lies on a line of time; pure figures, drawn by the delegate."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum, auto

from app.core.clock import Moment
from app.core.day_words import plus_months
from app.records.consents.record import Consent, EventKind

_AHEAD = timedelta(days=31)
_FURTHEST_AHEAD = timedelta(days=92)
_SHORTEST = timedelta(days=90)
_LABELS_AT_MOST = 10


@dataclass(frozen=True)
class Axis:
    """The days shown, first and last included, and which of them is today."""

    first: date
    last: date
    today: date

    def at(self, day: date) -> float:
        """Where `day` lies: 0 at the left edge, 1 at the right, never outside."""
        share = (day - self.first) / (self.last - self.first)
        return min(1.0, max(0.0, share))

    def months(self) -> tuple[date, ...]:
        """The first days of the months to be labelled, few enough to be readable."""
        firsts: list[date] = []
        month = self.first.replace(day=1)
        while month <= self.last:
            if month >= self.first:
                firsts.append(month)
            month = plus_months(month, 1)
        step = -(-len(firsts) // _LABELS_AT_MOST)
        return tuple(firsts[::step])


class BarKind(Enum):
    """How a stretch of time is drawn."""

    HELD = auto()  # in force until today
    AHEAD = auto()  # in force from today on
    PAST = auto()  # was in force, and is no longer
    ASKED = auto()  # asked, or declined: nothing in force


class PointKind(Enum):
    """What happened on a day."""

    GIVEN = auto()
    REQUESTED = auto()
    DECLINED = auto()
    WITHDRAWN = auto()
    ENDS = auto()
    EXPIRED = auto()


@dataclass(frozen=True)
class Bar:
    """A stretch of time."""

    kind: BarKind
    start: date
    end: date


@dataclass(frozen=True)
class Point:
    """A day on which something happened."""

    kind: PointKind
    on: date


@dataclass(frozen=True)
class Track:
    """One consent's line."""

    bars: tuple[Bar, ...]
    points: tuple[Point, ...]


def axis_of(consents: tuple[Consent, ...], zone: str, today: date) -> Axis:
    """An axis on which everything that happened, today, and ends that are near can be seen."""
    happened = [_day(event.at, zone) for consent in consents for event in consent.events]
    ends = [consent.last.ends_on for consent in consents if consent.last.ends_on]
    near = [end for end in ends if today <= end <= today + _FURTHEST_AHEAD]
    first = min([*happened, today - _SHORTEST]).replace(day=1)
    last = max([today + _AHEAD, *(end + timedelta(days=7) for end in near)])
    return Axis(first, last, today)


def track_of(consent: Consent, axis: Axis, zone: str) -> Track:
    """One consent's bars and points on `axis`."""
    bars: list[Bar] = []
    points: list[Point] = []
    for event, after in zip(consent.events, (*consent.events[1:], None), strict=True):
        on = _day(event.at, zone)
        until = _day(after.at, zone) if after else None
        if event.kind.holds:
            points.append(Point(PointKind.GIVEN, on))
            bars.extend(_held(on, until, event.ends_on, axis))
            points.extend(_end(until, event.ends_on, axis))
        elif event.kind is EventKind.WITHDRAWN:
            points.append(Point(PointKind.WITHDRAWN, on))
        else:
            asked = event.kind is EventKind.REQUESTED
            points.append(Point(PointKind.REQUESTED if asked else PointKind.DECLINED, on))
            bars.append(Bar(BarKind.ASKED, on, until or axis.last))
    return Track(tuple(bars), tuple(points))


def _held(on: date, until: date | None, ends_on: date | None, axis: Axis) -> tuple[Bar, ...]:
    """The stretch from `on` to the event after it, to its own end, or into the time ahead."""
    end = min(day for day in (until, ends_on, axis.last) if day)
    if until or (ends_on and ends_on < axis.today):
        return (Bar(BarKind.PAST, on, end),)
    return (Bar(BarKind.HELD, on, axis.today), Bar(BarKind.AHEAD, axis.today, end))


def _end(until: date | None, ends_on: date | None, axis: Axis) -> tuple[Point, ...]:
    """The mark at a consent's own end, if it came to it or will on this axis."""
    if ends_on is None or ends_on > axis.last:
        return ()
    if ends_on < (until or axis.today):
        return (Point(PointKind.EXPIRED, ends_on),)
    return () if until else (Point(PointKind.ENDS, ends_on),)


def _day(moment: Moment, zone: str) -> date:
    return moment.in_zone(zone).day
