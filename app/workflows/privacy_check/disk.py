"""Whether the disk that holds the vault is encrypted."""

import re
import sys
from pathlib import Path

from app.drives.block_devices import SYS, btrfs_devices, cipher_below, number_of
from app.drives.mounts import Mount, mount_of, parse_mounts
from app.workflows.privacy_check import folder_encryption
from app.workflows.privacy_check.finding import Fact, Finding
from app.workflows.privacy_check.tool import Tool, ask

MOUNTS = Path("/proc/self/mountinfo")
_MAC_DATA = Path("/System/Volumes/Data")

# File systems that encrypt all that lies on them.
_ENCRYPTING = {
    "ecryptfs": "eCryptfs",
    "fuse.gocryptfs": "gocryptfs",
    "fuse.cryfs": "CryFS",
}


def look(folder: Path) -> Finding:
    """Looks at the disk below `folder`. Off the GUI thread: reads files, may ask a program."""
    if sys.platform == "linux":
        return _finding(_on_linux(folder))
    if sys.platform == "darwin":
        on_system_disk = _same_disk(folder, _MAC_DATA)
        return parse_fdesetup(ask(Tool.FDESETUP, "status") if on_system_disk else None)
    if sys.platform == "win32":
        return parse_manage_bde(ask(Tool.MANAGE_BDE, "-status", folder.resolve().drive))
    return Finding(Fact.DISK_UNKNOWN)


def cipher_of_mount(mount: Mount | None, sys_folder: Path = SYS) -> str | None:
    """The name of what encrypts a file system, "" when nothing does, None if unknown."""
    if mount is None:
        return None
    if mount.kind in _ENCRYPTING:
        return _ENCRYPTING[mount.kind]
    number: str | None = mount.number
    if mount.number.startswith("0:"):  # btrfs, overlay and network file systems have no disk's
        number = number_of(mount.source, sys_folder) if mount.source.startswith("/dev/") else None
    if number is None:
        return None
    numbers = btrfs_devices(number, sys_folder) if mount.kind == "btrfs" else (number,)
    ciphers = [cipher_below(one, sys_folder) for one in numbers]
    if "" in ciphers:
        return ""
    return None if None in ciphers or not ciphers else ciphers[0]


def parse_fdesetup(said: str | None) -> Finding:
    """What `fdesetup status` says about a Mac's own disk."""
    if said is not None and re.match(r"FileVault is On\.\s*\Z", said):
        return Finding(Fact.DISK_ENCRYPTED, ("FileVault",))
    if said is not None and said.startswith("FileVault is Off."):
        return Finding(Fact.DISK_PLAIN)
    return Finding(Fact.DISK_UNKNOWN)


def parse_manage_bde(said: str | None) -> Finding:
    """What `manage-bde -status C:` says in English; it answers administrators only."""
    volumes = re.findall(r"Protection Status:\s+Protection (On|Off)\b", said or "")
    whole = re.search(r"Percentage Encrypted:\s+100[.,]0", said or "")
    if volumes == ["On"] and whole:
        return Finding(Fact.DISK_ENCRYPTED, ("BitLocker",))
    if volumes == ["Off"]:
        return Finding(Fact.DISK_PLAIN)
    return Finding(Fact.DISK_UNKNOWN)


def _on_linux(folder: Path) -> str | None:
    if folder_encryption.is_encrypted(folder):
        return "fscrypt"
    try:
        mounts = parse_mounts(MOUNTS.read_text(encoding="utf-8", errors="replace"))
    except OSError:
        return None
    return cipher_of_mount(mount_of(folder.resolve(), mounts))


def _finding(cipher: str | None) -> Finding:
    if cipher is None:
        return Finding(Fact.DISK_UNKNOWN)
    return Finding(Fact.DISK_ENCRYPTED, (cipher,)) if cipher else Finding(Fact.DISK_PLAIN)


def _same_disk(one: Path, other: Path) -> bool:
    try:
        return one.stat().st_dev == other.stat().st_dev
    except OSError:
        return False
