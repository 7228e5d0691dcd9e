"""The mount that a folder lies on is found in the kernel's own list."""

from pathlib import Path, PurePosixPath

from app.drives.mounts import Mount, mount_of, parse_mounts

RECORDED = r"""
22 27 0:21 / /proc rw,relatime - proc proc rw
27 1 254:0 / / rw,relatime - ext4 /dev/mapper/vg-root rw,discard
61 27 259:1 / /boot/efi rw,relatime shared:45 - vfat /dev/nvme0n1p1 rw,fmask=0077
88 27 0:44 /@home /srv rw,relatime shared:50 - btrfs /dev/mapper/luks-6f rw,subvol=/@home
91 88 8:17 / /srv/USB\040stick rw,nosuid - exfat /dev/sdb1 rw
an odd line
"""


def test_the_deepest_mount_above_is_taken() -> None:
    mounts = parse_mounts(RECORDED)
    assert mount_of(Path("/srv/Documents/Practice.vault"), mounts) == Mount(
        "0:44", PurePosixPath("/srv"), "btrfs", "/dev/mapper/luks-6f"
    )


def test_a_name_with_a_space_is_understood() -> None:
    found = mount_of(Path("/srv/USB stick/Practice.vault"), parse_mounts(RECORDED))
    assert found is not None
    assert found.source == "/dev/sdb1"


def test_a_name_that_only_begins_alike_is_another() -> None:
    found = mount_of(Path("/srvwork/Practice.vault"), parse_mounts(RECORDED))
    assert found is not None
    assert found.source == "/dev/mapper/vg-root"


def test_a_later_mount_hides_an_earlier_one() -> None:
    again = RECORDED + "99 88 8:33 / /srv rw - ext4 /dev/sdc1 rw\n"
    found = mount_of(Path("/srv/me"), parse_mounts(again))
    assert found is not None
    assert found.source == "/dev/sdc1"


def test_without_a_list_there_is_no_answer() -> None:
    assert mount_of(Path("/srv"), parse_mounts("")) is None
