"""One window process as the supervisor sees it: its pipes, its timers, its end."""

import contextlib
import os
import signal
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.verbs import LONGEST_TOKEN, Verb, verb_of


@dataclass(frozen=True)
class Patience:
    """How long, in seconds, a window process may take."""

    leave: float = 3.0  # from LOCK or QUIT to its end
    beat: float = 10.0  # from one heartbeat to the next
    start: float = 60.0  # from its start to the first heartbeat, on a cold and busy computer


class Window:
    """A running window process in a process group of its own."""

    def __init__(
        self,
        command: Sequence[str],
        environment: Mapping[str, str],
        start: Verb,
        patience: Patience,
        now: float,
    ) -> None:
        hears, self._to = os.pipe()
        self._from, says = os.pipe()
        self._process = subprocess.Popen(  # noqa: S603 - the one command of window_command.py
            command, stdin=hears, stdout=says, env=environment, process_group=0
        )
        os.close(hears)
        os.close(says)
        os.set_blocking(self._from, False)
        os.set_blocking(self._to, False)
        self._pipes: tuple[int, ...] = (self._to, self._from)
        self._patience = patience
        self._beat_by = now + patience.start
        self._leave_by: float | None = None
        self.leaves = False  # it said LOCK or QUIT, or was asked to
        self.quits = False  # nothing comes after it
        self.cannot_save = False
        self.tell(start)

    def fileno(self) -> int:
        """Where it speaks, for a selector."""
        return self._from

    @property
    def pid(self) -> int:
        """Its process id, which is its process group's too."""
        return self._process.pid

    def tell(self, verb: Verb, token: bytes = b"") -> None:
        """Says a verb; one that is gone, or hangs, does not hear it."""
        said = verb.value
        if verb is Verb.SHOW:
            token = token[:LONGEST_TOKEN]
            said += bytes([len(token)]) + token
        with contextlib.suppress(OSError):  # BrokenPipeError, BlockingIOError
            os.write(self._to, said)

    def heard(self) -> list[Verb] | None:
        """What it said since it was last asked; None once it will say nothing more."""
        try:
            said = os.read(self._from, 4096)
        except BlockingIOError:
            return []
        if not said:
            return None
        return [verb for byte in said if (verb := verb_of(bytes([byte]))) is not None]

    def beats(self, now: float) -> None:
        """It gave a sign of life."""
        self._beat_by = now + self._patience.beat

    def starts_leaving(self, now: float) -> None:
        """It has until the end of the timer to save and end; later calls do not prolong it."""
        if not self.leaves:
            self.leaves = True
            self._leave_by = now + self._patience.leave

    def stays(self) -> None:
        """It cannot save: the one exception to the timer."""
        self.cannot_save = True
        self._leave_by = None

    @property
    def deadline(self) -> float:
        """When it has to be ended by force, unless something happens before."""
        return self._beat_by if self._leave_by is None else min(self._beat_by, self._leave_by)

    def is_silent(self, now: float) -> bool:
        """Whether it missed its heartbeat."""
        return now >= self._beat_by

    def is_gone(self) -> bool:
        """Whether it ended; then its whole group is ended, and it is reaped."""
        try:
            gone = os.waitid(os.P_PID, self.pid, os.WEXITED | os.WNOHANG | os.WNOWAIT) is not None
        except ChildProcessError:
            gone = True
        if gone:
            self.end()
        return gone

    def end(self) -> None:
        """Ends its process group at once, and reaps it."""
        # Before it is reaped: until then nobody else can have its number.
        if self._process.returncode is None:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self.pid, signal.SIGKILL)
            self._process.wait()

    def hang_up(self) -> None:
        """Closes its pipes; one that is still there takes that as the supervisor's end."""
        for pipe in self._pipes:
            os.close(pipe)
        self._pipes = ()

    def wait(self, seconds: float) -> bool:
        """Whether it ended by itself within `seconds`."""
        try:
            self._process.wait(seconds)
        except subprocess.TimeoutExpired:
            return False
        return True
