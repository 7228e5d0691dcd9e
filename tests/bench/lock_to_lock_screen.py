"""From the lock key to the next lock screen painted, and the memory that the processes hold.

Run: bash packaging/desktop.sh .venv/bin/python -m tests.bench.lock_to_lock_screen
"""

import time
from contextlib import suppress
from pathlib import Path

from tests.support.desktop import Window, until, wait_for_window
from tests.support.figures import disk_folder, tell
from tests.support.locked_home import home_with_vault, keyring_way
from tests.support.stopwatch import Watched, app_command, watched

TIMES = 20
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


def lock(app: Watched, window: Window) -> float:
    """Milliseconds from the key to the picture of the next process."""
    window.focus()
    begun = time.perf_counter()
    window.press("ctrl+l")
    return (app.when("window painted", after=begun) - begun) * 1000


def main() -> None:
    """Prints the figures."""
    locking, window_memory, supervisor_memory = list[float](), list[float](), list[float]()
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
                locking.append(lock(app, window))
                until(lambda: not is_open(vault), "the old process is still there")
    tell("lock key to the next lock screen painted", locking)
    tell("memory of the window, unlocked, on Today", window_memory, "MB")
    tell("memory of the supervisor", supervisor_memory, "MB")


if __name__ == "__main__":
    main()
