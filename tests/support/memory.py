"""How much memory processes hold while something runs, looked at every few milliseconds."""

import os
import threading
from pathlib import Path
from types import TracebackType
from typing import Self

_GLANCE = 0.02  # seconds
_PAGE = os.sysconf("SC_PAGE_SIZE")


class MemoryWatch:
    """The most resident bytes that this process and its children held at any glance."""

    def __init__(self) -> None:
        self.ours = self.theirs = self.before = 0
        self._enough = threading.Event()
        self._thread = threading.Thread(target=self._watch, name="memory", daemon=True)

    def __enter__(self) -> Self:
        self.before = _resident(os.getpid())
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._enough.set()
        self._thread.join()

    def _watch(self) -> None:
        while not self._enough.wait(_GLANCE):
            self.ours = max(self.ours, _resident(os.getpid()))
            self.theirs = max(self.theirs, sum(_resident(child) for child in _children()))


def _resident(pid: int) -> int:
    try:
        return int(Path(f"/proc/{pid}/statm").read_text("ascii").split()[1]) * _PAGE
    except (OSError, IndexError):
        return 0


def _children() -> list[int]:
    tasks = Path(f"/proc/{os.getpid()}/task")
    return [int(pid) for task in tasks.iterdir() for pid in (task / "children").read_text().split()]
