"""Reads what Underrose is built on."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from resources.files import read_text
from ui.jobs import Jobs

if TYPE_CHECKING:  # the ciphers behind it come when they are asked
    from crypto.vault.versions import Versions


def versions() -> "Versions":
    """Asks the libraries; runs on a thread of its own."""
    # loading what is asked takes a while
    from crypto.vault.versions import versions as ask

    return ask()


class AboutModel(QObject):
    """The licences are many, and the libraries are asked: both when somebody looks."""

    licences_read = Signal(str)
    versions_read = Signal(object)  # Versions

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        """Nothing is read yet."""
        super().__init__(parent)
        self._jobs = jobs
        self._versions: Versions | None = None

    def read_licences(self) -> None:
        """Reads the licences of what others made; `licences_read` gets them."""
        read = partial(read_text, "licences/THIRD-PARTY.md")
        self._jobs.away(self, read, self.licences_read.emit, self._jobs.trouble.emit)

    def read_versions(self) -> None:
        """Asks the libraries once; `versions_read` gets the answer."""
        if self._versions is None:
            self._jobs.away(self, versions, self._take, self._jobs.trouble.emit)

    def _take(self, found: "Versions") -> None:
        self._versions = found
        self.versions_read.emit(found)
