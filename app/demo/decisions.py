"""What a made-up client decided about each purpose, and when, in every state there is."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from enum import StrEnum
from random import Random

from app.core.clock import Moment
from app.core.ids import ClientId
from app.demo.stock import Stock
from app.records.consents.record import EventKind, Method
from app.records.consents.service import Decision
from app.records.purposes.record import Purpose

NOT_ASKED = 5  # one purpose in so many was never asked about
MONTH = timedelta(days=30)
USUAL = 12  # months, where a purpose has no end of its own


class Course(StrEnum):
    """How it went with one purpose, from the first asking to today."""

    GIVEN = "given"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    RENEWED = "renewed"
    EXPIRED = "expired"
    ASKED = "asked"
    ASKED_AGAIN = "asked_again"


# By turns, so that even a small practice has every state. Most people say yes to most things.
_TURNS = (
    Course.GIVEN, Course.GIVEN, Course.REFUSED, Course.RENEWED, Course.GIVEN, Course.EXPIRED,
    Course.WITHDRAWN, Course.GIVEN, Course.ASKED, Course.ASKED_AGAIN, Course.GIVEN,
)  # fmt: skip
_METHODS = (Method.ON_PAPER, Method.ON_PAPER, Method.ALOUD, Method.EMAIL, Method.MESSAGE)


class Decisions:
    """The decisions of one client between two moments."""

    def __init__(
        self, number: int, first: Moment, last: Moment, stock: Stock, chance: Random
    ) -> None:
        """`number` is the client's, from 0; nothing happens before `first` or after `last`."""
        self._number = number
        self._first = first
        self._last = last
        self._stock = stock
        self._chance = chance

    def about(self, client: ClientId, purposes: Sequence[Purpose]) -> tuple[Decision, ...]:
        """Everything that was decided, oldest first."""
        found: list[Decision] = []
        for at, purpose in enumerate(purposes):
            turn = self._number * 3 + at
            if turn % NOT_ASKED != NOT_ASKED - 1:
                found += self._course(client, purpose, _TURNS[turn % len(_TURNS)])
        return tuple(sorted(found, key=lambda decision: decision.at.utc))

    def _course(self, client: ClientId, purpose: Purpose, course: Course) -> Iterator[Decision]:
        asked = self._between(self._first, self._last, 0.0, 0.05)
        later = self._between(asked, self._last, 0.55, 0.8)
        span = self._last.utc - asked.utc
        months = MONTH * (purpose.template.end_months or USUAL)

        def said(kind: EventKind, at: Moment, ends_on: date | None = None) -> Decision:
            method, remark = self._chance.choice(_METHODS), ""
            if kind is not EventKind.REQUESTED and not self._chance.randrange(6):
                remark = self._stock.draw("remark", self._chance, {})
            return Decision(
                client, purpose.id, purpose.notice.id, kind, at, method, ends_on, remark
            )

        ends = purpose.template.end_months is not None
        match course:
            case Course.GIVEN:
                # One that ends by itself was given not long ago.
                at = max(asked, self._last.plus(-months * 0.8)) if ends else asked
                yield said(EventKind.GIVEN, at, at.plus(months).day if ends else None)
            case Course.REFUSED:
                yield said(EventKind.REFUSED, asked)
            case Course.WITHDRAWN:
                yield said(EventKind.GIVEN, asked)
                yield said(EventKind.WITHDRAWN, later)
            case Course.RENEWED:
                yield said(EventKind.GIVEN, asked, later.plus(timedelta(days=9)).day)
                yield said(EventKind.RENEWED, later, later.plus(months).day if ends else None)
            case Course.EXPIRED:
                yield said(EventKind.GIVEN, asked, asked.plus(min(months, span * 0.6)).day)
            case Course.ASKED:
                yield said(EventKind.REQUESTED, self._between(asked, self._last, 0.9, 0.95))
            case Course.ASKED_AGAIN:
                yield said(EventKind.REFUSED, asked)
                yield said(EventKind.REQUESTED, later)
                yield said(EventKind.GIVEN, self._between(later, self._last, 0.1, 0.2))

    def _between(self, first: Moment, last: Moment, low: float, high: float) -> Moment:
        """A moment by day, so far on the way from one to the other."""
        part = low + (high - low) * self._chance.random()
        at = first.plus(timedelta(seconds=int((last.utc - first.utc).total_seconds() * part)))
        by_day = at.plus(timedelta(hours=self._chance.randrange(9, 18) - at.local.hour))
        return min(max(by_day, first), last)
