"""Writes one note into the vault by itself, and knows how that stands."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from app.core.changes import Changes
from app.core.clock import Clock, Moment
from app.core.ids import ClientId, SessionId
from app.records.session_notes.record import SessionNote
from ui.jobs import Jobs
from ui.pages.session.autosave import Autosave
from ui.pages.session.lines import Lines, to_paragraphs

if TYPE_CHECKING:  # the ciphers behind it come after the first paint
    from app.workspace import Workspace

Saving = Callable[["Workspace"], Changes]


class Saved(Enum):
    """How the newest text stands."""

    UNTOUCHED = auto()  # nothing was written since the note was opened
    SAVED = auto()  # in the vault, or about to be
    SLOW = auto()  # a write takes longer than a second
    FAILED = auto()


@dataclass(frozen=True)
class Standing:
    """What a page says about saving; `at` is when it was saved, or since when it isn't."""

    saved: Saved = Saved.UNTOUCHED
    at: Moment | None = None
    error: Exception | None = None


class NoteSaver(QObject):
    """Saves what `lines` gives, soon after `edited` and again until it works."""

    changed = Signal()

    def __init__(
        self,
        jobs: Jobs,
        clock: Clock,
        policy: Autosave,
        session: SessionId,
        client: ClientId,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.session = session
        self.lines: Callable[[], Lines] = tuple
        self._client = client
        self._jobs = jobs
        self._clock = clock
        self._policy = policy
        self._saved_at: Moment | None = None
        self._failing_since: Moment | None = None
        self._error: Exception | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._look)

    @property
    def standing(self) -> Standing:
        """How the newest text stands now."""
        if self._policy.has_failed:
            return Standing(Saved.FAILED, self._failing_since, self._error)
        if self._policy.is_slow(_now()):
            return Standing(Saved.SLOW)
        return Standing(Saved.SAVED, self._saved_at) if self._saved_at else Standing()

    @property
    def has_unsaved(self) -> bool:
        """Whether there is text that the vault has not acknowledged."""
        return self._policy.unsaved_since is not None

    def edited(self) -> None:
        """The text changed."""
        self._policy.edited(_now())
        self._wait()

    def unsaved(self) -> Saving | None:
        """What saves everything not acknowledged yet; None when there is nothing."""
        return self._saving() if self.has_unsaved else None

    def save_now(self) -> None:
        """Saves without waiting for a pause, unless a write runs or failed just now."""
        if self._policy.due() is not None and not self._policy.has_failed:
            self._write()

    def keep(self) -> None:
        """Holds on to the text as it is, since another note will be shown in its place."""
        lines = self.lines()
        self.lines = lambda: lines

    def stop(self) -> None:
        """Saves nothing any more: there is nothing left to save."""
        self._timer.stop()
        self.deleteLater()

    def _look(self) -> None:
        due = self._policy.due()
        if due is not None and due <= _now():
            self._write()
        else:
            self.changed.emit()
            self._wait()

    def _write(self) -> None:
        self._policy.started(_now())
        self._jobs.write(self, self._saving(), self._written, self._not_written)
        self._wait()

    def _saving(self) -> Saving:
        lines, session, client = self.lines(), self.session, self._client

        def save(workspace: "Workspace") -> Changes:
            note = SessionNote(session, client, to_paragraphs(lines))
            return workspace.session_notes.autosave(note)

        return save

    def _written(self, _: Changes) -> None:
        self._policy.succeeded()
        self._saved_at = self._clock.now()
        self._failing_since = self._error = None
        self.changed.emit()
        self._wait()

    def _not_written(self, error: Exception) -> None:
        now = _now()
        self._policy.failed(now)
        self._error = error
        if self._failing_since is None:  # kept: the two clocks part when a computer sleeps
            ago = timedelta(milliseconds=(self._policy.unsaved_since or now) - now)
            self._failing_since = self._clock.now().plus(ago)
        self.changed.emit()
        self._wait()

    def _wait(self) -> None:
        """Sets the timer for whatever comes next."""
        wake = self._policy.wake(_now())
        if wake is None:
            self._timer.stop()
        else:
            self._timer.start(max(0, wake - _now()))


def _now() -> int:
    return time.monotonic_ns() // 1_000_000
