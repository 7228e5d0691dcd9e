"""Whether the vault's files are for their owner alone."""

import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

from app.workflows.privacy_check.finding import Fact, Finding


def look(folder: Path) -> Finding:
    """Looks at owner and mode of the folder and of everything in it."""
    if sys.platform == "win32":  # its access lists are not looked at
        return Finding(Fact.FILES_UNKNOWN)
    try:
        found = [(path, path.lstat()) for path in _everything(folder)]
    except OSError:
        return Finding(Fact.FILES_UNKNOWN)
    foreign = sum(status.st_uid != os.getuid() for _, status in found)
    if foreign:
        return Finding(Fact.FILES_FOREIGN, (foreign,))
    opened = sum(is_open(status) for _, status in found)
    if opened:
        return Finding(Fact.FILES_OPEN, (opened,))
    return Finding(Fact.FILES_PRIVATE, (len(found),))


def make_private(folder: Path) -> None:
    """Takes everybody else's rights to the folder and to everything in it. Raises OSError."""
    for path in list(_everything(folder)):
        status = path.lstat()
        if is_open(status):
            path.chmod(stat.S_IMODE(status.st_mode) & 0o700)


def is_open(status: os.stat_result) -> bool:
    """Whether anybody but the owner may do anything with it; a link itself has no mode."""
    return not stat.S_ISLNK(status.st_mode) and bool(status.st_mode & 0o077)


def _everything(folder: Path) -> Iterator[Path]:
    yield folder
    for inside in sorted(folder.iterdir()):
        if inside.is_dir() and not inside.is_symlink():
            yield from _everything(inside)
        else:
            yield inside
