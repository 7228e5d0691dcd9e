"""The supervisor's side of a window's pipes, for tests of what the window says."""

import os
from dataclasses import dataclass, field

from app.process.verbs import Verb, verb_of
from ui.process.pipes import Pipes


@dataclass
class SupervisorSide:
    """Two pipes, and both ends of each."""

    start: Verb = Verb.FRESH
    _ends: list[int] = field(default_factory=list[int])

    def __post_init__(self) -> None:
        hears, self._to = os.pipe()
        self._from, says = os.pipe()
        os.set_blocking(self._from, False)
        self._ends = [hears, says, self._to, self._from]
        self.pipes = Pipes(hears, says, self.start)

    def says(self, verb: Verb, more: bytes = b"") -> None:
        """Says a verb to the window."""
        os.write(self._to, verb.value + more)

    def heard(self) -> list[Verb | None]:
        """What the window said since the last time."""
        try:
            said = os.read(self._from, 1_000)
        except BlockingIOError:
            return []
        return [verb_of(bytes([byte])) for byte in said]

    def hangs_up(self) -> None:
        """Says nothing more."""
        self._close(self._to)

    def stops_hearing(self) -> None:
        """Listens no more."""
        self._close(self._from)

    def close(self) -> None:
        """Closes all that is left."""
        for end in tuple(self._ends):
            self._close(end)

    def _close(self, end: int) -> None:
        if end in self._ends:
            self._ends.remove(end)
            os.close(end)
