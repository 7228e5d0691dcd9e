"""The process that carries backups, as the window sees it: started early, asked once, ended."""

import os
import select
import subprocess
import threading
from contextlib import suppress
from types import TracebackType
from typing import IO, Self

from app.backup_process import lines
from app.backup_process.command import backup_command, backup_environment
from app.core.errors import Stopped
from app.workflows.backup.errand import Errand
from app.workflows.backup.parts import undo
from app.workflows.backup.step import Proof, Stage, Tell

_GLANCE = 0.1  # seconds between two looks at whether it is to stop
_PATIENCE = 5.0  # seconds for a killed process, which waits for a drive that doesn't answer


class CarrierGone(Exception):
    """The process ended without a word of what went wrong: a mistake in the app, or a kill."""


class Carrier:
    """One process for one errand, in this process's own group, so that locking ends it too."""

    def __init__(self, command: list[str] | None = None) -> None:
        self._command = command or backup_command()
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def start(self) -> None:
        """Starts it, so that it is ready when the copy is; on any thread, a second call is none."""
        if self._process is None:
            self._process = subprocess.Popen(  # noqa: S603 - our own program, by its full name
                self._command,
                env=backup_environment(dict(os.environ)),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                cwd=os.sep,  # it holds no drive that somebody wants to pull out
            )

    def run(self, errand: Errand, tell: Tell, stopped: threading.Event) -> Proof:
        """Waits until the backup is in its place and proven; for a thread that may wait.

        Raises Stopped soon after `stopped` is set, what `carry_out` raises, and CarrierGone. What
        `tell` raises ends it as well. Whatever ended it, nothing of this backup stays.
        """
        self.start()
        try:
            self._ask(errand)
            proof = self._listen(tell, stopped)
        except BaseException:
            self.close()
            undo(errand)
            raise
        self.close()
        return proof

    def close(self) -> None:
        """Ends it, whatever it does; may be called twice."""
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        for pipe in (process.stdin, process.stdout):
            with suppress(OSError):  # half a line that nobody reads any more
                _there(pipe).close()
        with suppress(subprocess.TimeoutExpired):
            process.wait(_PATIENCE)

    def _ask(self, errand: Errand) -> None:
        stdin = _there(self._running().stdin)
        try:
            stdin.write(lines.ask(errand))
            stdin.flush()
        except OSError:
            raise CarrierGone from None

    def _listen(self, tell: Tell, stopped: threading.Event) -> Proof:
        says = _there(self._running().stdout).fileno()
        waiting = select.poll()
        waiting.register(says, select.POLLIN)
        heard = b""
        while True:
            if stopped.is_set():
                raise Stopped
            if not waiting.poll(_GLANCE * 1000):
                continue
            more = os.read(says, 1 << 16)
            if not more:
                raise CarrierGone
            *whole, heard = (heard + more).split(lines.END)
            for line in whole:
                step = lines.told(line)
                tell(step)
                if step.stage is Stage.PLACED and step.proof is not None:
                    return step.proof

    def _running(self) -> "subprocess.Popen[bytes]":
        if self._process is None:
            raise CarrierGone
        return self._process


def _there(pipe: IO[bytes] | None) -> IO[bytes]:
    if pipe is None:
        raise CarrierGone
    return pipe
