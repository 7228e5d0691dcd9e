"""Whole writes by a descriptor, and files that the system forgets."""

import os
from contextlib import suppress


def write_all(descriptor: int, data: bytes) -> None:
    """Writes all of it where the descriptor stands; raises OSError."""
    left = memoryview(data)
    while left:
        left = left[os.write(descriptor, left) :]


def forget(descriptor: int) -> None:
    """Lets go of what the system keeps of a file in memory: the next reader asks the drive.

    Only of what is durable already; where there is no such call, nothing.
    """
    if hasattr(os, "posix_fadvise"):
        with suppress(OSError):
            os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)
