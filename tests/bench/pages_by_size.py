"""How long a page takes to come, with 1,000 notes and with 100,000 notes of 1,000 clients.

From going there to everything read and painted. The palette's figure is one letter typed.

Run: bash packaging/desktop.sh .venv/bin/python -m tests.bench.pages_by_size
"""

import os
import time
from functools import partial
from itertools import cycle, islice

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from app.core.ids import ClientId
from app.workspace import Workspace
from tests.support.big_vaults import SIZES, big_vault, open_big, vault_folder
from tests.support.composed import Composed, composed
from tests.support.desktop import fresh_home
from tests.support.figures import disk_folder, tell
from ui.commands.registry import Registry
from ui.jobs import Jobs
from ui.places.navigation import Navigation, PageId, Place

TIMES = 20
LETTERS = "amalia"


def go(app: QApplication, whole: Composed, place: Place) -> float:
    """Milliseconds until the page has read everything and shows it."""
    begun = time.perf_counter()
    whole.part(Navigation).go(place)
    whole.rest(0.0)
    app.processEvents()
    return (time.perf_counter() - begun) * 1000


def type_into_palette(app: QApplication, whole: Composed) -> list[float]:
    """Milliseconds for each letter."""
    whole.part(Registry).run("palette.open")
    whole.rest(0.0)
    field = whole.wait_for(lambda: whole.widget(QLineEdit, "palette.field"))
    taken = list[float]()
    for letter in LETTERS:
        begun = time.perf_counter()
        QTest.keyClicks(field, letter)
        app.processEvents()
        taken.append((time.perf_counter() - begun) * 1000)
    QTest.keyClick(field, Qt.Key.Key_Escape)
    whole.rest(0.0)
    return taken


def longest(workspace: Workspace) -> list[ClientId]:
    """The clients with the most sessions."""
    counted = [(len(workspace.sessions.of_client(c.id)), c.id) for c in workspace.clients.listed()]
    return [client for _, client in sorted(counted, reverse=True)[:TIMES]]


def measure(app: QApplication, whole: Composed, what: str) -> None:
    """Tells the figures of one vault, once it was checked after its opening."""
    clients: list[ClientId] = []
    whole.part(Jobs).read(whole.window, longest, clients.extend)
    whole.wait_for(lambda: clients, patience=60.0)
    away = Place(PageId.SETTINGS)
    for name, places in (
        ("Today", [Place(PageId.TODAY)]),
        ("the clients", [Place(PageId.CLIENTS)]),
        ("a client of many sessions", [Place(PageId.CLIENT, client=one) for one in clients]),
        (
            "all sessions of such a client",
            [Place(PageId.CLIENT, client=one, tab="sessions") for one in clients],
        ),
    ):
        taken = list[float]()
        for place in islice(cycle(places), TIMES + 1):
            go(app, whole, away)
            taken.append(go(app, whole, place))
        tell(f"{name}, {what}", taken[1:])
    typed = [once for _ in range(5) for once in type_into_palette(app, whole)]
    tell(f"a letter in the palette, {what}", typed)


def main() -> None:
    """Prints the figures."""
    app = QApplication([])
    with vault_folder() as folder, disk_folder() as homes:
        for number, (notes, clients) in enumerate(SIZES):
            vault = big_vault(folder, notes, clients)
            place = homes / f"{number}"
            place.mkdir()
            os.environ.update(fresh_home(place).environment)
            with composed(app) as whole:
                whole.open_vault(partial(open_big, vault))
                measure(app, whole, f"{notes:,} notes")


if __name__ == "__main__":
    main()
