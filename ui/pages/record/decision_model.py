"""Puts what a client decided on record."""

from PySide6.QtCore import QObject, Signal

from app.core.changes import Changes
from app.core.clock import Clock, Moment
from app.records.consents.service import Decision
from ui.jobs import Jobs


class DecisionModel(QObject):
    """One decision, told in the practice's zone."""

    recorded = Signal()
    refused = Signal(object)  # Exception

    def __init__(self, jobs: Jobs, clock: Clock, zone: str, parent: QObject | None = None) -> None:
        """Nothing is recorded yet."""
        super().__init__(parent)
        self._jobs = jobs
        self._clock = clock
        self._zone = zone

    def now(self) -> Moment:
        """The present moment in the practice's zone."""
        return self._clock.now().in_zone(self._zone)

    def record(self, decision: Decision) -> None:
        """Writes it into the vault; `recorded` or `refused` tells how it went."""

        def done(_changes: Changes) -> None:
            self.recorded.emit()

        self._jobs.write(
            self,
            lambda workspace: workspace.consents.record(decision),
            done,
            self.refused.emit,
        )
