"""The whole window while nobody types: it covers a session, and locks. Its clock is put on.

`test_leaving.py` waits the real minutes, with --soak.
"""

import os
import time
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.settings.declared import AUTO_LOCK_MINUTES
from app.settings.device import DeviceSettings
from tests.support.by_keys import at_the_keyboard, unlock
from tests.support.desktop import Home
from tests.support.driver import Driver
from tests.support.journey_unlocked import start_session
from tests.support.locked_home import home_with_vault
from tests.support.vault_on_disk import is_open
from ui.leaving import auto_lock
from ui.tour.walk import Until

TICKS = 2 * auto_lock.EVERY / 1_000  # seconds in which it looks at the clock again


class HandClock:
    """The time that the window goes by: the real one, and what it was put on by."""

    def __init__(self) -> None:
        self.by = 0.0

    def put_on(self, seconds: float) -> None:
        self.by += seconds

    def monotonic(self) -> float:
        return time.monotonic() + self.by

    def clock_gettime(self, clock: int) -> float:
        return time.clock_gettime(clock) + self.by


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> HandClock:
    clock = HandClock()
    stand_in = SimpleNamespace(
        monotonic=clock.monotonic,
        clock_gettime=clock.clock_gettime,
        CLOCK_BOOTTIME=time.CLOCK_BOOTTIME,
    )
    monkeypatch.setattr(auto_lock, "time", stand_in)
    return clock


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """Its vault has a session under way, and is to lock after a minute."""
    home = home_with_vault(tmp_path, fill=start_session)
    settings = home.folder / "config" / "underrose" / "device.json"
    DeviceSettings(settings).put(AUTO_LOCK_MINUTES, 1)
    return home


@pytest.fixture
def vault(home: Home) -> Path:
    return home.folder / "Practice.vault"


@pytest.fixture
def ended(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Exit codes that the process would have ended with."""
    codes: list[int] = []
    monkeypatch.setattr(os, "_exit", codes.append)
    return codes


def takes_keys(driver: Driver) -> bool:
    editor = driver.hands.seen("session.editor")
    return editor is not None and editor.property("readOnly") is False


def stays_for(driver: Driver, seconds: float, name: str) -> None:
    """Lets the window look at its clock for a while, with `name` in sight."""
    until = time.monotonic() + seconds
    driver.wait(Until("a while to pass", lambda: time.monotonic() > until))
    assert driver.hands.seen(name) is not None


def test_a_still_session_is_covered_and_comes_back_with_its_caret(
    at_home: Home, clock: HandClock, qapp: QApplication, ended: list[int]
) -> None:
    with at_the_keyboard(qapp) as driver:
        hands = driver.hands
        driver.do(unlock(driver))
        driver.wait(hands.sees("today"))
        driver.do(hands.press(Qt.Key.Key_F5))
        driver.wait(hands.has_focus("session.editor"))
        driver.wait(Until("the note to take keys", lambda: takes_keys(driver)))
        driver.do(hands.type("before the silence"))
        clock.put_on(50)
        stays_for(driver, TICKS, "session.editor")
        assert hands.seen("cover") is None
        clock.put_on(10)
        driver.wait(hands.has_focus("cover"))
        driver.do(hands.type("x"))
        driver.wait(hands.sees_no("cover"))
        driver.wait(hands.has_focus("session.editor"))
        driver.do(hands.type(", after it"))
        note = hands.seen("session.editor")
        assert note is not None
        assert note.property("plainText") == "before the silence, after it"
    assert ended == []


def test_whatever_is_in_front_is_covered_while_a_session_runs(
    home: Home, at_home: Home, clock: HandClock, qapp: QApplication, ended: list[int]
) -> None:
    DeviceSettings(home.folder / "config" / "underrose" / "device.json").put(AUTO_LOCK_MINUTES, 5)
    with at_the_keyboard(qapp) as driver:
        hands = driver.hands
        driver.do(unlock(driver))
        driver.wait(hands.sees("today"))
        clock.put_on(170)
        stays_for(driver, TICKS, "today")
        assert hands.seen("cover") is None
        clock.put_on(10)
        driver.wait(hands.has_focus("cover"))
        driver.do(hands.type("x"))
        driver.wait(hands.sees_no("cover"))
    assert ended == []


def test_an_open_vault_locks_after_a_still_minute(
    at_home: Home, vault: Path, clock: HandClock, qapp: QApplication, ended: list[int]
) -> None:
    with at_the_keyboard(qapp) as driver:
        driver.do(unlock(driver))
        driver.wait(driver.hands.sees("today"))
        clock.put_on(50)
        stays_for(driver, TICKS, "today")
        clock.put_on(10)
        driver.wait(Until("the process to end", lambda: ended == [0]))
        assert driver.hands.seen("today") is None
        assert not is_open(vault)
