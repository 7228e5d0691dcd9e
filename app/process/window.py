"""One window process as the supervisor sees it: its pipes, its timers, its end."""

import contextlib
import os
import signal
import time
from dataclasses import dataclass

from app.process.spawn import Spawned
from app.process.verbs import LONGEST_TOKEN, Verb, verb_of

GLANCE = 0.01  # seconds between two looks at whether it ended


@dataclass(frozen=True)
class Patience:
    """How long, in seconds, a window process may take."""

    leave: float = 3.0  # from LOCK or QUIT to its end
    beat: float = 10.0  # from one heartbeat to the next
    start: float = 60.0  # from its start to the first heartbeat, on a cold and busy computer


class Window:
    """A window process that was started, and told how it came to be."""

    def __init__(self, spawned: Spawned, patience: Patience) -> None:
        self._spawned = spawned
        os.set_blocking(spawned.hears, False)
        os.set_blocking(spawned.says, False)
        self._pipes: tuple[int, ...] = (spawned.hears, spawned.says)
        self._patience = patience
        self._beat_by = time.monotonic() + patience.start
        self._leave_by: float | None = None
        self._reaped = False
        self.leaves = False  # it said LOCK or QUIT, or was asked to
        self.quits = False  # nothing comes after it
        self.cannot_save = False

    def fileno(self) -> int:
        """Where it speaks, for a selector."""
        return self._spawned.says

    def tell(self, verb: Verb, token: bytes = b"") -> None:
        """Says a verb; one that is gone, or hangs, does not hear it."""
        said = verb.value
        if verb is Verb.SHOW:
            token = token[:LONGEST_TOKEN]
            said += bytes([len(token)]) + token
        with contextlib.suppress(OSError):  # BrokenPipeError, BlockingIOError
            os.write(self._spawned.hears, said)

    def heard(self) -> list[Verb] | None:
        """What it said since it was last asked; None once it will say nothing more."""
        try:
            said = os.read(self._spawned.says, 4096)
        except BlockingIOError:
            return []
        if not said:
            return None
        return [verb for byte in said if (verb := verb_of(bytes([byte]))) is not None]

    def beats(self) -> None:
        """It gave a sign of life."""
        self._beat_by = time.monotonic() + self._patience.beat

    def starts_leaving(self) -> None:
        """It has until the end of the timer to save and end; later calls do not prolong it."""
        if not self.leaves:
            self.leaves = True
            self._leave_by = time.monotonic() + self._patience.leave

    def stays(self) -> None:
        """It cannot save: the one exception to the timer."""
        self.cannot_save = True
        self._leave_by = None

    @property
    def deadline(self) -> float:
        """When it has to be ended by force, unless something happens before."""
        return self._beat_by if self._leave_by is None else min(self._beat_by, self._leave_by)

    def is_silent(self) -> bool:
        """Whether it missed its heartbeat."""
        return time.monotonic() >= self._beat_by

    def is_gone(self) -> bool:
        """Whether it ended; then its whole group is ended, and it is reaped."""
        if not self._reaped and self._has_ended():
            self.end()
        return self._reaped

    def end(self) -> None:
        """Ends its process group at once, and reaps it."""
        if self._reaped:
            return
        # Before it is reaped: until then nobody else can have its number.
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self._spawned.pid, signal.SIGKILL)
        os.waitpid(self._spawned.pid, 0)
        self._reaped = True

    def hang_up(self) -> None:
        """Closes its pipes; one that is still there takes that as the supervisor's end."""
        for pipe in self._pipes:
            os.close(pipe)
        self._pipes = ()

    def wait_for_end(self) -> None:
        """Gives it the time that leaving may take, then ends it."""
        give_up = time.monotonic() + self._patience.leave
        while not self.is_gone() and time.monotonic() < give_up:
            time.sleep(GLANCE)
        self.end()

    def _has_ended(self) -> bool:
        options = os.WEXITED | os.WNOHANG | os.WNOWAIT
        return os.waitid(os.P_PID, self._spawned.pid, options) is not None
