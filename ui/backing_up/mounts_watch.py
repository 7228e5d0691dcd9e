"""Tells when a drive comes in or goes out, without looking again and again."""

import os
import sys
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QSocketNotifier, QTimer, Signal

MOUNTS = Path("/proc/self/mountinfo")
SETTLED = 500  # milliseconds: what names a drive comes a moment after its mount


class MountsWatch(QObject):
    """The kernel says so where the list of mounts is a file; elsewhere nothing is told."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None, *, mounts: Path = MOUNTS) -> None:
        """Begin at once; whoever waits for a drive looks now and then all the same."""
        super().__init__(parent)
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(SETTLED)
        self._settled.timeout.connect(self.changed)
        try:
            descriptor = os.open(mounts, os.O_RDONLY) if sys.platform == "linux" else None
        except OSError:
            descriptor = None
        if descriptor is not None:
            self.watch(descriptor)
            self.destroyed.connect(partial(os.close, descriptor))

    def watch(self, descriptor: int) -> None:
        """Takes what the kernel says of a change: that there is something out of turn."""
        notifier = QSocketNotifier(descriptor, QSocketNotifier.Type.Exception, self)
        notifier.activated.connect(self._has_changed)

    def _has_changed(self) -> None:
        if not self._settled.isActive():
            self._settled.start()
