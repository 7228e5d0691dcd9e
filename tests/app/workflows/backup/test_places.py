"""A place is known by its folder and its drive, and an empty mount point is never taken for it."""

import threading
from dataclasses import replace
from pathlib import Path

import pytest

from app.core import each_by_itself
from app.workflows.backup import places
from app.workflows.backup.places import (
    Place,
    describe,
    free_bytes,
    here,
    is_same_disk_as,
    same_as,
)
from tests.support.block_device_tree import BlockDeviceTree


class Computer:
    """A made-up computer: folders in a temporary one, the kernel's list and its devices."""

    def __init__(self, root: Path, patch: pytest.MonkeyPatch) -> None:
        self.root = root
        self.home = self.folder("home/hanna")
        self.vault = self.folder("home/hanna/Practice.vault")
        self.list = root / "mountinfo"
        self.volumes = root / "by-uuid"
        self.volumes.mkdir()
        self.tree = BlockDeviceTree(root / "sys")
        self.numbers = {"sda": self.tree.add("sda")}
        for part in ("sda1", "sda2"):
            self.numbers[part] = self.tree.add(part, part_of="sda")
        self.mounts = [(self.numbers["sda1"], "/", "ext4", "/dev/sda1")]
        self.write()
        patch.setattr(places, "MOUNTS", self.list)
        patch.setattr(places, "VOLUMES", self.volumes)
        patch.setattr(places, "SYS", self.tree.sys)

    def folder(self, name: str) -> Path:
        folder = self.root / name
        folder.mkdir(parents=True, exist_ok=True)
        return folder

    def add_stick(self, name: str, volume: str, *, removable: bool = True) -> None:
        self.tree.add(name)
        self.numbers[f"{name}1"] = self.tree.add(f"{name}1", part_of=name)
        if removable:
            self.tree.make_removable(name)
        (self.volumes / volume).symlink_to(f"../../{name}1")

    def mount(self, device: str, point: Path, kind: str = "exfat") -> None:
        self.mounts.append((self.numbers[device], str(point), kind, f"/dev/{device}"))
        self.write()

    def mount_other(self, number: str, point: Path, kind: str, source: str) -> None:
        self.mounts.append((number, str(point), kind, source))
        self.write()

    def unmount(self, point: Path) -> None:
        self.mounts = [mount for mount in self.mounts if mount[1] != str(point)]
        self.write()

    def write(self) -> None:
        lines = (
            f"{at} 1 {number} / {point.replace(' ', chr(92) + '040')} rw - {kind} {source} rw"
            for at, (number, point, kind, source) in enumerate(self.mounts)
        )
        self.list.write_text("\n".join(lines) + "\n")

    def describe(self, folder: Path) -> Place:
        return describe(folder, self.home)


@pytest.fixture
def computer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Computer:
    return Computer(tmp_path, monkeypatch)


@pytest.fixture
def stick(computer: Computer) -> Path:
    """A stick that is in, with a folder for backups."""
    computer.add_stick("sdb", "1F2A-77C0")
    point = computer.folder("media/hanna/Whitlock red")
    computer.mount("sdb1", point)
    return computer.folder("media/hanna/Whitlock red/Backups")


def test_a_folder_in_the_home_is_called_by_its_name(computer: Computer) -> None:
    folder = computer.folder("home/hanna/Backups")
    assert computer.describe(folder) == Place(str(folder), "Backups")
    assert not computer.describe(folder).is_drive


def test_a_home_on_a_disk_of_its_own_is_no_drive(computer: Computer) -> None:
    computer.mount("sda2", computer.root / "home", "ext4")
    folder = computer.folder("home/hanna/Backups")
    assert computer.describe(folder) == Place(str(folder), "Backups")


def test_a_stick_is_called_by_its_own_name(computer: Computer, stick: Path) -> None:
    assert computer.describe(stick) == Place(
        folder=str(stick),
        label="Whitlock red",
        mount=str(stick.parent),
        volume="1F2A-77C0",
        stick=True,
    )
    assert computer.describe(stick.parent).label == "Whitlock red"


def test_a_disk_that_stays_in_is_a_drive_but_no_stick(computer: Computer) -> None:
    computer.add_stick("sdc", "aa-bb", removable=False)
    point = computer.folder("data")
    computer.mount("sdc1", point, "ext4")
    place = computer.describe(point)
    assert (place.is_drive, place.stick, place.label) == (True, False, "data")


def test_a_stick_is_here_while_it_is_in(computer: Computer, stick: Path) -> None:
    place = computer.describe(stick)
    assert here(place)
    computer.unmount(stick.parent)
    assert not here(place)


def test_an_empty_mount_point_is_not_the_stick(computer: Computer, stick: Path) -> None:
    place = computer.describe(stick.parent)
    stick.rmdir()
    computer.unmount(stick.parent)
    assert stick.parent.is_dir()
    assert not here(place)


def test_another_stick_of_the_same_name_is_not_this_one(computer: Computer, stick: Path) -> None:
    place = computer.describe(stick)
    computer.unmount(stick.parent)
    computer.add_stick("sdc", "99AB-0001")
    computer.mount("sdc1", stick.parent)
    assert not here(place)
    assert here(replace(place, volume=""))  # where no system says which it is, names have to do


