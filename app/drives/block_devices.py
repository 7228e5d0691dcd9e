"""Whether what a Linux block device keeps is encrypted, by what the kernel says lies below it."""

import re
from pathlib import Path

SYS = Path("/sys")

# The kinds of the device mapper's crypt target, as cryptsetup names them; VERITY and INTEGRITY, of
# the same tool, protect from changes only.
_CIPHERS = re.compile(r"CRYPT-(LUKS1|LUKS2|PLAIN|LOOPAES|TCRYPT|BITLK|FVAULT2)\b")
_NAMES = {"LUKS1": "LUKS", "LUKS2": "LUKS", "BITLK": "BitLocker", "TCRYPT": "VeraCrypt"}
# Disks as such. Below others (loop, zd, nbd, drbd) lies something that is not looked at here.
_DISKS = re.compile(r"(sd|hd|vd|xvd|nvme|mmcblk|pmem)[a-z0-9]+")
_DEEPEST = 10


def cipher_below(number: str, sys: Path = SYS) -> str | None:
    """The name of what encrypts the device ("LUKS"), "" when nothing does, None if unknown.

    `number` is "major:minor". Of several disks below, all must be encrypted.
    """
    device = sys / "dev" / "block" / number
    return _below(device.resolve(), sys, _DEEPEST) if device.exists() else None


def number_of(source: str, sys: Path = SYS) -> str | None:
    """The numbers of the device at `source` ("/dev/mapper/home"), None when it is none."""
    name = Path(source).resolve().name
    return _read(sys / "class" / "block" / name / "dev") or None


def btrfs_devices(number: str, sys: Path = SYS) -> tuple[str, ...]:
    """The numbers of all devices of the btrfs that the device belongs to; none if unknown."""
    for file_system in (sys / "fs" / "btrfs").glob("*/devices"):
        numbers = tuple(_read(device / "dev") for device in sorted(file_system.iterdir()))
        if number in numbers and all(numbers):
            return numbers
    return ()


def disks_below(number: str, sys: Path = SYS) -> frozenset[str]:
    """The names of the whole disks that the device lies on in the end; none if unknown."""
    device = sys / "dev" / "block" / number
    return frozenset(_wholes(device.resolve(), _DEEPEST)) if device.exists() else frozenset()


def is_removable(number: str, sys: Path = SYS) -> bool:
    """Whether all disks below are ones that are pulled out, as the kernel has it: sticks, cards."""
    disks = disks_below(number, sys)
    return bool(disks) and all(
        _read((sys / "class" / "block" / disk).resolve() / "removable") == "1" for disk in disks
    )


def _wholes(device: Path, depth: int) -> list[str]:
    slaves = _slaves(device)
    if not slaves and (device / "partition").exists():
        slaves = [device.parent]
    if not slaves or not depth:
        return [device.name]
    return [name for slave in slaves for name in _wholes(slave.resolve(), depth - 1)]


def _below(device: Path, sys: Path, depth: int) -> str | None:
    if not depth:
        return None
    if match := _CIPHERS.search(_read(device / "dm" / "uuid")):
        return _NAMES.get(match[1], "dm-crypt")
    slaves = _slaves(device)
    if not slaves and (device / "partition").exists():
        return _below(device.parent, sys, depth - 1)
    if slaves:
        return _of_all([_below(slave.resolve(), sys, depth - 1) for slave in slaves])
    return "" if _DISKS.fullmatch(device.name) else None


def _of_all(ciphers: list[str | None]) -> str | None:
    if "" in ciphers:
        return ""
    return None if None in ciphers else ciphers[0]


def _slaves(device: Path) -> list[Path]:
    try:
        return sorted((device / "slaves").iterdir())
    except OSError:
        return []


def _read(file: Path) -> str:
    try:
        return file.read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError):
        return ""
