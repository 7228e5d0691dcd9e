"""A clock that says what a test wants it to."""

from datetime import UTC, datetime, timedelta

from app.core.clock import Moment

LONDON = "Europe/London"


class FixedClock:
    """Stands at one moment until it is moved."""

    def __init__(self, at: datetime | None = None, zone: str = LONDON) -> None:
        """Stands at `at` (UTC), by default on Tuesday 17 November 2026, 10:12 in London."""
        self._moment = Moment(at or datetime(2026, 11, 17, 10, 12, tzinfo=UTC), zone)

    def now(self) -> Moment:
        """The moment at which it stands."""
        return self._moment

    def go_to(self, at: datetime) -> None:
        """Moves to a moment in UTC, in the same zone."""
        self._moment = Moment(at, self._moment.zone)

    def move(self, span: timedelta) -> None:
        """Moves on by `span`, or back."""
        self._moment = self._moment.plus(span)
