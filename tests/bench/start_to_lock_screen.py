"""From the start of the process to the lock screen painted, beside bare PySide6 windows.

Two of them: one shows a line of text, the other centres it. For that it needs Qt's namespace of
enums, as any window of use does, and PySide6 takes a while to build it.

Run: bash packaging/desktop.sh .venv/bin/python -m tests.bench.start_to_lock_screen
"""

import os
import statistics
import sys
from collections.abc import Mapping, Sequence

from tests.support.figures import disk_folder, tell
from tests.support.locked_home import home_with_vault
from tests.support.stopwatch import app_command, watched

TIMES = 20
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


def main() -> None:
    """Prints the figures; the three take turns, so that a slow minute hits them all."""
    python = [sys.executable, "-I", "-c"]
    bare, centred, app = list[float](), list[float](), list[float]()
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
    tell("a bare PySide6 window", bare)
    tell("a bare PySide6 window with a centred label", centred)
    tell("start to lock screen painted", app)
    for what, yardstick in (("a bare window", bare), ("one with a centred label", centred)):
        ratios = [ours / theirs for theirs, ours in zip(yardstick, app, strict=True)]
        sys.stdout.write(f"beside {what}: {statistics.median(ratios):.2f} times as long\n")


if __name__ == "__main__":
    main()
