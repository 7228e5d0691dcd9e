"""The app as a person meets it: a fresh home, the real command, a real window, keys and pictures.

Journeys run in the desktop of packaging/desktop.sh, with its screen, window manager, session bus
and keyring; each test gets a home of its own.
"""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TypeVar

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

T = TypeVar("T")

COMMAND = [sys.executable, "-I", "-m", "app"]
FOLDERS = {
    "XDG_DATA_HOME": "data",
    "XDG_CONFIG_HOME": "config",
    "XDG_CACHE_HOME": "cache",
    "XDG_STATE_HOME": "state",
    "XDG_RUNTIME_DIR": "runtime",
}
PATIENCE = 60.0  # seconds; busy cores make a slow desktop


@dataclass(frozen=True)
class Home:
    """A person's home that nothing was written to yet."""

    folder: Path

    @property
    def environment(self) -> dict[str, str]:
        """What a program started by this person finds in its environment."""
        own = {name: str(self.folder / place) for name, place in FOLDERS.items()}
        return os.environ | own | {"HOME": str(self.folder)}


def fresh_home(folder: Path) -> Home:
    """Makes an empty home below `folder`."""
    home = folder / "home"
    home.mkdir(mode=0o700)
    for place in FOLDERS.values():
        (home / place).mkdir(mode=0o700)
    return Home(home)


def until(look: Callable[[], T | None], what: str, patience: float = PATIENCE) -> T:
    """Returns the first true answer of `look`; raises TimeoutError after `patience` seconds."""
    deadline = time.monotonic() + patience
    while True:
        if answer := look():
            return answer
        if time.monotonic() > deadline:
            raise TimeoutError(what)
        time.sleep(0.02)


def xdotool(*arguments: str) -> str:
    """Runs xdotool; returns what it prints, nothing when it finds nothing."""
    run = subprocess.run(
        ["xdotool", *arguments], capture_output=True, text=True, check=False, timeout=PATIENCE
    )
    return run.stdout.strip()


@dataclass(frozen=True)
class Window:
    """A window on the screen, by its X number."""

    number: str

    def focus(self) -> None:
        """Brings it to the front, with the keyboard."""
        xdotool("windowactivate", "--sync", self.number)

    def press(self, *keys: str) -> None:
        """Presses keys one after the other: press("ctrl+k", "Return")."""
        xdotool("key", "--clearmodifiers", "--delay", "30", *keys)

    def type(self, text: str, delay: int = 12) -> None:
        """Types a text, one key every `delay` milliseconds."""
        xdotool("type", "--clearmodifiers", "--delay", str(delay), "--", text)

    def click(self, x: int, y: int) -> None:
        """Clicks at a place in the window."""
        xdotool("mousemove", "--window", self.number, str(x), str(y), "click", "1")

    @property
    def title(self) -> str:
        """What stands in its title bar."""
        return xdotool("getwindowname", self.number)

    def pixels(self) -> bytes:
        """What the window shows, as bytes to compare; nothing once it is gone."""
        shown = _looking().primaryScreen().grabWindow(int(self.number)).toImage()
        return b"" if shown.isNull() else bytes(shown.constBits())

    def picture(self, file: Path) -> None:
        """Saves what the window shows as PNG."""
        subprocess.run(["import", "-window", self.number, str(file)], check=True, timeout=PATIENCE)


@cache
def _looking() -> QGuiApplication:
    """What this process sees the screen by; another program for each look takes ten times that."""
    there = QApplication.instance()
    return there if isinstance(there, QGuiApplication) else QApplication([])


def picture(file: Path) -> None:
    """Saves the whole screen as PNG."""
    subprocess.run(["import", "-window", "root", str(file)], check=True, timeout=PATIENCE)


def windows(title: str = "Underrose") -> list[Window]:
    """The visible windows whose title matches a pattern."""
    found = xdotool("search", "--onlyvisible", "--name", title)
    return [Window(number) for number in found.split()]


def wait_for_window(title: str = "Underrose", but: Window | None = None) -> Window:
    """The first visible window whose title matches a pattern, and which is not `but`."""
    return until(
        lambda: next((window for window in windows(title) if window != but), None),
        f"no window called {title}",
    )


@dataclass(frozen=True)
class App:
    """The running command, and where its output goes."""

    process: subprocess.Popen[bytes]
    out: Path
    errors: Path

    @property
    def said(self) -> str:
        """Everything it wrote, on both streams."""
        return self.out.read_text("utf-8") + self.errors.read_text("utf-8")

    def children(self) -> list[int]:
        """The processes that it started and that still run."""
        task = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children")
        return [int(pid) for pid in task.read_text("ascii").split()]

    def end(self) -> int:
        """Ends it as the session's end does; returns its exit code."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        try:
            return self.process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self.process.kill()
            raise


A = TypeVar("A", bound=App)


@contextmanager
def running(home: Home, *arguments: str) -> Generator[App]:
    """Starts `underrose` with these arguments in this home, and ends it."""
    with running_command(home, [*COMMAND, *arguments], App) as app:
        yield app


@contextmanager
def running_command(home: Home, command: list[str], kind: type[A]) -> Generator[A]:
    """Starts a command that starts `underrose`, and ends it as this kind of app does."""
    out, errors = home.folder / "stdout", home.folder / "stderr"
    with out.open("wb") as to_out, errors.open("wb") as to_errors:
        process = subprocess.Popen(command, env=home.environment, stdout=to_out, stderr=to_errors)
    app = kind(process, out, errors)
    try:
        yield app
    finally:
        app.end()
