"""Swap: none, in memory, encrypted, in plain text, or not to be told."""

from pathlib import Path, PurePosixPath

import pytest

from app.drives.mounts import Mount
from app.workflows.privacy_check.finding import Fact, Finding
from app.workflows.privacy_check.swap import Swap, judge, look, parse_swaps
from tests.support.block_device_tree import BlockDeviceTree

RECORDED = """\
Filename				Type		Size		Used		Priority
/dev/dm-1                               partition	8388604		1024		-2
/dev/zram0                              partition	4194300		0		100
/swap\\040file                           file		2097148		0		-3
"""


@pytest.fixture
def tree(tmp_path: Path) -> BlockDeviceTree:
    return BlockDeviceTree(tmp_path)


def found(tree: BlockDeviceTree, *swaps: Swap, sleeps: bool = False) -> Finding:
    mounts = (Mount("250:1", PurePosixPath("/"), "ext4", "/dev/sda1"),)
    return judge(swaps, mounts, sleeps_to_disk=sleeps, sys_folder=tree.sys)


def test_the_kernels_list_is_understood() -> None:
    assert parse_swaps(RECORDED) == (
        Swap("/dev/dm-1", is_file=False),
        Swap("/dev/zram0", is_file=False),
        Swap("/swap file", is_file=True),
    )


def test_no_swap_is_fine(tree: BlockDeviceTree) -> None:
    assert found(tree) == Finding(Fact.SWAP_NONE)


def test_swap_in_memory_is_fine_unless_it_is_written_on(tree: BlockDeviceTree) -> None:
    tree.add("zram0")
    behind = tree.sys / "block/zram0/backing_dev"
    assert found(tree, Swap("/dev/zram0", is_file=False)) == Finding(Fact.SWAP_MEMORY)
    behind.write_text("none\n")
    assert found(tree, Swap("/dev/zram0", is_file=False)) == Finding(Fact.SWAP_MEMORY)
    behind.write_text("/dev/sda3\n")
    assert found(tree, Swap("/dev/zram0", is_file=False)) == Finding(Fact.SWAP_UNKNOWN)


def test_encrypted_swap_is_fine(tree: BlockDeviceTree) -> None:
    tree.add("sda")
    tree.add("dm-1", uuid="CRYPT-PLAIN-swap", on=("sda",))
    assert found(tree, Swap("/dev/dm-1", is_file=False), sleeps=True) == Finding(
        Fact.SWAP_ENCRYPTED, ("dm-crypt",)
    )


def test_plain_swap_is_told_and_deep_sleep_with_it(tree: BlockDeviceTree) -> None:
    tree.add("sda")
    tree.add("dm-1", uuid="CRYPT-PLAIN-swap", on=("sda",))
    swaps = Swap("/dev/sda", is_file=False), Swap("/dev/dm-1", is_file=False)
    assert found(tree, *swaps) == Finding(Fact.SWAP_PLAIN)
    assert found(tree, *swaps, sleeps=True) == Finding(Fact.SWAP_PLAIN_SLEEP)


def test_a_swap_file_is_as_safe_as_its_disk(tree: BlockDeviceTree) -> None:
    tree.add("sda")
    assert found(tree, Swap("/swapfile", is_file=True)) == Finding(Fact.SWAP_PLAIN)


def test_a_device_that_is_not_known_cannot_be_told(tree: BlockDeviceTree) -> None:
    assert found(tree, Swap("/dev/sdx", is_file=False)) == Finding(Fact.SWAP_UNKNOWN)


def test_this_computer_gets_an_answer() -> None:
    assert look().fact.value.startswith("swap.")
