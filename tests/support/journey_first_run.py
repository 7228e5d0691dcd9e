"""The steps of a first run, taken by keys in the running app."""

import time
from pathlib import Path

from tests.support.desktop import App, Home, Window, until, wait_for_window
from tests.support.journey_unlocked import wait_until_still
from tests.support.vault_on_disk import wait_until_open

PASSPHRASE = "saddle thirty quiet orchard"
SETTLES = 1.0  # seconds for a page that came to the front, and for a pause in typing


def vault_in(home: Home) -> Path:
    return home.folder / "Documents" / "Underrose" / "Whitlock Coaching.vault"


def create_vault(home: Home) -> Window:
    """Fills in the first step as it is suggested, and comes to the Recovery Kit."""
    window = wait_for_window()
    window.focus()
    time.sleep(SETTLES)
    wait_until_still(window)
    window.type("Whitlock Coaching")
    window.press("Return")
    window.type(PASSPHRASE)
    window.press("Return")
    window.type(PASSPHRASE)
    time.sleep(SETTLES)
    wait_until_still(window)
    window.press("Return")
    wait_until_open(vault_in(home))
    time.sleep(SETTLES)
    wait_until_still(window)
    return window


def save_kit(window: Window, sheet: Path) -> None:
    """From Print to Save as PDF; then says yes, and where."""
    window.press("Tab", "space")
    time.sleep(SETTLES)
    window.press("Tab", "Return")
    dialog = wait_for_window("Save the Recovery Kit")
    dialog.focus()
    dialog.press("ctrl+a")
    dialog.type(str(sheet))
    dialog.press("Return")


def put_off_the_check(window: Window) -> None:
    """From Save as PDF: past Hide and the three fields to Do this later, and says yes."""
    window.focus()
    wait_until_still(window)
    window.press("Tab", "Tab", "Tab", "Tab", "Tab", "space")
    time.sleep(SETTLES)
    wait_until_still(window)
    window.press("Tab", "Return")
    time.sleep(SETTLES)
    wait_until_still(window)


def lock(app: App, window: Window) -> Window:
    """Presses the key; returns the new process's window."""
    before = app.children()
    window.press("F12")
    until(lambda: app.children() and not set(app.children()) & set(before), "it did not lock")
    new = wait_for_window()
    new.focus()
    time.sleep(SETTLES)
    wait_until_still(new)
    return new
