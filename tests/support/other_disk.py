"""A folder on another disk than everything else, for which nobody needs the rights to mount one."""

from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

SHARED = "/dev/shm"


@contextmanager
def other_disk() -> Generator[Path]:
    """An empty folder there, gone afterwards."""
    with TemporaryDirectory(dir=SHARED) as folder:
        yield Path(folder)
