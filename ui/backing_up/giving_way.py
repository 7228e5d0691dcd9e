"""What changes the kit or the key has a backup ended first, which would open with the old one."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from ui.backing_up.backup_run import BackupRun

PATIENCE = 10_000  # milliseconds: nobody waits longer for a drive that does not answer


class GivingWay(QObject):
    """Stops the backup under way; `then` comes once, when it is over or has taken too long."""

    def __init__(
        self,
        run: BackupRun,
        then: Callable[[], None],
        parent: QObject | None = None,
        *,
        again: bool,
    ) -> None:
        """With `again` what was stopped is begun anew after `then`, as it had been asked for."""
        super().__init__(parent)
        self._run, self._then = run, then
        self._again = run.again if again else None
        run.ended.connect(self._has_ended)
        run.over.connect(self._go_on)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._go_on)
        self._timer.start(PATIENCE)
        run.stop()

    def _has_ended(self) -> None:
        """It was too late to stop it: it is there, and is brought under the new kit."""
        self._again = None

    def _go_on(self) -> None:
        self._run.ended.disconnect(self._has_ended)
        self._run.over.disconnect(self._go_on)
        self._timer.stop()
        self.deleteLater()
        self._then()
        if self._again is not None:
            self._again()
