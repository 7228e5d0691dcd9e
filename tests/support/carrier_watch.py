"""Stops the process that carries a backup midway, as a stick that no longer answers would."""

import os
import select
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import Self

SCRIPT = Path(__file__).with_name("halt_carrier.py")


class Halted:
    """From now on: the next carrier stands still as soon as it has begun to write in `folder`.

    Whoever watches it is a process of its own: this one is busy with a window. In a `with`, no
    carrier stands still longer than that, or the window that waits for it would never end.
    """

    def __init__(self, folder: Path, of: int | None = None) -> None:
        """`of` is the process that starts the carrier, this one unless told."""
        command = [sys.executable, "-S", str(SCRIPT), str(of or os.getpid()), str(folder)]
        self._watch = subprocess.Popen(command, stdout=subprocess.PIPE)
        self._pid: int | None = None

    def __enter__(self) -> Self:
        """Watches already."""
        return self

    def __exit__(self, *_: object) -> None:
        """Leaves nothing that stands still, whatever came between."""
        self.go_on()

    @property
    def pid(self) -> int | None:
        """The carrier, once it stands still."""
        said = self._watch.stdout
        is_asked = self._pid is None and said is not None and not said.closed
        if said is not None and is_asked and select.select([said], [], [], 0)[0]:
            self._pid = int(said.readline() or 0) or None
        return self._pid

    def go_on(self) -> None:
        """Lets it run again."""
        if self.pid is not None:
            with suppress(ProcessLookupError):
                os.kill(self.pid, signal.SIGCONT)
        self.end()

    def end(self) -> None:
        """Looks no more."""
        self._watch.kill()
        self._watch.wait()
        if self._watch.stdout is not None:
            self._watch.stdout.close()
