"""The clock of a practice that is being made up: it goes through the years, then with the world."""

from app.core.clock import Clock, Moment


class YearsClock:
    """Stands at a moment of the past until it is moved on, or until it arrives in the present."""

    def __init__(self, begins: Moment, present: Clock) -> None:
        """Stands at `begins`; `present` is what it tells once it has arrived."""
        self._at: Moment | None = begins
        self._present = present

    def now(self) -> Moment:
        """The moment at which it stands; the present one after `arrive`."""
        return self._at or self._present.now()

    def go_to(self, at: Moment) -> None:
        """Moves to another moment; after `arrive` that is a mistake and raises RuntimeError."""
        if self._at is None:
            raise RuntimeError("the years are over")
        self._at = at

    def arrive(self) -> None:
        """Goes with the world from here on."""
        self._at = None
