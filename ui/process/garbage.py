"""Collects reference cycles on the GUI thread only.

A widget in a cycle must not die on the vault's thread, as it would whenever the collector happens
to run there: Qt crashes when an object is destroyed on another thread than its own.
"""

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY = 1_000  # milliseconds


class GarbageCollection(QObject):
    """Takes over from Python's own schedule for as long as the process lives."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.collect)
        self._timer.start(_EVERY)

    def collect(self) -> None:
        """Collects the oldest generation that is due by Python's own thresholds."""
        due = zip(gc.get_count(), gc.get_threshold(), strict=True)
        generations = [number for number, (count, limit) in enumerate(due) if count > limit]
        if generations:
            gc.collect(generations[-1])
