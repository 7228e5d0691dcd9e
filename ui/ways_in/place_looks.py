"""Looks at where a new vault is to lie, at once or when its name has been typed."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from app.vault_place.new_vault import PlaceLook
from ui.jobs import Jobs

PAUSE = 150  # milliseconds without a key, after which the disk is asked


class PlaceLooks(QObject):
    """Whoever asks says by `folder` where that is now; None while it has no name."""

    seen = Signal(object)  # PlaceLook, of where it still is
    failed = Signal(object)  # Exception

    def __init__(
        self,
        jobs: Jobs,
        look: Callable[[Path], PlaceLook],
        folder: Callable[[], Path | None],
        parent: QObject,
    ) -> None:
        """Nothing is looked at before it is asked for; `look` runs on a thread of its own."""
        super().__init__(parent)
        self._jobs = jobs
        self._look = look
        self._folder = folder
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self.look)

    def look_soon(self) -> None:
        """Looks when nothing was typed for a moment."""
        self._pause.start()

    def look(self) -> None:
        """Looks now."""
        self._pause.stop()
        folder = self._folder()
        if folder is not None:
            tell = partial(self._tell, folder)
            self._jobs.away(self, partial(self._look, folder), tell, self.failed.emit)

    def forget(self) -> None:
        """Nobody wants to know any more."""
        self._pause.stop()

    def _tell(self, folder: Path, look: PlaceLook) -> None:
        if folder == self._folder():
            self.seen.emit(look)