def test_the_same_stick_in_another_port_is_known_again(computer: Computer, stick: Path) -> None:
    place = computer.describe(stick)
    computer.unmount(stick.parent)
    (computer.volumes / "1F2A-77C0").unlink()
    computer.add_stick("sdd", "1F2A-77C0")
    computer.mount("sdd1", stick.parent)
    assert here(place)


def test_what_waits_for_being_mounted_is_not_there(computer: Computer) -> None:
    computer.add_stick("sdb", "1F2A-77C0")
    point = computer.folder("mnt/stick")
    computer.mount_other("0:77", point, "autofs", "systemd-1")
    computer.mount("sdb1", point)
    place = computer.describe(point)
    computer.mounts.pop()
    computer.write()
    assert not here(place)


def test_one_folder_under_another_name_is_the_place_that_it_is_already(
    computer: Computer, stick: Path
) -> None:
    place = computer.describe(stick)
    link = computer.folder("home/hanna") / "Copies"
    link.symlink_to(stick)
    assert same_as(link, [place]) == place
    assert same_as(stick, [place]) is None  # described again: another drive may have its name
    assert same_as(stick.parent, [place]) is None
    computer.unmount(stick.parent)
    assert same_as(link, [place]) is None


def test_a_place_that_hangs_is_not_asked_whether_it_is_this_one(
    computer: Computer, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    office, place = Path("/net/office"), computer.describe(stick)
    (link := computer.home / "Stick").symlink_to(stick)
    answers, is_folder = threading.Event(), places.is_folder

    def hangs(folder: Path) -> bool:
        return (folder == office and answers.wait(20)) or is_folder(folder)

    monkeypatch.setattr(each_by_itself, "PATIENCE", 0.3)
    monkeypatch.setattr(places, "is_folder", hangs)
    assert same_as(link, [Place(str(office), "office"), place]) == place
    answers.set()


def test_a_folder_that_was_removed_is_not_there(computer: Computer, stick: Path) -> None:
    own, on_stick = computer.folder("home/hanna/Backups"), computer.describe(stick)
    place = computer.describe(own)
    own.rmdir()
    stick.rmdir()
    assert not here(place)
    assert not here(on_stick)


def test_a_file_is_no_folder(computer: Computer) -> None:
    file = computer.home / "Backups"
    file.write_text("")
    assert not here(Place(str(file), "Backups"))


def test_a_network_folder_is_known_by_what_is_mounted(computer: Computer) -> None:
    point = computer.folder("net/backups")
    computer.mount_other("0:61", point, "nfs4", "nas:/backups")
    place = computer.describe(point)
    assert (place.is_drive, place.volume) == (True, "nas:/backups")
    assert here(place)
    computer.mounts[-1] = ("0:61", str(point), "nfs4", "elsewhere:/backups")
    computer.write()
    assert not here(place)


def test_two_parts_of_one_disk_are_the_same_disk(computer: Computer) -> None:
    point = computer.folder("data")
    computer.mount("sda2", point, "ext4")
    assert is_same_disk_as(computer.describe(point), computer.vault)
    own = computer.describe(computer.folder("home/hanna/Backups"))
    assert is_same_disk_as(own, computer.vault)


def test_a_stick_is_another_disk_in_or_out(computer: Computer, stick: Path) -> None:
    place = computer.describe(stick)
    assert not is_same_disk_as(place, computer.vault)
    computer.unmount(stick.parent)
    assert not is_same_disk_as(place, computer.vault)


def test_where_no_disks_can_be_told_the_file_systems_say(
    computer: Computer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(places, "SYS", computer.root / "nothing")
    own = computer.describe(computer.folder("home/hanna/Backups"))
    assert is_same_disk_as(own, computer.vault)


class TestWithoutTheKernelsList:
    """As on macOS and Windows: only whether a folder is a mount point can be asked."""

    @pytest.fixture(autouse=True)
    def elsewhere(self, computer: Computer, monkeypatch: pytest.MonkeyPatch) -> set[Path]:
        computer.list.unlink()
        points = {Path("/"), computer.folder("Volumes/Whitlock")}
        monkeypatch.setattr(places, "_is_mount", points.__contains__)
        return points

    def test_a_drive_is_told_by_its_mount_point(
        self, computer: Computer, elsewhere: set[Path]
    ) -> None:
        point = computer.folder("Volumes/Whitlock")
        folder = computer.folder("Volumes/Whitlock/Backups")
        place = computer.describe(folder)
        assert place == Place(str(folder), "Whitlock", str(point))
        assert here(place)
        elsewhere.remove(point)
        assert not here(place)

    def test_a_folder_beside_the_home_is_no_drive(self, computer: Computer) -> None:
        folder = computer.folder("home/hanna/Backups")
        assert computer.describe(folder) == Place(str(folder), "Backups")
        assert is_same_disk_as(computer.describe(folder), computer.vault)


def test_this_computers_own_list_is_understood(tmp_path: Path) -> None:
    folder = tmp_path / "Backups"
    folder.mkdir()
    place = describe(folder)
    assert here(place)
    assert is_same_disk_as(Place(str(tmp_path / "gone"), "gone"), tmp_path)


def test_room_is_told_where_there_is_a_folder(tmp_path: Path) -> None:
    assert (free_bytes(tmp_path) or 0) > 0
    assert free_bytes(tmp_path / "gone") is None
