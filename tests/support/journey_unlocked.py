"""The running app behind its lock screen: a vault with a session under way, opened by keys."""

import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from app.workspace import Workspace
from tests.support.desktop import App, Window, until, wait_for_window
from tests.support.journey_facts import seal
from tests.support.workspaces import PASSPHRASE, add_client

CLIENT = "Wilhelmina Ashgrove"
QUIET = 1.2  # seconds without a write: a note is saved within one
STILL = 0.4  # seconds that the window shows the same
TRIES = 3
SHOWN = 2.0  # seconds, after which what was typed is surely seen
TOO_EARLY = 30.0  # seconds without an open vault, after which the keys were surely lost


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
        with suppress(TimeoutError):
            _type_passphrase(window)
            window.press("Return")
            until(lambda: seal(vault) != before, "the vault did not open", TOO_EARLY)
            return window
    raise TimeoutError("the vault did not open")


def _type_passphrase(window: Window) -> None:
    """Types it, in place of what came too early; raises TimeoutError when it isn't seen there."""
    before = window.pixels()
    window.press("ctrl+a")
    window.type(PASSPHRASE)
    until(lambda: window.pixels() != before, "it was too early for the page", SHOWN)


def wait_until_still(window: Window) -> None:
    """Waits until the window shows the same for a moment."""
    _wait_until_same(window.pixels, STILL, "the window did not come to rest")


def wait_until_saved(vault: Path) -> None:
    """Waits until nothing more is written."""
    _wait_until_same(lambda: seal(vault), QUIET, "it did not stop writing")


def _wait_until_same(look: Callable[[], bytes], seconds: float, what: str) -> None:
    """Waits until a look has the same answer for that long."""
    last, since = look(), time.monotonic()

    def is_same() -> bool:
        nonlocal last, since
        now = look()
        if now != last:
            last, since = now, time.monotonic()
        return time.monotonic() - since > seconds

    until(is_same, what)


def wait_for_another_process(app: App, before: list[int]) -> int:
    """The window process after those of before, once they are gone."""
    return until(
        lambda: next(iter(app.children()), None) if not set(app.children()) & set(before) else None,
        "no other process took its place",
    )
