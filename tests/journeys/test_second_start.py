"""Whoever starts Underrose twice gets the window that is there."""

import subprocess
from pathlib import Path

from tests.support.desktop import COMMAND, Home, running, until, wait_for_window, windows, xdotool


def test_a_second_start_shows_the_window_and_ends(home: Home) -> None:
    with running(home) as app:
        window = wait_for_window()
        before = app.children()
        xdotool("windowminimize", window.number)
        until(lambda: not windows(), "it was not minimised")
        second = subprocess.run(
            COMMAND, env=home.environment, capture_output=True, text=True, check=False, timeout=30
        )
        assert (second.returncode, second.stderr) == (0, "")
        assert wait_for_window() == window
        assert app.children() == before


def test_a_door_left_by_a_start_that_was_killed_opens_again(home: Home) -> None:
    door = Path(home.environment["XDG_RUNTIME_DIR"]) / "underrose.sock"
    with running(home) as app:
        wait_for_window()
        until(door.exists, "the door was not opened")
        app.process.kill()
        until(lambda: not windows(), "its window stayed")
    assert door.exists()
    with running(home) as app:
        wait_for_window()
        assert app.process.poll() is None
