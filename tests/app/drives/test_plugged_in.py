"""The drives that are plugged in are those that the desktop mounted, and no network's."""

from pathlib import Path

import pytest

from app.drives import plugged_in
from app.drives.plugged_in import drives

MOUNTS = """\
25 1 8:2 / / rw,relatime shared:1 - ext4 /dev/sda2 rw
61 25 8:17 / /media/hanna/Whitlock\\040blue rw,nosuid - vfat /dev/sdb1 rw
62 25 0:52 / /mnt/office rw - nfs4 office:/backups rw
63 25 8:33 / /run/media/hanna/BLUE rw - exfat /dev/sdc1 rw
"""


def test_they_are_those_that_are_plugged_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "mountinfo"
    file.write_text(MOUNTS, "utf-8")
    monkeypatch.setattr(plugged_in, "MOUNTS", file)
    assert drives() == ["/media/hanna/Whitlock blue", "/run/media/hanna/BLUE"]
    file.unlink()
    assert drives() == []
