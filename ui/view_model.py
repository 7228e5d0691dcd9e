"""The one shape of the view models that follow the vault: read a snapshot, derive a state."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from app.core.changes import Changes, Kind
from app.core.clock import Clock, Moment
from ui.jobs import Jobs

if TYPE_CHECKING:  # the ciphers behind it come after the first paint
    from app.workspace import Workspace

Snapshot = TypeVar("Snapshot")  # what was read from the vault
State = TypeVar("State")  # what is shown

MINUTE = 60_000  # milliseconds


class ViewModel(QObject, Generic[Snapshot, State]):
    """Keeps a state that is true: reads again after writes, derives again as time goes on.

    A module with a view model has a `Snapshot` and a `State` (frozen), the kinds that it `READS`,
    a pure `derive`, a `read` that runs on the vault's worker, and then:

        class SessionsModel(ViewModel[Snapshot, State]):
            def __init__(self, jobs: Jobs, clock: Clock, parent: QObject | None = None) -> None:
                super().__init__(jobs, clock, READS, derive, State(), parent)

            def load(self, client: ClientId) -> None:
                self.watch(client, lambda workspace: read(workspace, client))
    """

    state_changed = Signal(object)  # State
    unread = Signal(object)  # Exception why nothing can be shown; None once something can be

    def __init__(
        self,
        jobs: Jobs,
        clock: Clock,
        reads: tuple[Kind, ...],
        derive: Callable[[Snapshot, Moment], State],
        blank: State,
        parent: QObject | None = None,
    ) -> None:
        """The state is `blank` until the vault has answered; nothing is read before `watch`."""
        super().__init__(parent)
        self.state = blank
        self.error: Exception | None = None  # why nothing can be shown
        self._jobs = jobs
        self._clock = clock
        self._reads = reads
        self._derive = derive
        self._blank = blank
        self._subject: object = None
        self._read: Callable[[Workspace], Snapshot] | None = None
        self._snapshot: Snapshot | None = None
        self._minute = QTimer(self)
        self._minute.setInterval(MINUTE)
        self._minute.timeout.connect(self.refresh)
        jobs.changed.connect(self._after_write)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):  # a timer sleeps while the computer does
            app.applicationStateChanged.connect(self.refresh)

    def watch(self, subject: object, read: "Callable[[Workspace], Snapshot]") -> None:
        """Reads now, and after each write that touches what this model reads.

        With another `subject` (a client, say) the state is blank at once, until that one is read.
        """
        if subject != self._subject:
            self._subject = subject
            self._snapshot = None
            self._tell(None)
            self._show(self._blank)
        self._read = read
        self._minute.start()
        self._ask(read)

    def refresh(self) -> None:
        """Derives again from what was read: another day may have begun."""
        if self._snapshot is not None:
            state = self._derive(self._snapshot, self._clock.now())
            if state != self.state:
                self._show(state)

    def _after_write(self, changes: Changes) -> None:
        if self._read is not None and changes.touches(*self._reads):
            self._ask(self._read)

    def _ask(self, read: "Callable[[Workspace], Snapshot]") -> None:
        subject = self._subject
        self._jobs.read(self, read, partial(self._take, subject), partial(self._miss, subject))

    def _take(self, subject: object, snapshot: Snapshot) -> None:
        if subject == self._subject:  # else the coach has gone to another one meanwhile
            self._snapshot = snapshot
            self._tell(None)
            self._show(self._derive(snapshot, self._clock.now()))

    def _miss(self, subject: object, error: Exception) -> None:
        self._jobs.trouble.emit(error)
        if subject == self._subject and self._snapshot is None:
            self._tell(error)

    def _tell(self, error: Exception | None) -> None:
        if error is not self.error:
            self.error = error
            self.unread.emit(error)

    def _show(self, state: State) -> None:
        self.state = state
        self.state_changed.emit(state)
