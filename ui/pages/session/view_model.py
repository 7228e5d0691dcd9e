"""Opens a session, saves its note all the time, ends it and makes the note final."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from app.core.changes import Changes
from app.core.clock import Clock
from app.core.errors import SessionAlreadyEnded
from app.core.ids import ClientId, SessionId
from ui.jobs import Jobs
from ui.pages.session.autosave import Autosave
from ui.pages.session.lines import Lines, to_lines
from ui.pages.session.saver_model import NoteSaver, Saving
from ui.pages.session.state import MINUTE, Opened, Stage, State, derive
from ui.theme.tokens import Tokens

if TYPE_CHECKING:  # the ciphers behind it come after the first paint
    from app.workspace import Workspace

EARLIER = 100  # milliseconds left for a write, so that text is in the vault when it should be


class SessionModel(QObject):
    """Holds one open session; a note that is left before it is saved is kept until it is.

    Whoever shows the note sets `newest`, which gives its lines as they stand.
    """

    opened = Signal(object)  # Lines to show
    closed = Signal()  # the lines shown are no longer needed
    state_changed = Signal(object)  # State
    unread = Signal(object)  # Exception why there is no note to show; None once there may be
    ended = Signal(object)  # ClientId
    stays_draft = Signal()  # the note could not be made final

    def __init__(
        self, jobs: Jobs, clock: Clock, tokens: Tokens, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.newest: Callable[[], Lines] = tuple
        self.state: State | None = None
        self._jobs = jobs
        self._clock = clock
        self._tokens = tokens
        self._wanted: SessionId | None = None
        self._opened: Opened | None = None
        self._saver: NoteSaver | None = None
        self._kept: dict[SessionId, NoteSaver] = {}
        self._minute = QTimer(self)
        self._minute.setSingleShot(True)
        self._minute.timeout.connect(self._tell)

    def open(self, session: SessionId, client: ClientId) -> None:
        """Reads a session; the text of one that is open already stays as it is."""
        if session != self._wanted:
            self._leave()
            self._wanted = session

        def failed(error: Exception) -> None:
            self._jobs.trouble.emit(error)
            if session == self._wanted and self._opened is None:
                self.unread.emit(error)

        self._jobs.read(
            self, lambda workspace: _read(workspace, session, client), self._take, failed
        )

    def edited(self) -> None:
        """The note changed."""
        if self._saver is not None:
            self._saver.edited()

    def save_now(self) -> None:
        """Saves without waiting for a pause: the page is being left."""
        if self._saver is not None:
            self._saver.save_now()

    def unsaved(self) -> Saving | None:
        """What saves everything not acknowledged yet, before a lock; None when nothing is left."""
        savers = [*self._kept.values(), *([self._saver] if self._saver else [])]
        savings = [saving for saver in savers if (saving := saver.unsaved())]
        return _in_turn(savings) if savings else None

    def end(self) -> None:
        """Saves the note and ends the session."""
        opened = self._opened
        if opened is None or not opened.session.is_running:
            return

        def ended(_: Changes) -> None:
            self.ended.emit(opened.client.id)

        def failed(error: Exception) -> None:
            if isinstance(error, SessionAlreadyEnded):  # the key was pressed twice
                self.ended.emit(opened.client.id)
            else:
                self._jobs.trouble.emit(error)

        self._write(lambda workspace: workspace.sessions.end(opened.session.id), ended, failed)

    def make_final(self) -> None:
        """Saves the note and makes it final; what shows it takes no more keys from now on."""
        opened = self._opened
        if opened is None or opened.note.final_at:
            return
        session, client = opened.session.id, opened.client.id

        def done(_: Changes) -> None:
            if self._saver is not None and self._saver.session == session:
                self._saver.stop()
                self._saver = None
                self.open(session, client)

        def failed(error: Exception) -> None:
            self._jobs.trouble.emit(error)
            self.stays_draft.emit()

        def make_final(workspace: "Workspace") -> Changes:
            return workspace.session_notes.make_final(session, client)

        self._write(make_final, done, failed)

    def _write(
        self,
        call: Saving,
        done: Callable[[Changes], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Runs `call` once the newest text is saved; not at all if it can't be."""
        unsaved = self._saver.unsaved() if self._saver else None
        self._jobs.write(self, _in_turn([unsaved, call] if unsaved else [call]), done, failed)

    def _take(self, opened: Opened) -> None:
        session = opened.session.id
        if session != self._wanted:
            return
        if self._opened is None:
            self.unread.emit(None)
        self._opened = opened
        if self._saver is None:
            kept = self._kept.pop(session, None)  # its text is newer than what was read
            self._saver = kept or self._new_saver(opened)
            self.opened.emit(kept.lines() if kept else to_lines(opened.note.paragraphs))
            self._saver.lines = self.newest
        self._tell()

    def _new_saver(self, opened: Opened) -> NoteSaver:
        duration = self._tokens.duration
        policy = Autosave(duration("autosaveIdle") - EARLIER, duration("autosaveMax") - EARLIER)
        saver = NoteSaver(
            self._jobs, self._clock, policy, opened.session.id, opened.client.id, self
        )
        saver.changed.connect(lambda: self._after_saving(saver))
        return saver

    def _after_saving(self, saver: NoteSaver) -> None:
        if saver is self._saver:
            self._tell()
        elif not saver.has_unsaved:
            self._kept.pop(saver.session, None)
            saver.deleteLater()

    def _leave(self) -> None:
        """Lets the session go; its text is kept as long as it isn't saved."""
        saver, self._saver = self._saver, None
        self._opened = self.state = None
        self._minute.stop()
        self.unread.emit(None)
        if saver is not None and saver.has_unsaved:
            saver.keep()
            self._kept[saver.session] = saver
            saver.save_now()
        elif saver is not None:
            saver.deleteLater()
        self.closed.emit()

    def _tell(self) -> None:
        if self._opened is None or self._saver is None:
            return
        now = self._clock.now()
        self.state = derive(self._opened, now, self._saver.standing)
        self.state_changed.emit(self.state)
        if self.state.stage is Stage.RUNNING:
            self._minute.start(MINUTE - now.milliseconds % MINUTE)


def _read(workspace: "Workspace", session: SessionId, client: ClientId) -> Opened:
    return Opened(
        workspace.clients.get(client),
        workspace.sessions.get(session),
        workspace.session_notes.get(session, client),
        workspace.takes_writes,
    )


def _in_turn(savings: Iterable[Saving]) -> Saving:
    def all_of_them(workspace: "Workspace") -> Changes:
        changes = Changes()
        for saving in savings:
            changes |= saving(workspace)
        return changes

    return all_of_them
