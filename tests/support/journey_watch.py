"""Watches a running command from outside: what its processes are told, its windows' titles."""

import subprocess
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from tests.support.desktop import COMMAND, Home, xdotool

LONGEST = 240.0  # seconds that a command may take
WINDOWS_EVERY = 0.25  # seconds


@dataclass
class Watched:
    """What was seen of a command that has ended."""

    code: int = -1
    out: str = ""
    errors: str = ""
    windows: set[int] = field(default_factory=set[int])  # process ids
    told: set[str] = field(default_factory=set[str])  # arguments and environments
    titles: set[str] = field(default_factory=set[str])


def watch(home: Home, *arguments: str, **changed: str) -> Watched:
    """Runs `underrose` to its end; `changed` are variables of its environment."""
    seen = Watched()
    process = subprocess.Popen(
        [*COMMAND, *arguments],
        env=home.environment | changed,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    give_up, look_at_windows = time.monotonic() + LONGEST, 0.0
    before: dict[int, str] = {}
    while process.poll() is None:
        if time.monotonic() > give_up:
            process.kill()
        now = {pid: told(pid) for pid in descendants(process.pid)}
        for pid, words in now.items():
            # One that has only just been forked has our arguments for a moment.
            if words and words == before.get(pid):
                seen.told.add(words)
                if "\n-m\nui\n" in words:
                    seen.windows.add(pid)
        before = now
        if time.monotonic() > look_at_windows:
            seen.titles |= titles()
            look_at_windows = time.monotonic() + WINDOWS_EVERY
        time.sleep(0.02)
    seen.out, seen.errors = process.communicate()
    seen.code = process.returncode
    return seen


def descendants(pid: int) -> Iterator[int]:
    """The processes below this one, whichever of its threads has started them."""
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        with suppress(OSError):  # gone meanwhile
            for child in map(int, task.read_text("ascii").split()):
                yield child
                yield from descendants(child)


def told(pid: int) -> str:
    """The arguments and the environment that a process was started with; "" when it is gone."""
    try:
        found = [Path(f"/proc/{pid}/{what}").read_bytes() for what in ("cmdline", "environ")]
    except OSError:
        return ""
    return "\n".join(each.replace(b"\0", b"\n").decode("utf-8", "replace") for each in found)


def titles() -> set[str]:
    """What stands in the title bars of the screen."""
    numbers = xdotool("search", "--onlyvisible", "--name", ".+").split()
    return {title for number in numbers if (title := xdotool("getwindowname", number))}
