"""Files that are either the old one or the new one, whole and on the disk, at any moment."""

import os
from dataclasses import dataclass
from pathlib import Path

_NEW_FILE = os.O_WRONLY | os.O_CREAT | os.O_EXCL


@dataclass(frozen=True)
class Staged:
    """Bytes that are durable beside the place they are meant for."""

    path: Path
    waiting: Path

    def place(self) -> None:
        """Puts the file in its place, over an older one, and makes that durable."""
        self.waiting.replace(self.path)
        sync_folder(self.path.parent)

    def discard(self) -> None:
        """Leaves no trace of a file that was not placed."""
        self.waiting.unlink(missing_ok=True)


def stage(path: Path, data: bytes, mode: int = 0o600) -> Staged:
    """Writes `data` durably beside `path`; raises OSError and then leaves nothing behind.

    What a killed process left under the same name is replaced.
    """
    staged = Staged(path, path.with_name(f".{path.name}.new"))
    staged.discard()
    try:
        write_new(staged.waiting, data, mode)
    except OSError:
        staged.discard()
        raise
    return staged


def write_atomically(path: Path, data: bytes, mode: int = 0o600) -> None:
    """Replaces `path` by a file with `data`; raises OSError, and then the old file is still there.

    Durable when it returns: file, rename and folder are synced.
    """
    staged = stage(path, data, mode)
    try:
        staged.place()
    except OSError:
        staged.discard()
        raise


def write_new(path: Path, data: bytes, mode: int = 0o600) -> None:
    """Writes a file that must not exist yet, and syncs it, but not its folder."""
    with os.fdopen(os.open(path, _NEW_FILE, mode), "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Makes the names in `folder` durable; Windows has no such call and does it by itself."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
