"""The door of the running Underrose: later starts and commands knock, and wait for an answer."""

import socket
import time
from contextlib import suppress
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from app.process.single_start import door_in
from app.process.verbs import LONGEST_TOKEN

WAIT_FOR_ANSWER = 10.0  # seconds; a lock takes 3 at most, and a busy computer more
_DONE = b"k"


class Wish(Enum):
    """What a later start, or a command, asks of the running one."""

    SHOW = b"s"
    LOCK = b"l"


class NotRunning(Exception):
    """Nobody answers the door."""


class NoAnswer(Exception):
    """The running one does not do in time what it was asked."""


@dataclass
class Visitor:
    """Somebody at the door, who waits until the wish is granted."""

    wish: Wish
    token: bytes
    connection: socket.socket

    def answer(self) -> None:
        """Says that the wish is granted."""
        with self.connection, suppress(OSError):  # they may have left, and need no answer
            self.connection.sendall(_DONE)


class Door:
    """The listening end."""

    def __init__(self, folder: str) -> None:
        """To be opened by whoever holds the lock in `folder`."""
        self._path = Path(door_in(folder))
        self._path.unlink(missing_ok=True)  # left there when the last start was killed
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self._socket.bind(str(self._path))
        self._path.chmod(0o600)
        self._socket.listen()
        self._socket.setblocking(False)

    def fileno(self) -> int:
        """For a selector."""
        return self._socket.fileno()

    def visitor(self) -> Visitor | None:
        """Who is at the door; None when they left or said nothing that has a meaning."""
        try:
            connection, _ = self._socket.accept()
        except OSError:
            return None
        connection.settimeout(0.2)
        try:
            said = connection.recv(1 + LONGEST_TOKEN)
            return Visitor(Wish(said[:1]), said[1:], connection)
        except (OSError, ValueError):
            connection.close()
            return None

    def close(self) -> None:
        """Gives the door up."""
        self._path.unlink(missing_ok=True)
        self._socket.close()


def knock(folder: str, wish: Wish, token: str = "", *, patience: float = 0.0) -> None:
    """Asks the running Underrose for something, and waits until it is done.

    `token` is a Wayland activation token; `patience` is how many seconds the door may take to
    open. Raises NotRunning, NoAnswer.
    """
    words = token.encode("ascii", "ignore")[:LONGEST_TOKEN]
    try:
        with _connect(folder, time.monotonic() + patience) as connection:
            connection.settimeout(WAIT_FOR_ANSWER)
            connection.sendall(wish.value + words)
            answer = connection.recv(1)
    except TimeoutError:
        raise NoAnswer from None
    except OSError:
        raise NotRunning from None
    if answer != _DONE:
        raise NoAnswer


def _connect(folder: str, give_up: float) -> socket.socket:
    while True:
        connection = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        try:
            connection.connect(door_in(folder))
        except OSError:
            connection.close()
            if time.monotonic() >= give_up:
                raise
            time.sleep(0.05)
        else:
            return connection
