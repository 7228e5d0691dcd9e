"""How far a backup has come, and about how long it will still take."""

from dataclasses import dataclass, field
from enum import IntEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the ciphers behind it come after the first paint
    from app.workflows.backup.places import Place

TOLD_AFTER = 2.0  # seconds of a phase: before, any guess is wild
# About how much of the whole each phase takes, on a stick of the usual speed.
SHARES = (20, 30, 3, 12, 35)


class Phase(IntEnum):
    """What is being done, in this order."""

    STAGE = 0  # copying the vault beside itself
    COPY = 1  # copying that to the drive
    SEAL = 2  # waiting until the drive has it
    READ = 3  # reading every byte back
    PROVE = 4  # reading every record back
    PLACED = 5  # it has its name, and counts


@dataclass(frozen=True)
class BackupProgress:
    """`done` of `total` bytes, or records in PROVE; `size` in bytes is 0 until it is known.

    With `stopping` it was given up, and what was written of it goes.
    """

    place: "Place"
    phase: Phase = Phase.STAGE
    done: int = 0
    total: int = 0
    size: int = 0
    seconds_left: float | None = None
    stopping: bool = False

    @property
    def percent(self) -> int:
        """How much of this phase is done."""
        if self.phase is Phase.PLACED:
            return 100
        if not self.total:
            return 0
        return 100 if self.done >= self.total else min(99, round(100 * self.done / self.total))


@dataclass
class Pace:
    """Guesses the rest from how fast the present phase goes."""

    _phase: Phase = Phase.STAGE
    _began: float | None = None
    _shares: tuple[int, ...] = field(default=SHARES)

    def seconds_left(self, phase: Phase, done: int, total: int, now: float) -> float | None:
        """The rest in seconds, None while that can't be told; `now` is of a monotonic clock."""
        if phase is Phase.PLACED:
            return 0.0
        if self._began is None or phase is not self._phase:
            self._phase, self._began = phase, now
        spent = now - self._began
        if spent < TOLD_AFTER or not 0 < done <= total:
            return None
        whole = spent * total / done
        later = sum(self._shares[phase + 1 :]) / self._shares[phase]
        return whole - spent + whole * later
