"""From the start of the process to the lock screen painted, beside bare PySide6 windows.

Two of them: one shows a line of text, the other centres it. For that it needs Qt's namespace of
enums, as any window of use does, and PySide6 takes a while to load it. The app's first picture is
its ceiling; the form below it comes after, and is looked for on the screen.

Run: bash packaging/desktop.sh .venv/bin/python -m tests.bench.start_to_lock_screen
"""

import os
import statistics
import sys
import time
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication

from tests.support.figures import disk_folder, tell
from tests.support.locked_home import home_with_vault
from tests.support.stopwatch import app_command, watched

TIMES = 20
FORM = QRect(500, 380, 280, 200)  # of the screen: below the rose, within the column of the form
PATIENCE = 30.0  # seconds
BARE = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, lambda: print("window painted", flush=True))

app = QApplication(sys.argv)
window = Window()
label = QLabel("A bare window")
window.setCentralWidget(label)
window.resize(1280, 800)
window.show()
sys.exit(app.exec())
"""


CENTRED = BARE.replace("import QTimer", "import Qt, QTimer").replace(
    "window.setCentralWidget",
    "label.setAlignment(Qt.AlignmentFlag.AlignCenter); window.setCentralWidget",
)


def seconds_to_paint(command: Sequence[str], environment: Mapping[str, str]) -> float:
    """From just before the start to the first picture."""
    with watched(command, environment) as program:
        return program.when("window painted") - program.started


def seconds_to_form(command: Sequence[str], environment: Mapping[str, str]) -> float:
    """From just before the start to the form on the screen."""
    with watched(command, environment) as program:
        while not form_is_there():
            if time.perf_counter() - program.started > PATIENCE:
                raise TimeoutError
            time.sleep(0.002)
        return time.perf_counter() - program.started


def form_is_there() -> bool:
    """Whether there is more than a bare ground where the form will be."""
    picture = QGuiApplication.primaryScreen().grabWindow(
        0, FORM.x(), FORM.y(), FORM.width(), FORM.height()
    )
    image = picture.toImage()
    across = range(0, image.width(), 4)
    return len({image.pixel(x, y) for x in across for y in range(0, image.height(), 4)}) > 1


def main() -> None:
    """Prints the figures; all take turns, so that a slow minute hits them all."""
    screen = QGuiApplication([])
    python = [sys.executable, "-I", "-c"]
    bare, centred, app, form = list[float](), list[float](), list[float](), list[float]()
    with disk_folder() as folder:
        home = home_with_vault(folder)
        programs = (
            (bare, [*python, BARE], os.environ),
            (centred, [*python, CENTRED], os.environ),
            (app, app_command(), home.environment),
        )
        for number in range(TIMES + 1):
            for taken, command, environment in programs:
                once = seconds_to_paint(command, environment) * 1000
                if number:  # the first round only warms the disk's cache
                    taken.append(once)
            form.append(seconds_to_form(app_command(), home.environment) * 1000)
            screen.processEvents()
    tell("a bare PySide6 window", bare)
    tell("a bare PySide6 window with a centred label", centred)
    tell("start to lock screen painted", app)
    tell("start to its form, as seen on the screen", form)
    for what, yardstick in (("a bare window", bare), ("one with a centred label", centred)):
        ratios = [ours / theirs for theirs, ours in zip(yardstick, app, strict=True)]
        sys.stdout.write(f"beside {what}: {statistics.median(ratios):.2f} times as long\n")


if __name__ == "__main__":
    main()
