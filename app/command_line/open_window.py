"""The way to the first picture, as short as it can be: one start holds the door, the rest show it.

The window process is started before the supervisor is imported, which waits for the first picture.
So what stands at the top here needs `os` and `select` alone.
"""

import os
import select
import sys

from app.process.single_start import AlreadyRunning, NoSafeFolder, door_folder, hold_door
from app.process.spawn import spawn
from app.process.window_command import window_command, window_environment

FIRST_PICTURE = 1.0  # seconds that the window process may have the computer to itself
OPENING = 2.0  # seconds between another start taking the lock and opening its door
FAILED, IN_USE = 1, 11  # exit codes
FRESH = b"f"  # `Verb.FRESH`, whose enumeration takes 2 ms to import


def open_window(*, verbose: bool = False) -> int:
    """Runs until the window is closed, or shows the one that is open; returns the exit code."""
    if not _has_screen():
        return _fail("There is no screen here to show a window on.")
    try:
        folder = door_folder()
    except NoSafeFolder as no_folder:
        return _fail(str(no_folder))
    try:
        lock = hold_door(folder)
    except AlreadyRunning:
        return _show_running(folder)
    command, environment = window_command(), window_environment(dict(os.environ))
    window = spawn(command, environment, FRESH)
    select.select([window.says], [], [], FIRST_PICTURE)
    # 40 ms, which the window process would have to share its processor for
    from app.process.door import Door
    from app.process.events import listen
    from app.process.faults import install
    from app.supervisor import Supervisor

    install()
    listen(verbose=verbose)
    door = Door(folder)
    try:
        return Supervisor(command, environment, door).run(window)
    finally:
        door.close()
        os.close(lock)


def _show_running(folder: str) -> int:
    # only a second start needs it
    from app.process.door import NoAnswer, NotRunning, Wish, knock

    token = os.environ.get("XDG_ACTIVATION_TOKEN", "")
    try:
        knock(folder, Wish.SHOW, token, patience=OPENING)
    except (NotRunning, NoAnswer):
        return _fail("Underrose is open already, but doesn't answer.", IN_USE)
    sys.stdout.write("Underrose is open already; its window is in front now.\n")
    return 0


def _has_screen() -> bool:
    if sys.platform != "linux":
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def _fail(sentence: str, code: int = FAILED) -> int:
    sys.stderr.write(f"{sentence}\n")
    return code
