"""A made-up /sys with block devices, as far as the check-up looks at it."""

from pathlib import Path


class BlockDeviceTree:
    """Devices by name; a device that lies on others names them as `on`."""

    def __init__(self, folder: Path) -> None:
        """An empty one in `folder`."""
        self.sys = folder
        self._count = 0
        for place in ("dev/block", "class/block", "block", "fs/btrfs"):
            (folder / place).mkdir(parents=True)

    def add(self, name: str, *, uuid: str = "", on: tuple[str, ...] = (), part_of: str = "") -> str:
        """A device; returns its numbers. `uuid` is the device mapper's, as cryptsetup names it."""
        self._count += 1
        number = f"250:{self._count}"
        above = self.sys / "block" / part_of if part_of else self.sys / "block"
        device = above / name
        device.mkdir()
        (device / "dev").write_text(f"{number}\n")
        if uuid:
            (device / "dm").mkdir()
            (device / "dm" / "uuid").write_text(f"{uuid}\n")
        if part_of:
            (device / "partition").write_text("1\n")
        else:
            (device / "slaves").mkdir()
        for below in on:
            (device / "slaves" / below).symlink_to((self.sys / "class/block" / below).resolve())
        (self.sys / "dev/block" / number).symlink_to(device)
        (self.sys / "class/block" / name).symlink_to(device)
        return number

    def make_removable(self, name: str) -> None:
        """A stick or a card."""
        (self.sys / "block" / name / "removable").write_text("1\n")

    def add_btrfs(self, *names: str) -> None:
        """A file system over these devices."""
        devices = self.sys / "fs/btrfs/0d9f/devices"
        devices.mkdir(parents=True)
        for name in names:
            (devices / name).symlink_to((self.sys / "class/block" / name).resolve())
