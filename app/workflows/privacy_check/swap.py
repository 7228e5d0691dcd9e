"""Where memory goes when it is short or the computer sleeps deeply, and whether in plain text."""

import sys
from dataclasses import dataclass
from pathlib import Path

from app.drives.block_devices import SYS, cipher_below, number_of
from app.drives.mounts import Mount, mount_of, parse_mounts
from app.workflows.privacy_check.disk import MOUNTS, cipher_of_mount
from app.workflows.privacy_check.finding import Fact, Finding

SWAPS = Path("/proc/swaps")
POWER = Path("/sys/power/state")


@dataclass(frozen=True)
class Swap:
    """One line of /proc/swaps."""

    place: str  # "/dev/dm-1", "/swapfile"
    is_file: bool


def look() -> Finding:
    """Looks at all swap of this computer."""
    if sys.platform != "linux":
        return Finding(Fact.SWAP_UNKNOWN)
    try:
        swaps = parse_swaps(SWAPS.read_text(encoding="utf-8", errors="replace"))
        mounts = parse_mounts(MOUNTS.read_text(encoding="utf-8", errors="replace"))
    except OSError:
        return Finding(Fact.SWAP_UNKNOWN)
    return judge(swaps, mounts, sleeps_to_disk=_sleeps_to_disk())


def parse_swaps(text: str) -> tuple[Swap, ...]:
    """The swaps in `text`, the contents of /proc/swaps."""
    rows = (line.split() for line in text.splitlines()[1:])
    return tuple(Swap(row[0].replace("\\040", " "), row[1] == "file") for row in rows if row)


def judge(
    swaps: tuple[Swap, ...],
    mounts: tuple[Mount, ...],
    *,
    sleeps_to_disk: bool,
    sys_folder: Path = SYS,
) -> Finding:
    """What the swaps mean. Deep sleep (hibernation) writes memory where swap is."""
    on_disk = [swap for swap in swaps if not _in_memory(swap, sys_folder)]
    ciphers = [_cipher(swap, mounts, sys_folder) for swap in on_disk]
    if "" in ciphers:
        return Finding(Fact.SWAP_PLAIN_SLEEP if sleeps_to_disk else Fact.SWAP_PLAIN)
    if None in ciphers:
        return Finding(Fact.SWAP_UNKNOWN)
    if ciphers:
        return Finding(Fact.SWAP_ENCRYPTED, (str(ciphers[0]),))
    return Finding(Fact.SWAP_MEMORY if swaps else Fact.SWAP_NONE)


def _in_memory(swap: Swap, sys_folder: Path) -> bool:
    """Whether it is compressed memory that is never written on to a disk."""
    name = Path(swap.place).name
    if not name.startswith("zram"):
        return False
    try:
        behind = (sys_folder / "block" / name / "backing_dev").read_text(encoding="utf-8").strip()
    except FileNotFoundError:  # a kernel that can't write it on
        return (sys_folder / "block" / name).is_dir()
    except OSError:
        return False
    return behind == "none"


def _cipher(swap: Swap, mounts: tuple[Mount, ...], sys_folder: Path) -> str | None:
    if swap.is_file:
        return cipher_of_mount(mount_of(Path(swap.place), mounts), sys_folder)
    number = number_of(swap.place, sys_folder)
    return None if number is None else cipher_below(number, sys_folder)


def _sleeps_to_disk() -> bool:
    try:
        return "disk" in POWER.read_text(encoding="ascii").split()
    except OSError:
        return False
