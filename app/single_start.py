"""One Underrose a user: the first start holds the door, later ones knock and go."""

import fcntl
import os
import socket
import stat
import tempfile
import time
from contextlib import suppress
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from app.verbs import LONGEST_TOKEN

WAIT_FOR_ANSWER = 10.0  # seconds; a lock takes 3 at most, and a busy computer more
LONGEST_ADDRESS = 103  # bytes that fit into a Unix socket's address everywhere
_DONE = b"k"


class Wish(Enum):
    """What a later start, or a command, asks of the running one."""

    SHOW = b"s"
    LOCK = b"l"


class NotRunning(Exception):
    """Nobody answers the door."""


class NoAnswer(Exception):
    """The running one does not do in time what it was asked."""


class AlreadyRunning(Exception):
    """Another start holds the door."""


class NoSafeFolder(Exception):
    """There is no folder for the door that only this user can reach."""


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
    """The listening end; held by the first start, and by its death given up."""

    def __init__(self, folder: Path) -> None:
        """Raises AlreadyRunning."""
        self._lock = os.open(folder / "underrose.lock", os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            os.close(self._lock)
            raise AlreadyRunning from None
        self._path = _door(folder)
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
        os.close(self._lock)


def knock(folder: Path, wish: Wish, token: str = "", *, patience: float = 0.0) -> None:
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


def _connect(folder: Path, give_up: float) -> socket.socket:
    while True:
        connection = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        try:
            connection.connect(str(_door(folder)))
        except OSError:
            connection.close()
            if time.monotonic() >= give_up:
                raise
            time.sleep(0.05)
        else:
            return connection


def door_folder() -> Path:
    """The folder for the door: the session's own, else one in the temporary folder.

    Raises NoSafeFolder when neither belongs to this user alone.
    """
    given = os.environ.get("XDG_RUNTIME_DIR", "")
    if given and _is_ours_alone(Path(given)):
        return Path(given)
    folder = Path(tempfile.gettempdir()) / f"underrose-{os.getuid()}"
    with suppress(OSError):  # whatever lies there instead is looked at below
        folder.mkdir(mode=0o700)
    if not _is_ours_alone(folder):
        raise NoSafeFolder
    return folder


def _door(folder: Path) -> Path:
    return folder / "underrose.sock"


def _is_ours_alone(folder: Path) -> bool:
    try:
        found = folder.lstat()
    except OSError:
        return False
    ours = stat.S_ISDIR(found.st_mode) and found.st_uid == os.getuid()
    alone = stat.S_IMODE(found.st_mode) & 0o077 == 0
    return ours and alone and len(bytes(_door(folder))) <= LONGEST_ADDRESS
