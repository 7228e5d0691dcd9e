"""A lock ends the process, at a key or a command, whatever is open, and asks nothing."""

import subprocess
import time
from pathlib import Path

import pytest

from app.process.exit_codes import ExitCode
from tests.support.desktop import COMMAND, App, Home, running, until, wait_for_window, windows
from tests.support.journey_unlocked import unlock, wait_for_another_process
from tests.support.locked_home import home_with_vault
from tests.support.vault_on_disk import is_open

LONGEST = 3.0  # seconds; then it would have been ended by force


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return home_with_vault(tmp_path)


@pytest.fixture
def vault(home: Home) -> Path:
    return home.folder / "Practice.vault"


def command(home: Home, *arguments: str) -> subprocess.CompletedProcess[str]:
    everything = [*COMMAND, *arguments]
    return subprocess.run(
        everything, env=home.environment, capture_output=True, text=True, check=False
    )


def expect_locked(app: App, before: list[int], vault: Path) -> None:
    asked = time.monotonic()
    wait_for_another_process(app, before)
    assert time.monotonic() - asked < LONGEST
    assert not is_open(vault)
    wait_for_window()
    assert len(windows(".+")) == 1


def test_a_key_locks_even_while_something_is_asked(home: Home, vault: Path) -> None:
    with running(home) as app:
        window = unlock(vault)
        before = app.children()
        window.press("ctrl+n")
        window.type("half a na")
        window.press("ctrl+l")
        expect_locked(app, before, vault)


@pytest.mark.parametrize("opens", ["alt+f", "F10"])
def test_a_key_locks_while_a_menu_is_open(home: Home, vault: Path, opens: str) -> None:
    with running(home) as app:
        window = unlock(vault)
        before = app.children()
        window.press(opens)
        time.sleep(0.5)
        window.press("F12")
        expect_locked(app, before, vault)


def test_a_command_locks(home: Home, vault: Path) -> None:
    with running(home) as app:
        unlock(vault)
        before = app.children()
        said = command(home, "lock")
        assert (said.returncode, said.stdout) == (ExitCode.OK, "Underrose is locked.\n")
        expect_locked(app, before, vault)


def test_there_is_nothing_to_lock_when_nothing_runs(home: Home) -> None:
    said = command(home, "lock")
    assert (said.returncode, said.stderr) == (ExitCode.NOT_FOUND, "Underrose isn't running.\n")


def test_closing_the_window_ends_it(home: Home, vault: Path) -> None:
    with running(home) as app:
        window = unlock(vault)
        window.press("ctrl+q")
        until(lambda: app.process.poll() is not None, "it did not end")
        assert app.process.returncode == 0
        assert app.said == ""
    assert not is_open(vault)
