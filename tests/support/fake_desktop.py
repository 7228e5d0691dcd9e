"""A private bus with a logind, a UPower and a screen saver that do what a test says."""

# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false
# pyright: reportUnknownVariableType=false, reportUnknownArgumentType=false
# jeepney has no types

import os
import select
import socket
import subprocess
import threading
import time
from collections.abc import Generator
from contextlib import contextmanager
from typing import Any

from jeepney import (
    DBusAddress,
    HeaderFields,
    MessageType,
    new_error,
    new_method_return,
    new_signal,
)
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import DBusConnection, prep_socket

LOGIND, UPOWER = "org.freedesktop.login1", "org.freedesktop.UPower"
MANAGER_PATH, UPOWER_PATH = "/org/freedesktop/login1", "/org/freedesktop/UPower"
OURS, SOMEBODY_ELSES = f"{MANAGER_PATH}/session/_32", f"{MANAGER_PATH}/session/_37"
PROPERTIES = "org.freedesktop.DBus.Properties"
SOON = 10.0  # seconds


@contextmanager
def private_bus() -> Generator[str]:
    """The address of a bus that nobody else is on."""
    daemon = subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address=1"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert daemon.stdout is not None
    try:
        yield daemon.stdout.readline().strip()
    finally:
        daemon.kill()
        daemon.wait(SOON)
        daemon.stdout.close()


class FakeDesktop:
    """Answers on one connection for every service there is."""

    def __init__(self, address: str, *, services: tuple[str, ...] = (LOGIND, UPOWER)) -> None:
        place = next(part for part in address.split(",") if "path=" in part).partition("path=")[2]
        self._connection: Any = DBusConnection(prep_socket(place, enable_fds=True), enable_fds=True)
        for name in services:
            self._connection.send_and_get_reply(message_bus.RequestName(name))
        self.inhibits: list[tuple[str, ...]] = []
        self.inhibited = threading.Event()
        self.looked_at_lid = threading.Event()
        self.upower_tells = UPOWER in services
        self.preparing_for_sleep = False
        self.lid_closed = False
        self._released = -1
        self._thread = threading.Thread(target=self._serve, name="fake desktop", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Leaves the bus."""
        self._connection.sock.shutdown(socket.SHUT_RDWR)
        self._thread.join(SOON)
        self._connection.close()
        if self._released >= 0:
            os.close(self._released)

    # What happens to the computer.

    def goes_to_sleep(self) -> None:
        self._emit(MANAGER_PATH, f"{LOGIND}.Manager", "PrepareForSleep", "b", True)

    def wakes(self) -> None:
        self._emit(MANAGER_PATH, f"{LOGIND}.Manager", "PrepareForSleep", "b", False)

    def locks_session(self, path: str = OURS) -> None:
        self._emit(path, f"{LOGIND}.Session", "Lock", "")

    def changes_session(self, name: str, value: bool, path: str = OURS) -> None:
        self._changes(path, f"{LOGIND}.Session", name, value)

    def closes_lid(self) -> None:
        self.lid_closed = True
        if self.upower_tells:
            self._changes(UPOWER_PATH, UPOWER, "LidIsClosed", True)

    def opens_lid(self) -> None:
        self.lid_closed = False
        if self.upower_tells:
            self._changes(UPOWER_PATH, UPOWER, "LidIsClosed", False)

    def screen_saver(self, interface: str, *, active: bool) -> None:
        path = "/" + interface.replace(".", "/")
        self._emit(path, interface, "ActiveChanged", "b", active)

    def inhibitor_is_held(self, within: float = 0.0) -> bool:
        """Whether somebody still holds the inhibitor `within` seconds from now."""
        return not select.select([self._released], [], [], within)[0]

    def when_released(self) -> float:
        """Waits until nobody holds the inhibitor; the moment, as time.monotonic has it."""
        assert not self.inhibitor_is_held(SOON), "the inhibitor was never released"
        return time.monotonic()

    def _emit(self, path: str, interface: str, member: str, signature: str, *body: Any) -> None:
        emitter = DBusAddress(path, interface=interface)
        self._connection.send(new_signal(emitter, member, signature, body))

    def _changes(self, path: str, interface: str, name: str, value: bool) -> None:
        changed = {name: ("b", value)}
        self._emit(path, PROPERTIES, "PropertiesChanged", "sa{sv}as", interface, changed, [])

    # What is asked.

    def _serve(self) -> None:
        while True:
            try:
                message = self._connection.receive()
            except OSError:
                return
            if message.header.message_type is MessageType.method_call:
                self._connection.send(self._answer(message))

    def _answer(self, call: Any) -> Any:
        member = call.header.fields[HeaderFields.member]
        match member, call.body:
            case "Inhibit", (what, who, why, mode):
                return new_method_return(call, "h", (self._inhibit(what, who, why, mode),))
            case "GetSessionByPID", (int(),):
                return new_method_return(call, "o", (OURS,))
            case "Get", (interface, name):
                return self._property(call, f"{interface}.{name}")
            case _:
                return new_error(call, "org.freedesktop.DBus.Error.UnknownMethod")

    def _inhibit(self, *asked: str) -> int:
        if self._released >= 0:
            os.close(self._released)
        self._released, theirs = os.pipe()
        self.inhibits.append(asked)
        self._theirs = theirs
        threading.Thread(target=self._hand_over, args=(theirs,), name="hand over").start()
        return theirs

    def _hand_over(self, theirs: int) -> None:
        """Our copy goes once theirs is surely on its way."""
        time.sleep(0.2)
        os.close(theirs)
        self.inhibited.set()

    def _property(self, call: Any, name: str) -> Any:
        values = {
            f"{LOGIND}.Manager.PreparingForSleep": self.preparing_for_sleep,
            f"{LOGIND}.Manager.LidClosed": self.lid_closed,
        }
        if self.upower_tells:
            values[f"{UPOWER}.LidIsClosed"] = self.lid_closed
        if "Lid" in name:
            self.looked_at_lid.set()
        if name not in values:
            return new_error(call, "org.freedesktop.DBus.Error.UnknownProperty")
        return new_method_return(call, "v", (("b", values[name]),))


@contextmanager
def fake_desktop(
    address: str, *, services: tuple[str, ...] = (LOGIND, UPOWER)
) -> Generator[FakeDesktop]:
    """A desktop on a bus, which leaves it afterwards."""
    desktop = FakeDesktop(address, services=services)
    try:
        yield desktop
    finally:
        desktop.close()
