"""Encryption is found wherever it lies below a device, and never assumed."""

from pathlib import Path

import pytest

from app.drives.block_devices import (
    btrfs_devices,
    cipher_below,
    disks_below,
    is_removable,
    number_of,
)
from tests.support.block_device_tree import BlockDeviceTree

LUKS = "CRYPT-LUKS2-6f1d0e-luks"


@pytest.fixture
def tree(tmp_path: Path) -> BlockDeviceTree:
    tree = BlockDeviceTree(tmp_path)
    tree.add("sda")
    tree.add("sda1", part_of="sda")
    tree.add("sda2", part_of="sda")
    tree.add("sdb")
    return tree


def test_a_partition_of_a_plain_disk_is_plain(tree: BlockDeviceTree) -> None:
    assert cipher_below(tree.add("sda3", part_of="sda"), tree.sys) == ""


@pytest.mark.parametrize(
    ("uuid", "name"),
    [
        (LUKS, "LUKS"),
        ("CRYPT-LUKS1-aa-x", "LUKS"),
        ("CRYPT-BITLK-aa-x", "BitLocker"),
        ("CRYPT-PLAIN-x", "dm-crypt"),
    ],
)
def test_an_encrypted_partition_is_named(tree: BlockDeviceTree, uuid: str, name: str) -> None:
    assert cipher_below(tree.add("dm-0", uuid=uuid, on=("sda2",)), tree.sys) == name


def test_a_volume_on_an_encrypted_partition_is_encrypted(tree: BlockDeviceTree) -> None:
    tree.add("dm-0", uuid=LUKS, on=("sda2",))
    assert cipher_below(tree.add("dm-1", uuid="LVM-aa", on=("dm-0",)), tree.sys) == "LUKS"


def test_a_volume_that_also_lies_on_a_plain_disk_is_plain(tree: BlockDeviceTree) -> None:
    tree.add("dm-0", uuid=LUKS, on=("sda2",))
    assert cipher_below(tree.add("dm-1", uuid="LVM-aa", on=("dm-0", "sdb")), tree.sys) == ""


def test_protection_from_changes_is_no_encryption(tree: BlockDeviceTree) -> None:
    number = tree.add("dm-0", uuid="CRYPT-VERITY-aa-root", on=("sda2",))
    assert cipher_below(number, tree.sys) == ""


@pytest.mark.parametrize("name", ["loop0", "zd0", "nbd0"])
def test_what_lies_on_something_else_cannot_be_told(tree: BlockDeviceTree, name: str) -> None:
    assert cipher_below(tree.add(name), tree.sys) is None


def test_a_device_that_is_not_there_cannot_be_told(tree: BlockDeviceTree) -> None:
    assert cipher_below("9:9", tree.sys) is None


def test_a_ring_of_devices_ends(tree: BlockDeviceTree) -> None:
    number = tree.add("dm-0", on=("sda2",))
    slaves = tree.sys / "block/dm-0/slaves"
    (slaves / "sda2").unlink()
    (slaves / "dm-0").symlink_to(tree.sys / "block/dm-0")
    assert cipher_below(number, tree.sys) is None


def test_a_device_file_leads_to_its_numbers(tree: BlockDeviceTree) -> None:
    assert number_of("/dev/sdb", tree.sys) == "250:4"
    assert number_of("/dev/sdz", tree.sys) is None


def test_a_btrfs_names_all_its_devices(tree: BlockDeviceTree) -> None:
    tree.add_btrfs("sda2", "sdb")
    assert btrfs_devices("250:4", tree.sys) == ("250:3", "250:4")
    assert btrfs_devices("250:2", tree.sys) == ()


def test_the_disks_below_are_found_through_partitions_and_volumes(tree: BlockDeviceTree) -> None:
    tree.add("dm-0", uuid=LUKS, on=("sda2",))
    number = tree.add("dm-1", uuid="LVM-aa", on=("dm-0", "sdb"))
    assert disks_below(number, tree.sys) == {"sda", "sdb"}
    assert disks_below("250:99", tree.sys) == frozenset()


def test_a_stick_is_told_from_a_disk_that_stays(tree: BlockDeviceTree) -> None:
    tree.add("sdc")
    stick = tree.add("sdc1", part_of="sdc")
    tree.make_removable("sdc")
    assert is_removable(stick, tree.sys)
    assert not is_removable(tree.add("sda3", part_of="sda"), tree.sys)
    assert not is_removable("250:99", tree.sys)
