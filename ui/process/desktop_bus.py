"""Listens on the system's and the session's D-Bus, each on a thread that may wait as it likes."""

# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false
# pyright: reportUnknownVariableType=false
# jeepney has no types

import os
import socket
from collections import deque
from collections.abc import Callable, Iterator
from typing import Any, Literal, cast

from jeepney import DBusAddress, HeaderFields, MatchRule, MessageType, new_method_call
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import open_dbus_connection

from ui.process.desktop_signs import (
    LOGIND,
    MANAGER,
    MANAGER_PATH,
    PROPERTIES,
    SESSION_RULES,
    SYSTEM_RULES,
    UPOWER,
    UPOWER_PATH,
    Said,
    Sign,
    meaning,
)

Tell = Callable[[Sign], None]

PATIENCE = 5.0  # seconds for an answer
LOOK_AT_LID = 2.0  # seconds between two looks, where nobody tells


class Bus:
    """One connection; used on one thread, apart from `hang_up`."""

    def __init__(self, which: Literal["SYSTEM", "SESSION"]) -> None:
        """Raises what jeepney raises when there is no such bus: many kinds of error."""
        self._connection: Any = open_dbus_connection(which, enable_fds=which == "SYSTEM")
        self._heard: deque[Any] = deque()
        self._filter: Any = self._connection.filter(MatchRule(type="signal"), queue=self._heard)

    def watch(self, rules: tuple[str, ...]) -> None:
        """Asks to be told these signals."""
        for rule in rules:
            self._connection.send_and_get_reply(message_bus.AddMatch(rule), timeout=PATIENCE)

    def ask(
        self, at: tuple[str, str, str], method: str, signature: str, *arguments: object
    ) -> tuple[object, ...] | None:
        """The answer of the object at (service, path, interface); None where there is none."""
        service, path, interface = at
        address = DBusAddress(path, service, interface)
        call = new_method_call(address, method, signature, arguments)
        try:
            answer = self._connection.send_and_get_reply(call, timeout=PATIENCE)
        except TimeoutError:
            return None
        is_answer = answer.header.message_type is MessageType.method_return
        return tuple(answer.body) if is_answer else None

    def value(self, service: str, path: str, of: str, which: str) -> object:
        """A property's value, None where there is none."""
        answer = self.ask((service, path, PROPERTIES), "Get", "ss", of, which)
        return None if answer is None else cast(tuple[str, object], answer[0])[1]

    def signals(self, every: float | None) -> Iterator[Said | None]:
        """What is said, for ever; None each time that nothing was for `every` seconds."""
        while True:
            try:
                message = self._connection.recv_until_filtered(self._heard, timeout=every)
            except TimeoutError:
                yield None
                continue
            fields = message.header.fields
            yield Said(
                fields.get(HeaderFields.interface, ""),
                fields.get(HeaderFields.member, ""),
                fields.get(HeaderFields.path, ""),
                tuple(message.body),
            )

    def hang_up(self) -> None:
        """Ends whatever waits here with an error, from any thread."""
        self._connection.sock.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        """Lets the connection go."""
        self._connection.close()


def listen_to_system(bus: Bus, tell: Tell, hold: Callable[[int], None]) -> None:
    """Listens to logind and UPower until the bus goes; `hold` gets the inhibitor's descriptor.

    Whoever holds it delays the computer's sleep until it is closed, or its process has ended.
    """
    bus.watch(SYSTEM_RULES)
    inhibitor = bus.ask(
        (LOGIND, MANAGER_PATH, MANAGER),
        "Inhibit",
        "ssss",
        *("sleep", "Underrose", "Locks its vault first", "delay"),
    )
    if inhibitor is not None:
        descriptor: int = cast(Any, inhibitor[0]).to_raw_fd()
        os.set_inheritable(descriptor, False)
        hold(descriptor)
    if bus.value(LOGIND, MANAGER_PATH, MANAGER, "PreparingForSleep") is True:
        tell(Sign.SLEEP)  # it was said before we listened
    session = _our_session(bus)
    lid = _lid_to_look_at(bus)
    for said in bus.signals(None if lid is None else LOOK_AT_LID):
        sign = None if said is None else meaning(said, session)
        if sign is not None:
            tell(sign)
        if lid is not None and said is None:
            before, lid = lid, _lid_is_closed(bus) is True
            if lid and not before:
                tell(Sign.LID_CLOSED)


def listen_to_session(bus: Bus, tell: Tell) -> None:
    """Listens to the desktop's screen lock until the bus goes."""
    bus.watch(SESSION_RULES)
    for said in bus.signals(None):
        sign = None if said is None else meaning(said, None)
        if sign is not None:
            tell(sign)


def _our_session(bus: Bus) -> str | None:
    """The path of the session that this process belongs to, else of its user's display."""
    manager = (LOGIND, MANAGER_PATH, MANAGER)
    named = os.environ.get("XDG_SESSION_ID", "")
    found = (bus.ask(manager, "GetSession", "s", named) if named else None) or bus.ask(
        manager, "GetSessionByPID", "u", os.getpid()
    )
    if found is not None:
        return str(found[0])
    user = bus.ask(manager, "GetUser", "u", os.getuid())
    display = user and bus.value(LOGIND, str(user[0]), f"{LOGIND}.User", "Display")
    match display:
        case (str(name), str(path)) if name:
            return path
        case _:
            return None


def _lid_to_look_at(bus: Bus) -> bool | None:
    """Whether the lid is closed, where it has to be looked at; None where UPower tells of it.

    logind knows it too, but tells nobody when it changes.
    """
    if bus.value(UPOWER, UPOWER_PATH, UPOWER, "LidIsClosed") is not None:
        return None
    return _lid_is_closed(bus)


def _lid_is_closed(bus: Bus) -> bool | None:
    closed = bus.value(LOGIND, MANAGER_PATH, MANAGER, "LidClosed")
    return closed if isinstance(closed, bool) else None
