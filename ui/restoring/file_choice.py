"""Which backup, asked in the dialog for files: it begins where a stick shows up."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ui.jobs import Jobs
from ui.translation import translate
from ui.ways_in.kit_file import find_drives
from ui.widgets.file_dialog import ask_file


def ask_backup(window: QWidget, start: Path, then: Callable[[Path], None]) -> None:
    """Asks for one at once."""
    ask_file(
        window,
        translate("FileForm", "Choose a backup"),
        start,
        translate("FileForm", "Backups (*.underrose-backup);;All files (*)"),
        translate("FileForm", "Choose"),
        then,
    )


class FileChoice(QObject):
    """Asks over a window, once it is known where the drives are."""

    chosen = Signal(object)  # Path

    def __init__(self, jobs: Jobs, window: QWidget, find: Callable[[], Path] = find_drives) -> None:
        super().__init__(window)
        self._jobs = jobs
        self._window = window
        self._find = find

    def ask(self) -> None:
        """Asks; `chosen` has the answer, if there is one."""
        self._jobs.away(self, self._find, self._ask, lambda _: self._ask(Path.home()))

    def _ask(self, start: Path) -> None:
        ask_backup(self._window, start, self.chosen.emit)
