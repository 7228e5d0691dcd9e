"""The vault's lock: one process at a time has a vault open, and its death gives it up."""

import os
import sys
from pathlib import Path

from crypto.errors import VaultInUse, VaultMissing
from crypto.vault.disk_errors import as_vault_errors

LOCK_FILE = "lock"


class VaultLock:
    """Holds the advisory lock (flock) on a vault folder's `lock` file; never waits for it."""

    def __init__(self, folder: Path) -> None:
        # 30 ms to import; the locked window, which only looks, does without it.
        from filelock import FileLock

        self._folder = folder
        # No fallback: a lock file without flock would outlive a killed process.
        self._lock = FileLock(
            folder / LOCK_FILE, mode=0o600, thread_local=False, fallback_to_soft=False
        )

    def acquire(self) -> None:
        """Takes the lock or raises VaultInUse at once; VaultReadOnly, VaultMissing."""
        if not self._folder.is_dir():  # which the library would make
            raise VaultMissing
        with as_vault_errors():
            try:
                self._lock.acquire(blocking=False)
            except TimeoutError:
                raise VaultInUse from None

    def release(self) -> None:
        """Gives the lock up; the file stays."""
        self._lock.release()


class ReadersLock:
    """Keeps writers out while a vault is only read; writes nothing, and shares with readers.

    Where no lock file is there, or the system has no flock for reading, nothing is held.
    """

    def __init__(self, folder: Path) -> None:
        self._path = folder / LOCK_FILE
        self._descriptor: int | None = None

    def acquire(self) -> None:
        """Takes the lock or raises VaultInUse at once."""
        if sys.platform == "win32":
            return
        # Of POSIX systems only.
        import fcntl

        try:
            self._descriptor = os.open(self._path, os.O_RDONLY)
            fcntl.flock(self._descriptor, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except BlockingIOError:
            self.release()
            raise VaultInUse from None
        except OSError:  # no such file, or a file system without locks
            self.release()

    def release(self) -> None:
        """Gives the lock up; may be called twice."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None
