"""Reads what Underrose is built on."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from resources.files import read_text
from ui.jobs import Jobs


class AboutModel(QObject):
    """The licences are many, so they are read when they are asked for."""

    licences_read = Signal(str)

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        """Nothing is read yet."""
        super().__init__(parent)
        self._jobs = jobs

    def read_licences(self) -> None:
        """Reads the licences of what others made; `licences_read` gets them."""
        read = partial(read_text, "licences/THIRD-PARTY.md")
        self._jobs.away(self, read, self.licences_read.emit, self._jobs.trouble.emit)
