"""The palette works by keyboard alone, and runs what was chosen once it has closed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow
from pytestqt.qtbot import QtBot

from tests.support.accessible_names import nameless
from tests.support.find import find
from ui.commands.palette import Palette
from ui.commands.palette_entries import Entry, EntryKind
from ui.theme.switcher import Theme

LOCK = Entry(EntryKind.ACTION, "app.lock", "Lock", keys="Ctrl+L", icon="lock")
ADD = Entry(EntryKind.ACTION, "client.add", "Add a client", icon="plus")
AMARA = Entry(EntryKind.CLIENT, "a" * 32, "Amara Osei", initials="AO")


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    window = QMainWindow()
    window.setCentralWidget(QLineEdit())
    window.resize(1280, 800)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    find(window, QLineEdit).setFocus()
    return window


class Chosen:
    """Keeps what was chosen, and whether the palette had closed by then."""

    def __init__(self) -> None:
        self.entries: list[Entry] = []
        self.closed_before: list[bool] = []
        self.palette: Palette | None = None

    def __call__(self, entry: Entry) -> None:
        assert self.palette is not None
        self.entries.append(entry)
        self.closed_before.append(self.palette.isHidden())


@pytest.fixture
def chosen() -> Chosen:
    return Chosen()


@pytest.fixture
def palette(window: QMainWindow, theme: Theme, chosen: Chosen) -> Palette:
    palette = Palette(window, theme, [LOCK, ADD], chosen)
    chosen.palette = palette
    palette.open()
    return palette


def rows(palette: Palette) -> list[str]:
    model = palette.list.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def current(palette: Palette) -> str:
    return palette.list.currentIndex().data()


def test_it_takes_the_focus_and_points_at_the_first_entry(palette: Palette) -> None:
    assert palette.field.hasFocus()
    assert rows(palette) == ["Do", "Lock", "Add a client"]
    assert current(palette) == "Lock"


def test_clients_that_come_later_stand_first(palette: Palette) -> None:
    palette.add([AMARA])
    assert rows(palette) == ["Clients", "Amara Osei", "Do", "Lock", "Add a client"]
    assert current(palette) == "Amara Osei"


def test_arrows_skip_headings_and_go_round(palette: Palette, qtbot: QtBot) -> None:
    palette.add([AMARA])
    seen: list[str] = []
    for _ in range(3):
        qtbot.keyClick(palette.field, Qt.Key.Key_Down)
        seen.append(current(palette))
    qtbot.keyClick(palette.field, Qt.Key.Key_Up)
    assert seen == ["Lock", "Add a client", "Amara Osei"]
    assert current(palette) == "Add a client"


def test_typing_narrows_it_down(palette: Palette, qtbot: QtBot) -> None:
    qtbot.keyClicks(palette.field, "add")
    assert rows(palette) == ["Do", "Add a client"]


def test_enter_closes_it_and_then_does_it(
    palette: Palette, chosen: Chosen, window: QMainWindow, qtbot: QtBot
) -> None:
    qtbot.keyClicks(palette.field, "add")
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert chosen.entries == [ADD]
    assert chosen.closed_before == [True]
    assert QApplication.focusWidget() is window.centralWidget()


def test_enter_on_nothing_found_does_nothing(
    palette: Palette, chosen: Chosen, qtbot: QtBot
) -> None:
    qtbot.keyClicks(palette.field, "xyz")
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    qtbot.keyClick(palette.field, Qt.Key.Key_Down)
    assert rows(palette) == []
    assert chosen.entries == []
    assert palette.isVisible()


def test_a_click_does_it(palette: Palette, chosen: Chosen, qtbot: QtBot) -> None:
    where = palette.list.visualRect(palette.list.model().index(2, 0)).center()
    qtbot.mouseClick(palette.list.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert chosen.entries == [ADD]


def test_escape_closes_it(palette: Palette, chosen: Chosen, qtbot: QtBot) -> None:
    closed = QSignalSpy(palette.closed)
    qtbot.keyClick(palette.field, Qt.Key.Key_Escape)
    assert closed.count() == 1
    assert chosen.entries == []


def test_it_is_no_higher_than_what_it_found_and_fits_a_low_window(
    palette: Palette, window: QMainWindow, qtbot: QtBot
) -> None:
    low = palette.panel.height()
    palette.add([Entry(EntryKind.CLIENT, str(n), f"Client {n}") for n in range(40)])
    assert palette.panel.height() > low
    qtbot.keyClicks(palette.field, "@")
    assert palette.panel.height() == 614
    window.resize(1024, 640)
    assert palette.panel.geometry().bottom() < palette.height()


def test_everything_in_it_has_a_name(palette: Palette) -> None:
    palette.add([AMARA])
    assert nameless(palette) == []
    model = palette.list.model()
    said = model.index(3, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Lock, Ctrl L"
