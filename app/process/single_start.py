"""One Underrose a user: the first start holds the door, later ones find it held.

Light on purpose: it comes before the window process is started. `door.py` does the rest.
"""

import fcntl
import os
import stat

LONGEST_ADDRESS = 103  # bytes that fit into a Unix socket's address everywhere


class AlreadyRunning(Exception):
    """Another start holds the door."""


class NoSafeFolder(Exception):
    """There is no folder for the door that only this user can reach."""

    def __str__(self) -> str:
        return (
            "There is no folder for running programs that only you can reach."
            " Set XDG_RUNTIME_DIR to one."
        )


def door_folder() -> str:
    """The folder for the door: the session's own, else one in the temporary folder.

    Raises NoSafeFolder when neither belongs to this user alone.
    """
    given = os.environ.get("XDG_RUNTIME_DIR", "")
    if given and _is_ours_alone(given):
        return given
    temporary = os.environ.get("TMPDIR") or "/tmp"  # noqa: S108 - looked at below
    folder = f"{temporary}/underrose-{os.getuid()}"
    try:  # noqa: SIM105 - contextlib takes 3 ms to import
        os.mkdir(folder, mode=0o700)  # noqa: PTH102 - and pathlib 5
    except OSError:
        pass  # whatever lies there instead is looked at now
    if not _is_ours_alone(folder):
        raise NoSafeFolder
    return folder


def door_in(folder: str) -> str:
    """Where the door's socket lies."""
    return f"{folder}/underrose.sock"


def hold_door(folder: str) -> int:
    """Takes the lock that the first start holds until its death; returns its descriptor.

    Raises AlreadyRunning.
    """
    lock = os.open(f"{folder}/underrose.lock", os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(lock)
        raise AlreadyRunning from None
    return lock


def _is_ours_alone(folder: str) -> bool:
    try:
        found = os.lstat(folder)
    except OSError:
        return False
    ours = stat.S_ISDIR(found.st_mode) and found.st_uid == os.getuid()
    alone = stat.S_IMODE(found.st_mode) & 0o077 == 0
    return ours and alone and len(os.fsencode(door_in(folder))) <= LONGEST_ADDRESS
