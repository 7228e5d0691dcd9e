"""The sidebar leads everywhere, by mouse and by keyboard."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.core.ids import ClientId, new_id
from crypto.errors import VaultDamaged
from tests.support.accessible_names import nameless
from tests.support.find import find
from tests.support.fixed_clock import FixedClock
from ui.commands.registry import Registry
from ui.jobs import Jobs
from ui.places.navigation import HOME, Navigation, PageId, Place
from ui.sidebar.find_box import FindBox
from ui.sidebar.made_up_mark import MadeUpMark
from ui.sidebar.sidebar import Sidebar
from ui.sidebar.sidebar_list import SidebarList
from ui.sidebar.sidebar_rows import RowKind, rows_for
from ui.sidebar.sidebar_view_model import SidebarClient, SidebarViewModel, State
from ui.theme.switcher import Theme
from ui.widgets.button import Button

AMARA = SidebarClient(ClientId(new_id()), "Amara Osei", "AO")
JOEL = SidebarClient(ClientId(new_id()), "Joel Pennington", "JP")
TWO = State("Whitlock Coaching", (AMARA, JOEL), 11, 12)
AT_AMARA = Place(PageId.CLIENT, client=AMARA.id)


@pytest.fixture
def sidebar(
    theme: Theme, jobs: Jobs, navigation: Navigation, registry: Registry, qtbot: QtBot
) -> Sidebar:
    model = SidebarViewModel(jobs, FixedClock(), jobs)
    sidebar = Sidebar(theme, model, navigation, registry)
    qtbot.addWidget(sidebar)
    sidebar.resize(224, 800)
    sidebar.show()
    model.state_changed.emit(TWO)
    return sidebar


def texts(places: SidebarList) -> list[str]:
    model = places.model()
    rows = (model.index(row, 0).data() for row in range(model.rowCount()))
    return [text for text in rows if text]


def click(qtbot: QtBot, places: SidebarList, text: str) -> None:
    model = places.model()
    row = next(n for n in range(model.rowCount()) if model.index(n, 0).data() == text)
    where = places.visualRect(model.index(row, 0)).center()
    qtbot.mouseClick(places.viewport(), Qt.MouseButton.LeftButton, pos=where)


def test_it_grows_with_the_text_so_that_nothing_is_cut_off(sidebar: Sidebar, theme: Theme) -> None:
    assert sidebar.width() == 224
    theme.set_text_scale(1.5)
    own = find(sidebar, Button, "sidebar.own_vault")
    assert sidebar.width() == 300
    assert own.sizeHint().width() <= 300 - 3 * 12
    sidebar.set_narrow(True)
    theme.set_text_scale(1.0)
    assert sidebar.width() == 56


def test_it_lists_only_places_that_exist(sidebar: Sidebar) -> None:
    assert texts(sidebar.list) == [
        "Today",
        "Clients",
        "Amara Osei",
        "Joel Pennington",
        "All 11 clients",
        "Privacy check-up",
        "Backups",
        "Settings",
    ]


def test_without_clients_it_says_how_to_add_one() -> None:
    hints = [row.text for row in rows_for(State("V")) if row.kind is RowKind.HINT]
    assert hints == ["Nobody yet. Ctrl N adds the first."]


def test_clients_that_cannot_be_read_are_not_nobody(sidebar: Sidebar) -> None:
    sidebar._model.unread.emit(VaultDamaged())
    assert "Your clients can’t be read." in texts(sidebar.list)
    sidebar._model.unread.emit(None)
    assert "Your clients can’t be read." not in texts(sidebar.list)


def test_who_is_archived_can_still_be_reached() -> None:
    everybody = [row.text for row in rows_for(State("V", (), 0, 3)) if row.place]
    assert everybody == ["Today", "All clients", "Privacy check-up", "Backups", "Settings"]


def test_the_last_places_stand_at_the_foot(sidebar: Sidebar, qtbot: QtBot) -> None:
    places = sidebar.list
    last = places.model().index(places.model().rowCount() - 1, 0)
    qtbot.waitUntil(lambda: places.visualRect(last).bottom() == places.viewport().rect().bottom())


def test_in_a_low_window_it_scrolls(sidebar: Sidebar, qtbot: QtBot) -> None:
    sidebar.resize(224, 300)
    qtbot.waitUntil(lambda: sidebar.list.verticalScrollBar().maximum() > 0)


def test_a_click_goes_there(sidebar: Sidebar, navigation: Navigation, qtbot: QtBot) -> None:
    qtbot.wait(1)
    click(qtbot, sidebar.list, "Amara Osei")
    assert navigation.place == AT_AMARA


def test_a_section_leads_nowhere(sidebar: Sidebar, navigation: Navigation, qtbot: QtBot) -> None:
    qtbot.wait(1)
    click(qtbot, sidebar.list, "Clients")
    assert navigation.place is None


def test_arrows_skip_the_sections_and_enter_goes_there(
    sidebar: Sidebar, navigation: Navigation, qtbot: QtBot
) -> None:
    navigation.go(HOME)
    sidebar.list.setFocus()
    qtbot.keyClick(sidebar.list, Qt.Key.Key_Down)
    qtbot.keyClick(sidebar.list, Qt.Key.Key_Return)
    assert navigation.place == AT_AMARA
    for _ in range(5):
        qtbot.keyClick(sidebar.list, Qt.Key.Key_Down)
    qtbot.keyClick(sidebar.list, Qt.Key.Key_Return)
    assert navigation.place == Place(PageId.SETTINGS)


def test_the_row_of_the_page_in_front_is_marked(sidebar: Sidebar, navigation: Navigation) -> None:
    navigation.go(Place(PageId.CLIENT, client=JOEL.id, tab="record"))
    assert sidebar.list.currentIndex().data() == "Joel Pennington"


def test_narrow_it_keeps_the_names_as_tips(sidebar: Sidebar, qtbot: QtBot) -> None:
    sidebar.set_narrow(True)
    model = sidebar.list.model()
    assert sidebar.width() == 56
    assert model.index(2, 0).data(Qt.ItemDataRole.ToolTipRole) == "Amara Osei"
    assert find(sidebar, Button, "sidebar.lock").toolTip() == "Lock"
    assert find(sidebar, FindBox).toolTip() == "Search or jump to"
    sidebar.set_narrow(False)
    assert sidebar.width() == 224
    assert model.index(2, 0).data(Qt.ItemDataRole.ToolTipRole) is None


@pytest.mark.parametrize("narrow", [False, True])
def test_everything_has_a_name(sidebar: Sidebar, narrow: bool) -> None:
    sidebar.set_narrow(narrow)
    assert nameless(sidebar) == []


@pytest.mark.parametrize(
    ("name", "command"),
    [
        ("sidebar.find", "palette.open"),
        ("sidebar.lock", "app.lock"),
        ("sidebar.add", "client.add"),
    ],
)
def test_its_buttons_run_commands(
    sidebar: Sidebar, registry: Registry, qtbot: QtBot, name: str, command: str
) -> None:
    runs: list[str] = []
    registry.bind(command, lambda: runs.append(command))
    registry.set_context(registry.command(command).context)
    button = find(sidebar, QWidget, name)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert runs == [command]


def test_a_made_up_practice_is_marked_as_such(sidebar: Sidebar) -> None:
    mark = find(sidebar, MadeUpMark)
    assert not mark.isVisible()
    sidebar._show(replace(TWO, made_up_in="/somewhere/A made-up practice.vault"))
    assert mark.isVisible()
    said = [label.text() for label in mark.findChildren(QLabel) if label.isVisible()]
    assert said == ["A made-up practice, for looking around"]
    sidebar.set_narrow(True)
    assert "made-up" in find(mark, Button, "sidebar.own_vault").toolTip()
    assert nameless(sidebar) == []


def spoken(places: SidebarList, text: str) -> str:
    model = places.model()
    indexes = (model.index(row, 0) for row in range(model.rowCount()))
    index = next(index for index in indexes if index.data() == text)
    return str(index.data(Qt.ItemDataRole.AccessibleTextRole))


def test_a_dot_says_that_the_check_up_needs_the_coach(sidebar: Sidebar) -> None:
    places = sidebar.list
    assert spoken(places, "Privacy check-up") == "Privacy check-up"
    plain = places.viewport().grab().toImage()
    sidebar.show_privacy_needs(2)
    assert spoken(places, "Privacy check-up") == "Privacy check-up, 2 things need you"
    assert places.viewport().grab().toImage() != plain
    sidebar.show_privacy_needs(1)
    assert spoken(places, "Privacy check-up") == "Privacy check-up, one thing needs you"
    sidebar.show_privacy_needs(0)
    assert places.viewport().grab().toImage() == plain


def test_a_dot_without_a_count_says_that_a_backup_is_due(sidebar: Sidebar) -> None:
    places = sidebar.list
    assert spoken(places, "Backups") == "Backups"
    plain = places.viewport().grab().toImage()
    sidebar.show_backup_due(True)
    assert spoken(places, "Backups") == "Backups, one is due"
    assert places.viewport().grab().toImage() != plain
    sidebar.show_backup_due(False)
    assert places.viewport().grab().toImage() == plain


def test_the_dot_stays_when_clients_change_and_in_a_narrow_sidebar(sidebar: Sidebar) -> None:
    sidebar.show_privacy_needs(2)
    sidebar.list.show_state(replace(TWO, active=12))
    assert spoken(sidebar.list, "Privacy check-up").endswith("2 things need you")
    sidebar.set_narrow(True)
    dotted = sidebar.list.viewport().grab().toImage()
    sidebar.show_privacy_needs(0)
    assert sidebar.list.viewport().grab().toImage() != dotted
