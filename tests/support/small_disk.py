"""A file system of its own, small enough to fill, which can be made to take no writes.

Mounting needs the rights for it; without them a test that wants one is skipped, and says so.
"""

import os
import subprocess
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

FILLING = "filling"
PIECE = 1 << 16


@dataclass(frozen=True)
class SmallDisk:
    """The folder that it is mounted on."""

    folder: Path

    def fill(self) -> None:
        """Leaves no room, to the last byte."""
        with (self.folder / FILLING).open("wb", buffering=0) as file:
            size = PIECE
            while size:
                try:
                    file.write(bytes(size))
                except OSError:
                    size //= 2

    def free(self) -> None:
        """Makes room again."""
        (self.folder / FILLING).unlink()

    def pull_out(self) -> None:
        """Leaves the empty folder that it was mounted on."""
        _run("umount", "--lazy", str(self.folder))

    def take_no_writes(self) -> None:
        """As a stick whose switch was moved."""
        _run("mount", "-o", "remount,ro", str(self.folder))

    def take_writes(self) -> None:
        """And back again."""
        _run("mount", "-o", "remount,rw", str(self.folder))


@contextmanager
def small_disk(folder: Path, megabytes: int) -> Generator[SmallDisk]:
    """Mounts one at `folder`, which is made."""
    folder.mkdir()
    if os.geteuid() != 0 or not _run(
        "mount", "-t", "tmpfs", "-o", f"size={megabytes}m,mode=0700", "none", str(folder)
    ):
        pytest.skip("mounting a file system needs the rights for it")
    try:
        yield SmallDisk(folder)
    finally:
        _run("umount", "--lazy", str(folder))


def _run(*command: str) -> bool:
    done = subprocess.run(command, capture_output=True, check=False, timeout=20)
    return done.returncode == 0
