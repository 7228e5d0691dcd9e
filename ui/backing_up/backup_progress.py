"""How far a backup has come, and about how long it will still take."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from app.workflows.backup.step import Stage

if TYPE_CHECKING:  # the ciphers behind it come after the first paint
    from app.workflows.backup.places import Place

TOLD_AFTER = 2.0  # seconds of a stage: before, any guess is wild
# About how much of the whole each stage takes, on a stick of the usual speed.
SHARES = (20, 30, 3, 12, 35)


@dataclass(frozen=True)
class BackupProgress:
    """`done` of `total` bytes, or records in PROVE; `size` in bytes is 0 until it is known.

    With `stopping` it was given up, and what was written of it goes.
    """

    place: "Place"
    stage: Stage = Stage.STAGING
    done: int = 0
    total: int = 0
    size: int = 0
    seconds_left: float | None = None
    stopping: bool = False
    with_passphrase: bool = False  # of its own, which is kept nowhere

    @property
    def percent(self) -> int:
        """How much of this stage is done."""
        if self.stage is Stage.PLACED:
            return 100
        if not self.total:
            return 0
        return 100 if self.done >= self.total else min(99, round(100 * self.done / self.total))


@dataclass
class Pace:
    """Guesses the rest from how fast the present stage goes."""

    _stage: Stage = Stage.STAGING
    _began: float | None = None
    _shares: tuple[int, ...] = field(default=SHARES)

    def seconds_left(self, stage: Stage, done: int, total: int, now: float) -> float | None:
        """The rest in seconds, None while that can't be told; `now` is of a monotonic clock."""
        if stage is Stage.PLACED:
            return 0.0
        if stage is Stage.SEAL:
            return None  # nobody knows how much the drive has held back
        if self._began is None or stage is not self._stage:
            self._stage, self._began = stage, now
        spent = now - self._began
        if spent < TOLD_AFTER or not 0 < done <= total:
            return None
        whole = spent * total / done
        later = sum(self._shares[stage + 1 :]) / self._shares[stage]
        return whole - spent + whole * later
