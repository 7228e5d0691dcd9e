"""Where a consent's history lies on a line of time; pure figures, drawn by the delegate."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum, auto
from zoneinfo import ZoneInfo

from app.core.clock import Moment
from app.core.day_words import plus_months
from app.records.consents.record import Consent, EventKind, State, state

_HOLDING = frozenset({EventKind.GIVEN, EventKind.RENEWED})
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
        until = _day(after.at, zone) if after else axis.last
        if event.kind in _HOLDING:
            points.append(Point(PointKind.GIVEN, on))
            end = min(until, event.ends_on) if event.ends_on else until
            running = after is None and state(consent, axis.today) is State.GIVEN
            bars.extend(_held(on, end, axis.today) if running else [Bar(BarKind.PAST, on, end)])
            if event.ends_on and event.ends_on <= until:
                kind = PointKind.ENDS if running else PointKind.EXPIRED
                points.append(Point(kind, event.ends_on))
        elif event.kind is EventKind.WITHDRAWN:
            points.append(Point(PointKind.WITHDRAWN, on))
        else:
            asked = event.kind is EventKind.REQUESTED
            points.append(Point(PointKind.REQUESTED if asked else PointKind.DECLINED, on))
            bars.append(Bar(BarKind.ASKED, on, until))
    return Track(tuple(bars), tuple(points))


def _held(start: date, end: date, today: date) -> list[Bar]:
    return [Bar(BarKind.HELD, start, min(end, today)), Bar(BarKind.AHEAD, today, end)]


def _day(moment: Moment, zone: str) -> date:
    return moment.utc.astimezone(ZoneInfo(zone)).date()
