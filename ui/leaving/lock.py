"""Leaving: cover at once, save what is not saved yet, end the process."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from app.core.errors import AppError
from app.process.faults import report
from app.process.verbs import Verb
from crypto.errors import CryptoError
from ui.jobs import Jobs
from ui.process.clipboard import take_back
from ui.process.link import SupervisorLink

if TYPE_CHECKING:  # its imports (ciphers, records) come after the first paint
    from app.workspace import Workspace

Saving = Callable[["Workspace"], object]
Unsaved = Callable[[], Saving | None]
BeforeLock = Callable[[QObject, Unsaved], None]  # Lock.before_lock, for those who need no more

TRY_AGAIN = 5_000  # milliseconds


def optional(saving: Saving) -> Saving:
    """For what nobody typed: whatever becomes of it, the vault is closed all the same."""

    def save(workspace: "Workspace") -> None:
        try:
            saving(workspace)
        except Exception as error:  # noqa: BLE001 - a lock that it held up would be held up for ever
            if not isinstance(error, AppError | CryptoError):
                report(error)

    return save


def _at_once(quit_now: Callable[[], None]) -> None:
    quit_now()


class Lock(QObject):
    """Locks without a question, or quits; both end this process, after a lock another begins.

    Whoever holds what a person typed says so once:

        lock.before_lock(self, self._unsaved)

    `_unsaved` returns what saves everything that the vault has not acknowledged yet, or None:

        def _unsaved(self) -> Saving | None:
            text = self._editor.paragraphs()
            return None if text == self._acknowledged else lambda vault: vault.notes.save(text)

    It runs on the GUI thread after the windows are hidden, and again every 5 seconds as long as
    saving fails; the process stays that long. What may be lost is `optional`.
    """

    leaving = Signal(bool)  # whether a window of ours is in front; they are hidden by now

    def __init__(
        self,
        jobs: Jobs,
        link: SupervisorLink,
        end: Callable[[], None],
        parent: QObject | None = None,
    ) -> None:
        """`end` ends the process at once."""
        super().__init__(parent)
        self._jobs = jobs
        self._link = link
        self._end = end
        self._hooks: list[tuple[QObject, Unsaved]] = []
        self._leaving = False
        self._before_quit: Callable[[Callable[[], None]], None] = _at_once
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(TRY_AGAIN)
        self._again.timeout.connect(self._save)
        link.lock_asked.connect(self.lock)
        link.quit_asked.connect(self.quit)

    def before_lock(self, owner: QObject, unsaved: Unsaved) -> None:
        """Asks `unsaved` at each lock, as long as `owner` is there."""
        self._hooks.append((owner, unsaved))

    def ask_before_quit(self, ask: Callable[[Callable[[], None]], None]) -> None:
        """Lets `ask` come between a person and `quit`, which it is given; never a lock."""
        self._before_quit = ask

    def lock(self) -> None:
        """Covers and ends; a new process shows the lock screen."""
        self._leave(Verb.LOCK)

    def quit(self) -> None:
        """Covers and ends Underrose."""
        self._leave(Verb.QUIT)

    def ask_to_quit(self) -> None:
        """Quits, unless there is something to ask first: for a person, who can answer."""
        self._before_quit(self.quit)

    def _leave(self, verb: Verb) -> None:
        if self._leaving:
            return
        self._leaving = True
        self._link.tell(verb)
        in_front = QApplication.activeWindow() is not None
        for window in QApplication.topLevelWidgets():
            window.hide()
        self.leaving.emit(in_front)
        take_back()
        self._save()

    def _save(self) -> None:
        self._jobs.close(self, self.unsaved(), self._end, self._cannot_save)

    def _cannot_save(self, _error: Exception) -> None:
        self._link.tell(Verb.CANNOT_SAVE)
        self._again.start()

    def unsaved(self) -> list[Saving]:
        """What saves everything that the vault has not acknowledged yet."""
        found: list[Saving] = []
        for owner, unsaved in self._hooks:
            if shiboken6.isValid(owner):
                try:
                    saving = unsaved()
                except Exception as error:  # noqa: BLE001 - nothing comes between a person and a lock
                    report(error)
                else:
                    found += [] if saving is None else [saving]
        return found
