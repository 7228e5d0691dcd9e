"""From the start of the process to the lock screen painted, beside a bare PySide6 window.

What counts is the first picture: the ceiling and the line at its foot. The form follows it.

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
window.setCentralWidget(QLabel("A bare window"))
window.resize(1280, 800)
window.show()
sys.exit(app.exec())
"""


def seconds_to_paint(command: Sequence[str], environment: Mapping[str, str]) -> float:
    """From just before the start to the first picture."""
    with watched(command, environment) as program:
        return program.when("window painted") - program.started


def main() -> None:
    """Prints the figures; the two take turns, so that a slow minute hits both."""
    bare, app = list[float](), list[float]()
    with disk_folder() as folder:
        home = home_with_vault(folder)
        for number in range(TIMES + 1):
            one = seconds_to_paint([sys.executable, "-I", "-c", BARE], os.environ)
            other = seconds_to_paint(app_command(), home.environment)
            if number:  # the first round only warms the disk's cache
                bare.append(one * 1000)
                app.append(other * 1000)
    tell("a bare PySide6 window", bare)
    tell("start to lock screen painted", app)
    ratios = [other / one for one, other in zip(bare, app, strict=True)]
    sys.stdout.write(f"ratio: {statistics.median(ratios):.2f}\n")


if __name__ == "__main__":
    main()
