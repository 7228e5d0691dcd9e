"""Which file system a folder lies on, by the kernel's list of mounts."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

_ESCAPED = re.compile(r"\\([0-7]{3})")


@dataclass(frozen=True)
class Mount:
    """One line of /proc/self/mountinfo: where it is mounted, of which kind, and from what."""

    number: str  # "254:0": the device's numbers; "0:38" where a file system has its own
    point: PurePosixPath
    kind: str  # "ext4"
    source: str  # "/dev/mapper/home", "rpool/home"


def parse_mounts(text: str) -> tuple[Mount, ...]:
    """The mounts in `text`, the contents of /proc/self/mountinfo; odd lines are left out."""
    return tuple(mount for line in text.splitlines() if (mount := _mount(line)) is not None)


def mount_of(folder: Path, mounts: Sequence[Mount]) -> Mount | None:
    """The mount that `folder`, an absolute path without links, lies on; a later one hides others.

    None when there is no list.
    """
    found: Mount | None = None
    for mount in mounts:
        if not folder.is_relative_to(mount.point):
            continue
        if found is None or len(mount.point.parts) >= len(found.point.parts):
            found = mount
    return found


def _mount(line: str) -> Mount | None:
    before, dash, after = line.partition(" - ")
    left, right = before.split(" "), after.split(" ")
    if not dash or len(left) < 6 or len(right) < 2:
        return None
    return Mount(left[2], PurePosixPath(_plain(left[4])), right[0], _plain(right[1]))


def _plain(text: str) -> str:
    return _ESCAPED.sub(lambda match: chr(int(match[1], 8)), text)
