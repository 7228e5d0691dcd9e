"""When a note is written: a pure policy, told what happens and asked what is next.

Every time is in milliseconds of one clock that never goes back.
"""

from dataclasses import dataclass

RETRY = 5_000  # between attempts while saving fails


@dataclass
class Autosave:
    """Says when the newest text is due, so that writes are never two at a time.

    A write is due `idle` after the last key, and `longest` after the oldest change that no
    write has carried yet; after a failure, every five seconds. One that takes longer than
    `longest` is slow: only then is it worth a word on screen.
    """

    idle: int
    longest: int
    _oldest: int | None = None  # of the changes that no write carries yet
    _last: int = 0
    _carried: int | None = None  # the oldest change in the write that runs
    _started: int | None = None
    _failed: int | None = None

    @property
    def unsaved_since(self) -> int | None:
        """When the oldest change that isn't saved was made; None when everything is."""
        return self._oldest if self._carried is None else self._carried

    @property
    def is_writing(self) -> bool:
        """Whether a write runs."""
        return self._started is not None

    @property
    def has_failed(self) -> bool:
        """Whether the last write failed."""
        return self._failed is not None

    def is_slow(self, now: int) -> bool:
        """Whether the write that runs has taken too long to say nothing."""
        return self._started is not None and now >= self._started + self.longest

    def due(self) -> int | None:
        """When the next write begins; None while there is nothing to write, or one runs."""
        if self._oldest is None or self._started is not None:
            return None
        if self._failed is not None:
            return self._failed + RETRY
        return min(self._last + self.idle, self._oldest + self.longest)

    def wake(self, now: int) -> int | None:
        """When to look again; None when only something new can change anything."""
        if self._started is not None and not self.is_slow(now):
            return self._started + self.longest
        return self.due()

    def edited(self, now: int) -> None:
        """The text changed."""
        self._last = now
        if self._oldest is None:
            self._oldest = now

    def started(self, now: int) -> None:
        """A write began, and carries everything typed so far."""
        self._carried, self._oldest = self._oldest, None
        self._started = now

    def succeeded(self) -> None:
        """What the write carried is saved."""
        self._carried = self._started = self._failed = None

    def failed(self, now: int) -> None:
        """The write did not happen: what it carried is unsaved, along with what came since."""
        self._oldest, self._carried = self._carried, None
        self._started, self._failed = None, now
