"""Stillness and the desktop's signs all end in the one lock."""

import shutil
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from app.process.verbs import Verb
from app.settings.declared import AUTO_LOCK_MINUTES
from app.settings.device import DeviceSettings
from tests.support.fake_desktop import FakeDesktop, fake_desktop, private_bus
from tests.support.verb_pipes import SupervisorSide
from ui.jobs import Jobs
from ui.leaving.auto_lock import AutoLock
from ui.leaving.lock import Lock
from ui.leaving.watch import watch_for_leaving
from ui.process.link import SupervisorLink
from ui.shell.main_window import MainWindow
from ui.theme.switcher import Theme

pytestmark = pytest.mark.skipif(not shutil.which("dbus-daemon"), reason="needs dbus-daemon")


@pytest.fixture
def desktop(monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeDesktop]:
    with private_bus() as address:
        monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", address)
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        monkeypatch.delenv("XDG_SESSION_ID", raising=False)
        with fake_desktop(address) as desktop:
            yield desktop


@pytest.fixture
def ended() -> list[None]:
    """As often as the process would have ended."""
    return []


@pytest.fixture
def window(
    qtbot: QtBot,
    theme: Theme,
    open_jobs: Jobs,
    link: SupervisorLink,
    device: DeviceSettings,
    ended: list[None],
) -> MainWindow:
    window = MainWindow(device)
    qtbot.addWidget(window)
    window.show()
    lock = Lock(open_jobs, link, lambda: ended.append(None), window)
    for _ in range(2):  # a vault that was not as it was left is told of twice
        watch_for_leaving(
            window,
            lambda: window.in_session,
            lambda: False,
            lambda: window.at_work,
            theme,
            lock,
            link,
            device,
        )
    assert len(window.findChildren(AutoLock)) == 1
    return window


def screen_locks(desktop: FakeDesktop) -> None:
    desktop.screen_saver("org.gnome.ScreenSaver", active=True)


def user_switches(desktop: FakeDesktop) -> None:
    desktop.changes_session("Active", False)


@pytest.mark.parametrize(
    "happens",
    [
        FakeDesktop.goes_to_sleep,
        FakeDesktop.locks_session,
        FakeDesktop.closes_lid,
        screen_locks,
        user_switches,
    ],
)
def test_every_sign_of_the_desktop_locks(
    desktop: FakeDesktop,
    window: MainWindow,
    supervisor: SupervisorSide,
    ended: list[None],
    qtbot: QtBot,
    happens: Callable[[FakeDesktop], None],
) -> None:
    qtbot.waitUntil(desktop.looked_at_lid.is_set)
    qtbot.wait(100)
    assert window.isVisible()
    happens(desktop)
    qtbot.waitUntil(lambda: bool(ended))
    assert not window.isVisible()
    assert set(supervisor.heard()) == {Verb.LOCK}


def test_an_open_menu_puts_nothing_off(
    desktop: FakeDesktop, window: MainWindow, ended: list[None], qtbot: QtBot
) -> None:
    qtbot.waitUntil(desktop.looked_at_lid.is_set)
    qtbot.wait(100)
    menu = QMenu(window)
    menu.addAction("Wilhelmina")
    menu.popup(window.pos())
    qtbot.waitUntil(menu.isVisible)
    desktop.goes_to_sleep()
    qtbot.waitUntil(lambda: bool(ended))
    assert not menu.isVisible()


def test_stillness_locks_after_the_minutes_that_were_chosen(
    desktop: FakeDesktop,
    window: MainWindow,
    device: DeviceSettings,
    ended: list[None],
    qtbot: QtBot,
) -> None:
    device.put(AUTO_LOCK_MINUTES, 1)
    watch = window.findChild(AutoLock)
    assert isinstance(watch, AutoLock)
    watch._input = watch._input._replace(awake=watch._input.awake - 59)
    assert not watch._look()
    watch._input = watch._input._replace(awake=watch._input.awake - 2)
    assert watch._look()
    qtbot.waitUntil(lambda: bool(ended))
    assert not window.isVisible()
