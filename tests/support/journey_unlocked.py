"""The running app behind its lock screen: a vault with a session under way, opened by keys."""

import time
from contextlib import suppress
from pathlib import Path

from app.workspace import Workspace
from tests.support.desktop import App, Window, until, wait_for_window
from tests.support.journey_facts import seal
from tests.support.workspaces import PASSPHRASE, add_client

CLIENT = "Wilhelmina Ashgrove"
QUIET = 1.2  # seconds without a write: a note is saved within one
STILL = 3  # pictures like the one before, a tenth of a second each
TRIES = 3
TOO_EARLY = 12.0  # seconds without an open vault, after which the keys were surely lost


def start_session(workspace: Workspace) -> None:
    """A client, in a session that runs."""
    workspace.start_session(add_client(workspace, CLIENT))


def go_on_with_session(window: Window, vault: Path) -> None:
    """Presses the key for it, and waits until the note can be written on."""
    before = seal(vault)
    window.press("F5")
    until(lambda: seal(vault) != before, "the session did not open")


def unlock(vault: Path) -> Window:
    """Types the passphrase at the lock screen; waits until where the coach is then is kept."""
    before = seal(vault)
    window = wait_for_window()
    window.focus()
    for _ in range(TRIES):
        wait_until_still(window)
        window.press("ctrl+a")  # what came too early, if anything did
        window.type(PASSPHRASE)
        window.press("Return")
        with suppress(TimeoutError):
            until(lambda: seal(vault) != before, "it was too early for the page", TOO_EARLY)
            return window
    raise TimeoutError("the vault did not open")


def wait_until_still(window: Window) -> None:
    """Waits until the window shows the same for a moment."""
    last, same = b"", 0

    def is_still() -> bool:
        nonlocal last, same
        now = window.pixels()
        last, same = now, same + 1 if now == last else 0
        return same >= STILL

    until(is_still, "the window did not come to rest")


def wait_until_saved(vault: Path) -> None:
    """Waits until nothing more is written."""
    last, since = seal(vault), time.monotonic()

    def is_quiet() -> bool:
        nonlocal last, since
        now = seal(vault)
        if now != last:
            last, since = now, time.monotonic()
        return time.monotonic() - since > QUIET

    until(is_quiet, "it did not stop writing")


def wait_for_another_process(app: App, before: list[int]) -> int:
    """The window process after those of before, once they are gone."""
    return until(
        lambda: next(iter(app.children()), None) if not set(app.children()) & set(before) else None,
        "no other process took its place",
    )
