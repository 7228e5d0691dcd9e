"""The disk below the vault: encrypted, plain, or not to be told."""

import sys
from pathlib import Path, PurePosixPath

import pytest

from app.drives.mounts import Mount
from app.workflows.privacy_check import disk
from app.workflows.privacy_check.disk import cipher_of_mount, parse_fdesetup, parse_manage_bde
from app.workflows.privacy_check.finding import Fact, Finding
from tests.support.block_device_tree import BlockDeviceTree

HOME = PurePosixPath("/home")
UNKNOWN = Finding(Fact.DISK_UNKNOWN)
MANAGE_BDE = """
Volume C: [Windows]
[OS Volume]

    Size:                 475.83 GB
    BitLocker Version:    2.0
    Conversion Status:    Used Space Only Encrypted
    Percentage Encrypted: 100.0%
    Encryption Method:    XTS-AES 128
    Protection Status:    Protection On
    Lock Status:          Unlocked
"""


@pytest.fixture
def tree(tmp_path: Path) -> BlockDeviceTree:
    return BlockDeviceTree(tmp_path)


def test_an_encrypted_disk_is_named(tree: BlockDeviceTree) -> None:
    tree.add("sda")
    number = tree.add("dm-0", uuid="CRYPT-LUKS2-aa-home", on=("sda",))
    assert cipher_of_mount(Mount(number, HOME, "ext4", "/dev/mapper/home"), tree.sys) == "LUKS"


def test_a_plain_disk_is_plain(tree: BlockDeviceTree) -> None:
    mount = Mount(tree.add("sda"), HOME, "ext4", "/dev/sda")
    assert cipher_of_mount(mount, tree.sys) == ""


def test_a_btrfs_is_encrypted_only_with_all_its_disks(tree: BlockDeviceTree) -> None:
    tree.add("sda")
    tree.add("sdb")
    tree.add("dm-0", uuid="CRYPT-LUKS2-aa-home", on=("sda",))
    mount = Mount("0:44", HOME, "btrfs", "/dev/dm-0")
    assert cipher_of_mount(mount, tree.sys) is None
    tree.add_btrfs("dm-0")
    assert cipher_of_mount(mount, tree.sys) == "LUKS"
    (tree.sys / "fs/btrfs/0d9f/devices/sdb").symlink_to(tree.sys / "block/sdb")
    assert cipher_of_mount(mount, tree.sys) == ""


def test_a_file_system_that_encrypts_is_named(tree: BlockDeviceTree) -> None:
    mount = Mount("0:51", HOME, "fuse.gocryptfs", "/home/.secret")
    assert cipher_of_mount(mount, tree.sys) == "gocryptfs"


@pytest.mark.parametrize(
    "mount",
    [
        None,
        Mount("0:44", HOME, "zfs", "rpool/home"),
        Mount("0:60", HOME, "nfs4", "server:/home"),
        Mount("0:61", HOME, "overlay", "overlay"),
        Mount("7:0", HOME, "ext4", "/dev/loop0"),
    ],
)
def test_what_is_not_on_a_disk_of_here_cannot_be_told(
    tree: BlockDeviceTree, mount: Mount | None
) -> None:
    assert cipher_of_mount(mount, tree.sys) is None


def test_filevault_is_fine_only_when_it_is_on_and_done() -> None:
    assert parse_fdesetup("FileVault is On.\n") == Finding(Fact.DISK_ENCRYPTED, ("FileVault",))
    assert parse_fdesetup("FileVault is Off.\n") == Finding(Fact.DISK_PLAIN)
    busy = "FileVault is On.\nEncryption in progress: Percent completed = 30.0\n"
    assert parse_fdesetup(busy) == UNKNOWN
    assert parse_fdesetup(None) == UNKNOWN


def test_bitlocker_is_fine_only_when_it_is_on_and_done() -> None:
    assert parse_manage_bde(MANAGE_BDE) == Finding(Fact.DISK_ENCRYPTED, ("BitLocker",))
    off = MANAGE_BDE.replace("Protection On", "Protection Off")
    assert parse_manage_bde(off) == Finding(Fact.DISK_PLAIN)
    assert parse_manage_bde(MANAGE_BDE.replace("100.0%", "30.0%")) == UNKNOWN
    assert parse_manage_bde(None) == UNKNOWN


@pytest.mark.skipif(sys.platform != "linux", reason="looks at this computer")
def test_this_computer_gets_an_answer(tmp_path: Path) -> None:
    found = disk.look(tmp_path)
    assert found.fact in (Fact.DISK_ENCRYPTED, Fact.DISK_PLAIN, Fact.DISK_UNKNOWN)
    assert bool(found.values) == (found.fact is Fact.DISK_ENCRYPTED)


@pytest.mark.skipif(sys.platform != "linux", reason="the kernel's list of mounts")
def test_a_list_of_mounts_that_cannot_be_read_tells_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(disk, "MOUNTS", tmp_path / "gone")
    assert disk.look(tmp_path) == UNKNOWN
