"""The window shows the locked stage, then the desk, and says nothing about whose it is."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.settings.declared import SIDEBAR_NARROW, WINDOW_GEOMETRY
from app.settings.device import DeviceSettings
from crypto.errors import VaultReadOnly
from tests.support.find import find
from tests.support.fixed_clock import FixedClock
from ui.commands.context import Context
from ui.commands.menus import fill_menu_bar
from ui.commands.registry import Registry
from ui.jobs import Jobs
from ui.locked.locked_page import LockedPage, LockedStep
from ui.locked.locked_stage import LockedStage
from ui.places.navigation import HOME, Navigation, PageId, Place
from ui.places.page import Page
from ui.shell import main_window
from ui.shell.desk import Desk
from ui.shell.main_window import MainWindow
from ui.shell.notices import Notices
from ui.shell.regions import focus_next
from ui.sidebar.sidebar import Sidebar
from ui.sidebar.sidebar_view_model import SidebarViewModel
from ui.theme.switcher import Theme
from ui.widgets.button import Button
from ui.widgets.notice_bar import NoticeBar

SETTINGS = Place(PageId.SETTINGS)
SESSION = Place(PageId.SESSION)


class FieldPage(Page):
    """A page with two fields, that remembers where it was opened."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[Place] = []
        self.first, self.second = QLineEdit(), QLineEdit()
        column = QVBoxLayout(self)
        column.addWidget(self.first)
        column.addWidget(self.second)

    def open_place(self, place: Place) -> None:
        self.opened.append(place)

    def focus_first(self) -> None:
        self.first.setFocus()

    def regions(self) -> tuple[QWidget, ...]:
        return (self.first, self.second)


class WholePage(FieldPage):
    context = Context.SESSION
    full_window = True


class FieldStep(LockedPage):
    """A locked page with one field."""

    def __init__(self) -> None:
        super().__init__()
        self.field = QLineEdit(self)
        self.arrivals = 0

    def arrive(self) -> None:
        self.arrivals += 1

    def focus_first(self) -> None:
        self.field.setFocus()


@pytest.fixture
def window(theme: Theme, device: DeviceSettings, qtbot: QtBot) -> MainWindow:
    window = MainWindow(device)
    qtbot.addWidget(window, before_close_func=lambda w: w.close_asked.disconnect())
    window.close_asked.connect(lambda: None)
    return window


@pytest.fixture
def stage(window: MainWindow) -> LockedStage:
    stage = LockedStage({LockedStep.UNLOCK: FieldStep, LockedStep.RECOVER: FieldStep})
    window.show_front(stage)
    stage.show_step(LockedStep.UNLOCK)
    return stage


@pytest.fixture
def pages() -> dict[PageId, FieldPage]:
    return {
        PageId.TODAY: FieldPage(),
        PageId.SETTINGS: FieldPage(),
        PageId.SESSION: WholePage(),
    }


@pytest.fixture
def desk(
    window: MainWindow,
    stage: LockedStage,
    theme: Theme,
    jobs: Jobs,
    navigation: Navigation,
    registry: Registry,
    device: DeviceSettings,
    pages: dict[PageId, FieldPage],
    qtbot: QtBot,
) -> Desk:
    model = SidebarViewModel(jobs, FixedClock(), jobs)
    sidebar = Sidebar(theme, model, navigation, registry)
    desk = Desk(sidebar, pages, navigation, registry, device)
    window.show_front(desk)
    window.resize(1280, 830)
    window.show()
    navigation.go(HOME)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return desk


def test_the_title_never_says_more(window: MainWindow, desk: Desk, navigation: Navigation) -> None:
    navigation.go(SETTINGS)
    assert window.windowTitle() == "Underrose"


def test_it_is_painted_once_and_then_ready(
    window: MainWindow, stage: LockedStage, qtbot: QtBot
) -> None:
    happened: list[str] = []
    window.painted.connect(lambda: happened.append("painted"))
    window.ready.connect(lambda: happened.append("ready"))
    window.open()
    qtbot.waitUntil(lambda: "ready" in happened)
    window.repaint()
    qtbot.wait(5)
    assert happened == ["painted", "ready"]


