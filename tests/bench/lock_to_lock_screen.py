"""From the lock key to the window hidden, the process gone, the next lock screen painted; memory.

Run: bash packaging/desktop.sh .venv/bin/python -m tests.bench.lock_to_lock_screen
"""

import time
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from tests.support.desktop import Window, until, wait_for_window
from tests.support.figures import disk_folder, tell
from tests.support.locked_home import home_with_vault, keyring_way
from tests.support.stopwatch import PATIENCE, Watched, app_command, watched
from tests.support.x_screen import XScreen

TIMES = 50
CONTROL, LETTER_L = 0xFFE3, 0x6C  # X's symbols of keys
TRIES = 10
UNLOCKING = 2.0  # seconds
SETTLING = 1.0  # seconds for the page after unlocking


def children(process: int) -> list[int]:
    """The processes that a process started and that still run."""
    task = Path(f"/proc/{process}/task/{process}/children")
    return [int(child) for child in task.read_text("ascii").split()]


def resident(process: int) -> float:
    """Megabytes that a process holds in memory, shared libraries included."""
    status = Path(f"/proc/{process}/status").read_text("ascii").splitlines()
    (line,) = (line for line in status if line.startswith("VmRSS:"))
    return int(line.split()[1]) / 1024


def is_open(vault: Path) -> bool:
    """Whether some process holds the vault's lock, asked without touching it."""
    inode = (vault / "lock").stat().st_ino
    return any(f":{inode} " in line for line in Path("/proc/locks").read_text("ascii").splitlines())


def unlock(window: Window, vault: Path) -> None:
    """Presses the button that has the focus, once it is there, and waits for the page behind it."""
    for _ in range(TRIES):
        window.focus()
        window.press("Return")
        with suppress(TimeoutError):
            until(lambda: is_open(vault), "the vault did not open", UNLOCKING)
            time.sleep(SETTLING)
            return
    raise TimeoutError("the vault did not open")


class Locking(NamedTuple):
    """Milliseconds from the key."""

    hidden: float  # to the window hidden
    gone: float  # to the process gone
    painted: float  # to the picture of the next process


def lock(app: Watched, window: Window, screen: XScreen) -> Locking:
    """Presses the key that locks."""
    window.focus()
    screen.watch(int(window.number))
    begun = screen.press(CONTROL, LETTER_L)
    moments = (
        screen.when_hidden(PATIENCE),
        app.when("window gone", after=begun),
        app.when("window painted", after=begun),
    )
    return Locking(*((moment - begun) * 1000 for moment in moments))


def main() -> None:
    """Prints the figures."""
    locking, window_memory, supervisor_memory = list[Locking](), list[float](), list[float]()
    screen = XScreen()
    with disk_folder() as folder:
        home = home_with_vault(folder, keyring_way())
        vault = home.folder / "Practice.vault"
        with watched(app_command(), home.environment) as app:
            app.when("window painted")
            for _ in range(TIMES):
                window = wait_for_window()
                unlock(window, vault)
                (child,) = children(app.process.pid)
                window_memory.append(resident(child))
                supervisor_memory.append(resident(app.process.pid))
                locking.append(lock(app, window, screen))
                until(lambda: not is_open(vault), "the old process is still there")
    screen.close()
    tell("lock key to the window hidden", [one.hidden for one in locking])
    tell("lock key to the old process gone", [one.gone for one in locking])
    tell("lock key to the next lock screen painted", [one.painted for one in locking])
    tell("memory of the window, unlocked, on Today", window_memory, "MB")
    tell("memory of the supervisor", supervisor_memory, "MB")


if __name__ == "__main__":
    main()
