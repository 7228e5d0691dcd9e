"""The vault locks when the coach leaves: sleep, screen lock, another user, the lid, stillness.

Stillness takes its real minutes with --soak; `test_stillness.py` puts the clock on instead.
"""

import os
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.process.exit_codes import ExitCode
from app.settings.declared import AUTO_LOCK_MINUTES
from app.settings.device import DeviceSettings
from crypto.slots.passphrase import PassphraseWay
from tests.support.desktop import (
    COMMAND,
    App,
    Home,
    running,
    until,
    wait_for_window,
    windows,
    xdotool,
)
from tests.support.fake_desktop import FakeDesktop, fake_desktop, private_bus
from tests.support.journey_facts import only_note, opened
from tests.support.journey_unlocked import (
    go_on_with_session,
    start_session,
    unlock,
    wait_for_another_process,
    wait_until_saved,
)
from tests.support.locked_home import home_with_vault
from tests.support.puppets import is_there, soon
from tests.support.vault_on_disk import is_open
from tests.support.workspaces import PASSPHRASE

LEAVING = 3.0  # seconds from the lock to the end of the process, at the latest
A_LITTLE = 1.0  # seconds for a busy computer


@pytest.fixture
def desktop(monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeDesktop]:
    with private_bus() as address:
        monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", address)
        monkeypatch.delenv("XDG_SESSION_ID", raising=False)
        with fake_desktop(address) as desktop:
            yield desktop


@pytest.fixture
def home(tmp_path: Path, desktop: FakeDesktop) -> Home:
    return home_with_vault(tmp_path, fill=start_session)


@pytest.fixture
def vault(home: Home) -> Path:
    return home.folder / "Practice.vault"


def user_switches(desktop: FakeDesktop) -> None:
    desktop.changes_session("Active", False)


def mostly_differ(one: bytes, other: bytes) -> bool:
    """Whether two pictures of a window are of different things; a caret and a clock are not."""
    differing = sum(a != b for a, b in zip(one[::97], other[::97], strict=True))
    return differing > len(one) / 97 / 200


def note(vault: Path) -> str:
    with opened(vault, PassphraseWay(PASSPHRASE)) as workspace:
        return only_note(workspace)


def expect_locked(app: App, before: list[int], vault: Path) -> None:
    wait_for_another_process(app, before)
    assert not is_open(vault)
    wait_for_window()
    assert len(windows(".+")) == 1


def test_the_computer_sleeps_only_when_the_process_with_the_vault_is_gone(
    home: Home, vault: Path, desktop: FakeDesktop
) -> None:
    with running(home) as app:
        unlock(vault)
        before = app.children()
        assert desktop.inhibited.wait(10)
        assert desktop.inhibitor_is_held(within=0.5)
        asked = time.monotonic()
        desktop.goes_to_sleep()
        released = desktop.when_released()
        assert soon(lambda: not any(is_there(pid) for pid in before))
        assert time.monotonic() - released < A_LITTLE
        assert released - asked < LEAVING
        expect_locked(app, before, vault)
        assert len(desktop.inhibits) == 1  # a lock screen has nothing to be in time for
        assert app.said == ""


@pytest.mark.parametrize(
    "happens", [FakeDesktop.locks_session, FakeDesktop.closes_lid, user_switches]
)
def test_it_locks_when_the_desktop_says_so(
    home: Home, vault: Path, desktop: FakeDesktop, happens: Callable[[FakeDesktop], None]
) -> None:
    with running(home) as app:
        unlock(vault)
        before = app.children()
        assert desktop.inhibited.wait(10)
        until(desktop.looked_at_lid.is_set, "it does not listen")
        time.sleep(A_LITTLE)
        assert app.children() == before
        happens(desktop)
        expect_locked(app, before, vault)


def test_it_locks_with_the_screen(home: Home, vault: Path, desktop: FakeDesktop) -> None:
    with (
        fake_desktop(os.environ["DBUS_SESSION_BUS_ADDRESS"], services=()) as session,
        running(home) as app,
    ):
        unlock(vault)
        before = app.children()
        time.sleep(A_LITTLE)
        session.screen_saver("org.freedesktop.ScreenSaver", active=True)
        expect_locked(app, before, vault)


def test_a_lock_screen_does_not_push_in_front_of_what_somebody_is_using(
    home: Home, vault: Path, qapp: QApplication, qtbot: QtBot
) -> None:
    elsewhere = QWidget()
    elsewhere.setWindowTitle("Elsewhere")
    elsewhere.resize(700, 500)
    qtbot.addWidget(elsewhere)
    with running(home) as app:
        unlock(vault)
        before = app.children()
        elsewhere.show()
        (other,) = windows("^Elsewhere$")
        other.focus()
        qtbot.waitUntil(elsewhere.isActiveWindow)
        subprocess.run([*COMMAND, "lock"], env=home.environment, capture_output=True, check=True)
        wait_for_another_process(app, before)
        wait_for_window()  # the screen may give it the number of the one that has gone
        qtbot.wait(1_500)
        assert xdotool("getactivewindow") == other.number
        assert elsewhere.isActiveWindow()


@pytest.mark.usefixtures("real_time")
def test_an_open_vault_locks_after_a_still_minute(home: Home, vault: Path) -> None:
    settings = home.folder / "config" / "underrose" / "device.json"
    DeviceSettings(settings).put(AUTO_LOCK_MINUTES, 1)
    with running(home) as app:
        unlock(vault)
        before = app.children()
        began = time.monotonic()
        until(lambda: app.children() != before, "it did not lock by itself", 70)
        assert time.monotonic() - began > 50
        expect_locked(app, before, vault)


@pytest.mark.usefixtures("real_time")
def test_a_still_session_is_covered_and_comes_back_with_its_caret(home: Home, vault: Path) -> None:
    settings = home.folder / "config" / "underrose" / "device.json"
    DeviceSettings(settings).put(AUTO_LOCK_MINUTES, 1)
    with running(home) as app:
        window = unlock(vault)
        go_on_with_session(window, vault)
        window.type("before the silence")
        wait_until_saved(vault)
        before, written = app.children(), window.pixels()
        until(lambda: mostly_differ(window.pixels(), written), "it was not covered", 70)
        window.press("x")
        until(lambda: not mostly_differ(window.pixels(), written), "it did not come back")
        window.type(", after it")
        wait_until_saved(vault)
        assert app.children() == before
        window.press("ctrl+l")
        wait_for_another_process(app, before)
    assert note(vault) == "before the silence, after it"


def test_a_window_that_hangs_is_ended_by_the_command_that_locks(home: Home, vault: Path) -> None:
    with running(home) as app:
        unlock(vault)
        before = app.children()
        for pid in before:
            os.kill(pid, signal.SIGSTOP)
        asked = time.monotonic()
        command = [*COMMAND, "lock"]
        said = subprocess.run(command, env=home.environment, capture_output=True, check=False)
        assert said.returncode == ExitCode.OK
        assert time.monotonic() - asked < LEAVING + 2 * A_LITTLE
        assert not any(is_there(pid) for pid in before)
        expect_locked(app, before, vault)