def test_a_window_that_nobody_sees_is_ready_all_the_same(
    window: MainWindow, stage: LockedStage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(main_window, "READY_BY", 1)
    monkeypatch.setattr(window, "show", lambda: None)
    with qtbot.waitSignal(window.ready), qtbot.assertNotEmitted(window.painted):
        window.open()


def test_the_locked_stage_builds_a_page_when_it_is_first_shown(
    window: MainWindow, stage: LockedStage, registry: Registry
) -> None:
    first = stage.page
    assert len(stage.findChildren(FieldStep)) == 1
    first.leads_to.emit(LockedStep.RECOVER)
    assert stage.page is not first
    stage.page.leads_to.emit(LockedStep.UNLOCK)
    assert stage.page is first
    assert isinstance(first, FieldStep)
    assert first.arrivals == 2
    assert registry.screen is Context.LOCKED


def test_the_stage_says_when_the_vault_is_open(stage: LockedStage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(stage.opened):
        stage.page.opened.emit()


def test_the_desk_takes_the_place_of_what_was_typed_while_locked(
    stage: LockedStage, desk: Desk, qtbot: QtBot, window: MainWindow
) -> None:
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert window.findChild(LockedStage) is None


def test_arriving_shows_the_page_and_gives_it_the_focus(
    desk: Desk,
    pages: dict[PageId, FieldPage],
    navigation: Navigation,
    registry: Registry,
) -> None:
    navigation.go(SETTINGS)
    page = pages[PageId.SETTINGS]
    assert page.isVisible()
    assert page.opened == [SETTINGS]
    assert page.first.hasFocus()
    assert registry.screen is Context.DESK


def test_a_session_takes_the_whole_window(
    desk: Desk, pages: dict[PageId, FieldPage], navigation: Navigation, registry: Registry
) -> None:
    navigation.go(SESSION)
    assert pages[PageId.SESSION].isVisible()
    assert not desk.sidebar.isVisible()
    assert registry.screen is Context.SESSION
    navigation.back()
    assert desk.sidebar.isVisible()
    assert registry.screen is Context.DESK


def test_f6_walks_the_regions_and_comes_round(
    window: MainWindow, desk: Desk, pages: dict[PageId, FieldPage]
) -> None:
    page = pages[PageId.TODAY]
    focus_next(window.regions(), 1)
    assert page.second.hasFocus()
    focus_next(window.regions(), 1)
    assert desk.sidebar.list.hasFocus()
    focus_next(window.regions(), 1)
    assert page.first.hasFocus()
    focus_next(window.regions(), -1)
    assert desk.sidebar.list.hasFocus()


def test_the_sidebar_is_narrow_in_a_narrow_window(
    window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    window.resize(1100, 800)
    qtbot.waitUntil(lambda: desk.sidebar.width() == 56)
    window.resize(1280, 800)
    qtbot.waitUntil(lambda: desk.sidebar.width() == 224)


def test_the_coach_may_have_it_narrow_always(desk: Desk, device: DeviceSettings) -> None:
    desk.toggle_sidebar()
    assert desk.sidebar.width() == 56
    assert device.get(SIDEBAR_NARROW)
    desk.toggle_sidebar()
    assert desk.sidebar.width() == 224


def test_closing_asks_for_the_end_and_keeps_the_window(
    window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(window.close_asked):
        window.close()
    assert window.isVisible()


def test_it_comes_back_where_it_was(
    window: MainWindow,
    desk: Desk,
    device: DeviceSettings,
    qtbot: QtBot,
) -> None:
    window.resize(1024, 700)  # no higher than the offscreen platform's screen
    qtbot.waitUntil(lambda: bool(device.get(WINDOW_GEOMETRY)))
    successor = MainWindow(device)
    qtbot.addWidget(successor)
    with qtbot.waitSignal(successor.ready):
        successor.open()
    assert successor.height() == 700


def test_it_comes_to_the_front(window: MainWindow, desk: Desk) -> None:
    window.showMinimized()
    window.come_to_front("")
    assert not window.isMinimized()
    assert window.isVisible()


def test_trouble_is_shown_until_it_is_put_away(
    window: MainWindow, desk: Desk, theme: Theme, qtbot: QtBot
) -> None:
    notices = Notices(theme)
    window.put_above(notices)
    assert not notices.isVisible()
    notices.show_error(VaultReadOnly())
    notices.show_error(VaultReadOnly())
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    bar = find(window, NoticeBar)
    assert bar.isVisible()
    assert bar.text().startswith("The folder can’t be written to.")
    qtbot.mouseClick(find(bar, Button, "notice.away"), Qt.MouseButton.LeftButton)
    assert not notices.isVisible()


def test_the_lock_screen_says_that_the_process_before_keeps_what_it_cannot_save(
    window: MainWindow, theme: Theme
) -> None:
    notices = Notices(theme)
    window.put_above(notices)
    notices.show_other_cannot_save()
    said = find(window, NoticeBar).text()
    assert "the disk is full, or the vault’s folder is gone" in said
    assert "Your text is still here" in said


def test_the_menu_bar_holds_every_command_once(window: MainWindow, registry: Registry) -> None:
    fill_menu_bar(window.menuBar(), registry)
    menus = window.menuBar().findChildren(QMenu)
    titles = [action.text() for action in window.menuBar().actions()]
    assert titles == ["&File", "&Edit", "&Go", "&Client", "&Session", "&View", "&Help"]
    shown = [
        action.objectName()
        for menu in menus
        for action in menu.actions()
        if not action.isSeparator()
    ]
    assert sorted(shown) == sorted(command.id for command in registry.commands())


@pytest.mark.parametrize("behind", [True, False])
def test_it_can_appear_without_taking_the_keyboard(
    device: DeviceSettings, qtbot: QtBot, behind: bool
) -> None:
    window = MainWindow(device)
    qtbot.addWidget(window)
    window.open(behind=behind)
    assert window.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating) is behind
