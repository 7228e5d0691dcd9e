"""From pressing "Unlock" to Today, usable and painted, through this session's real keyring.

Each time in a new process, as after every lock, so that what is imported late counts.

Run: bash packaging/desktop.sh .venv/bin/python -m tests.bench.unlock_by_keyring
"""

import subprocess
import sys
import time

from PySide6.QtWidgets import QAbstractItemView, QApplication, QPushButton

from app.workspace import Workspace
from tests.support.composed import Composed, composed
from tests.support.figures import disk_folder, tell
from tests.support.locked_home import home_with_vault, keyring_way
from tests.support.workspaces import add_client

TIMES = 20
CLIENTS = 40


def fill(workspace: Workspace) -> None:
    """A practice with some clients."""
    for number in range(CLIENTS):
        add_client(workspace, f"Client {number}")


def unlock_once() -> float:
    """Unlocks the vault of the home in force; returns milliseconds."""
    app = QApplication([])
    with composed(app) as whole:
        button = whole.wait_for(lambda: _ready(whole))
        begun = time.perf_counter()
        button.click()
        whole.wait_for(lambda: _usable(whole))
        app.processEvents()  # its picture
        return (time.perf_counter() - begun) * 1000


def _ready(whole: Composed) -> QPushButton | None:
    button = whole.widget(QPushButton, "unlock.open")
    return button if button is not None and button.isEnabled() else None


def _usable(whole: Composed) -> bool:
    people = whole.widget(QAbstractItemView, "today.people")
    return people is not None and people.isEnabled() and people.model().rowCount() > 0


def main() -> None:
    """Prints the figures."""
    taken: list[float] = []
    with disk_folder() as folder:
        home = home_with_vault(folder, keyring_way(), fill)
        for number in range(TIMES + 1):
            once = subprocess.run(
                [sys.executable, "-m", "tests.bench.unlock_by_keyring", "once"],
                env=home.environment,
                check=True,
                capture_output=True,
                text=True,
            )
            if number:  # the first one only warms the disk's cache
                taken.append(float(once.stdout))
    tell(f"unlock by keyring to Today with {CLIENTS} clients", taken)


if __name__ == "__main__":
    if sys.argv[1:] == ["once"]:
        sys.stdout.write(f"{unlock_once()}\n")
    else:
        main()
