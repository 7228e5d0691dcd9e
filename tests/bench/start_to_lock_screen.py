"""From the start of the process to the lock screen, beside bare PySide6 windows, all as seen on
the screen.

Two bare ones: one shows a line of text, the other centres it. For that it needs Qt's namespace of
enums, as any window of use does, and PySide6 takes a while to load it. The app's first picture is
its ceiling; the form below it comes after.

Run: bash packaging/desktop.sh .venv/bin/python -m tests.bench.start_to_lock_screen
"""

import os
import statistics
import sys
import time
from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication, QImage

from tests.support.figures import disk_folder, tell
from tests.support.locked_home import home_with_vault
from tests.support.stopwatch import app_command, watched

TIMES = 20
BARE = """
import sys
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

app = QApplication(sys.argv)
window = QMainWindow()
label = QLabel("A bare window")
window.setCentralWidget(label)
window.resize(1280, 800)
window.show()
sys.exit(app.exec())
"""
CENTRED = BARE.replace("import sys", "import sys\nfrom PySide6.QtCore import Qt").replace(
    "window.setCentralWidget",
    "label.setAlignment(Qt.AlignmentFlag.AlignCenter); window.setCentralWidget",
)
# Of the screen, in pixels: within every window, and below the rose, where the form will be.
GROUND = QRect(640, 330, 1, 1)
FORM = QRect(500, 380, 280, 200)
GLANCE = 0.002  # seconds between two looks
PATIENCE = 30.0  # seconds


def seen(part: QRect) -> QImage:
    """What the screen shows there."""
    screen = QGuiApplication.primaryScreen()
    return screen.grabWindow(0, part.x(), part.y(), part.width(), part.height()).toImage()


def wait_until(look: Callable[[], bool]) -> float:
    """The moment at which `look` is first true; raises TimeoutError."""
    give_up = time.perf_counter() + PATIENCE
    while not look():
        if time.perf_counter() > give_up:
            raise TimeoutError
        time.sleep(GLANCE)
    return time.perf_counter()


def form_is_there() -> bool:
    """Whether there is more than a bare ground where the form will be."""
    image = seen(FORM)
    across, down = range(0, image.width(), 4), range(0, image.height(), 4)
    return len({image.pixel(x, y) for x in across for y in down}) > 1


class Start:
    """A program that is started, looked at and ended: when its pictures came, in milliseconds."""

    def __init__(
        self, command: Sequence[str], environment: Mapping[str, str], *, has_form: bool = False
    ) -> None:
        self._command = command
        self._environment = environment
        self._has_form = has_form
        self.first: list[float] = []
        self.form: list[float] = []

    def once(self, *, counts: bool) -> None:
        """Starts it, and waits until nothing is left of it on the screen."""
        empty = seen(GROUND).pixel(0, 0)
        with watched(self._command, self._environment) as program:
            first = wait_until(lambda: seen(GROUND).pixel(0, 0) != empty)
            form = wait_until(form_is_there) if self._has_form else first
            if counts:
                self.first.append((first - program.started) * 1000)
                self.form.append((form - program.started) * 1000)
        wait_until(lambda: seen(GROUND).pixel(0, 0) == empty)


def main() -> None:
    """Prints the figures; all take turns, so that a slow minute hits them all."""
    screen = QGuiApplication([])
    python = [sys.executable, "-I", "-c"]
    with disk_folder() as folder:
        bare = Start([*python, BARE], os.environ)
        centred = Start([*python, CENTRED], os.environ)
        app = Start(app_command(), home_with_vault(folder).environment, has_form=True)
        for number in range(TIMES + 1):
            for start in (bare, centred, app):
                start.once(counts=number > 0)  # the first round only warms the disk's cache
                screen.processEvents()
    tell("a bare PySide6 window", bare.first)
    tell("a bare PySide6 window with a centred label", centred.first)
    tell("start to lock screen painted", app.first)
    tell("start to its form", app.form)
    for what, yardstick in (("a bare window", bare), ("one with a centred label", centred)):
        ratios = [ours / its for its, ours in zip(yardstick.first, app.first, strict=True)]
        sys.stdout.write(f"beside {what}: {statistics.median(ratios):.2f} times as long\n")


if __name__ == "__main__":
    main()
