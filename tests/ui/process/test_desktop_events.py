"""Signs of a desktop come as signals from buses that may be there or not."""

import shutil
import threading
from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from tests.support.fake_desktop import (
    LOGIND,
    SOMEBODY_ELSES,
    UPOWER,
    FakeDesktop,
    fake_desktop,
    private_bus,
)
from ui.process import desktop_bus
from ui.process.desktop_events import DesktopEvents

pytestmark = pytest.mark.skipif(not shutil.which("dbus-daemon"), reason="needs dbus-daemon")

Told = list[str]


@pytest.fixture
def bus(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A bus that is the system's and the session's at once."""
    with private_bus() as address:
        monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", address)
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        monkeypatch.delenv("XDG_SESSION_ID", raising=False)
        yield address


@pytest.fixture
def desktop(bus: str) -> Iterator[FakeDesktop]:
    with fake_desktop(bus) as desktop:
        yield desktop


@pytest.fixture
def events(qtbot: QtBot, told: Told) -> Iterator[DesktopEvents]:
    events = DesktopEvents(lambda: told.append(f"first, on {threading.current_thread().name}"))
    events.going_to_sleep.connect(lambda: told.append("sleep"))
    events.session_locked.connect(lambda: told.append("locked"))
    events.user_switched.connect(lambda: told.append("switched"))
    events.lid_closed.connect(lambda: told.append("lid"))
    yield events
    events.deleteLater()


@pytest.fixture
def told() -> Told:
    return []


def signals(told: Told) -> Told:
    return [each for each in told if not each.startswith("first")]


def listening(events: DesktopEvents, desktop: FakeDesktop, qtbot: QtBot) -> None:
    """Starts, and waits until both buses are listened to."""
    events.start()
    qtbot.waitUntil(desktop.looked_at_lid.is_set)  # the last that it asks
    qtbot.wait(100)


def user_switches(desktop: FakeDesktop) -> None:
    desktop.changes_session("Active", False)


def session_says_locked(desktop: FakeDesktop) -> None:
    desktop.changes_session("LockedHint", True)


def gnome_locks(desktop: FakeDesktop) -> None:
    desktop.screen_saver("org.gnome.ScreenSaver", active=True)


def kde_locks(desktop: FakeDesktop) -> None:
    desktop.screen_saver("org.freedesktop.ScreenSaver", active=True)


@pytest.mark.parametrize(
    ("happens", "expected"),
    [
        (FakeDesktop.goes_to_sleep, "sleep"),
        (FakeDesktop.locks_session, "locked"),
        (FakeDesktop.closes_lid, "lid"),
        (user_switches, "switched"),
        (session_says_locked, "locked"),
        (gnome_locks, "locked"),
        (kde_locks, "locked"),
    ],
)
def test_each_sign_is_told_once(
    events: DesktopEvents,
    desktop: FakeDesktop,
    told: Told,
    qtbot: QtBot,
    happens: Callable[[FakeDesktop], None],
    expected: str,
) -> None:
    listening(events, desktop, qtbot)
    happens(desktop)
    qtbot.waitUntil(lambda: bool(signals(told)))
    qtbot.wait(50)
    assert signals(told) == [expected]


def test_what_means_nothing_is_not_told(
    events: DesktopEvents, desktop: FakeDesktop, told: Told, qtbot: QtBot
) -> None:
    listening(events, desktop, qtbot)
    desktop.wakes()
    desktop.opens_lid()
    desktop.locks_session(SOMEBODY_ELSES)
    desktop.changes_session("Active", True)
    desktop.changes_session("Active", False, SOMEBODY_ELSES)
    desktop.screen_saver("org.gnome.ScreenSaver", active=False)
    qtbot.wait(200)
    assert told == []


def test_a_sign_is_acted_on_while_the_gui_thread_is_busy(
    events: DesktopEvents, desktop: FakeDesktop, told: Told, qtbot: QtBot
) -> None:
    listening(events, desktop, qtbot)
    happened = threading.Event()
    events._first = happened.set
    desktop.goes_to_sleep()
    assert happened.wait(5)  # no event loop runs meanwhile
    assert signals(told) == []
    qtbot.waitUntil(lambda: signals(told) == ["sleep"])


def test_sleep_is_delayed_by_a_descriptor_of_this_process(
    events: DesktopEvents, desktop: FakeDesktop, qtbot: QtBot
) -> None:
    listening(events, desktop, qtbot)
    qtbot.waitUntil(lambda: events._inhibitor is not None and desktop.inhibited.is_set())
    ((what, who, _why, mode),) = desktop.inhibits
    assert (what, who, mode) == ("sleep", "Underrose", "delay")
    assert desktop.inhibitor_is_held(within=0.2)


def test_a_computer_that_is_falling_asleep_already_is_told(
    events: DesktopEvents, desktop: FakeDesktop, told: Told, qtbot: QtBot
) -> None:
    desktop.preparing_for_sleep = True
    listening(events, desktop, qtbot)
    qtbot.waitUntil(lambda: signals(told) == ["sleep"])


def test_without_upower_the_lid_is_looked_at(
    events: DesktopEvents, bus: str, told: Told, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(desktop_bus, "LOOK_AT_LID", 0.02)
    with fake_desktop(bus, services=(LOGIND,)) as desktop:
        desktop.lid_closed = True  # on a desk, with a screen beside it: that isn't leaving
        listening(events, desktop, qtbot)
        assert told == []
        desktop.lid_closed = False
        qtbot.wait(200)
        desktop.closes_lid()
        qtbot.waitUntil(lambda: signals(told) == ["lid"])
        qtbot.wait(100)
        assert signals(told) == ["lid"]


@pytest.mark.parametrize("services", [(), (UPOWER,)])
def test_services_that_are_not_there_do_no_harm(
    events: DesktopEvents, bus: str, told: Told, qtbot: QtBot, services: tuple[str, ...]
) -> None:
    with fake_desktop(bus, services=services) as desktop:
        events.start()
        qtbot.wait(300)
        desktop.screen_saver("org.gnome.ScreenSaver", active=True)
        qtbot.waitUntil(lambda: signals(told) == ["locked"])
    assert events._inhibitor is None


@pytest.mark.parametrize("address", ["unix:path=/nowhere", "tcp:host=localhost,port=1", "nonsense"])
def test_buses_that_are_not_there_do_no_harm(
    events: DesktopEvents,
    told: Told,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    address: str,
) -> None:
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", address)
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    events.start()
    qtbot.waitUntil(lambda: not [one for one in threading.enumerate() if "bus" in one.name])
    assert told == []


def test_a_bus_that_goes_away_ends_the_listening(
    events: DesktopEvents, told: Told, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    with private_bus() as address:
        monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", address)
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        events.start()
        qtbot.wait(200)
    qtbot.waitUntil(lambda: not [one for one in threading.enumerate() if "bus" in one.name])
    assert told == []
