import errno
import os
from pathlib import Path

import pytest

from crypto.backup import naming
from crypto.backup.naming import give_name, refuse_taken
from crypto.errors import BackupInterrupted, BackupNameTaken, BackupPlaceReadOnly
from tests.crypto.conftest import names
from tests.support.killed_child import killed_at
from tests.support.small_disk import small_disk


@pytest.fixture(params=["by Linux", "portably"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Both ways of renaming: the second is what other systems and file systems are left with."""
    if request.param == "portably":

        def never(_part: Path, _target: Path) -> bool:
            return False

        monkeypatch.setattr(naming, "_renamed_by_linux", never)
    return request.param


@pytest.fixture
def part(tmp_path: Path) -> Path:
    part = tmp_path / ".a.part"
    part.write_bytes(b"a backup")
    return part


def test_the_part_gets_its_name(way: str, part: Path) -> None:
    give_name(part, part.with_name("a"))
    assert names(part.parent) == ["a"]
    assert part.with_name("a").read_bytes() == b"a backup"


def test_another_file_keeps_its_name(way: str, part: Path) -> None:
    part.with_name("a").write_bytes(b"a letter")
    part.with_name("link").symlink_to("nowhere")
    part.with_name("folder").mkdir()
    for taken in ("a", "link", "folder"):
        with pytest.raises(BackupNameTaken):
            give_name(part, part.with_name(taken))
    assert part.with_name("a").read_bytes() == b"a letter"
    assert part.read_bytes() == b"a backup"


def test_a_part_that_is_gone_leaves_nothing(way: str, part: Path) -> None:
    part.unlink()
    with pytest.raises(BackupInterrupted):
        give_name(part, part.with_name("a"))
    assert names(part.parent) == []


def test_a_folder_that_is_gone_is_told(way: str, part: Path) -> None:
    with pytest.raises(BackupInterrupted):
        give_name(part, part.parent / "gone" / "a")


def test_killed_at_any_moment_the_part_or_the_whole_is_there(way: str, part: Path) -> None:
    step = 1
    while killed_at(step, lambda: give_name(part, part.with_name("a"))):
        whole = [path for path in part.parent.iterdir() if path.read_bytes() == b"a backup"]
        assert len(whole) == 1
        part.with_name("a").unlink(missing_ok=True)
        part.write_bytes(b"a backup")
        step += 1
    assert names(part.parent) == ["a"]


def test_a_drive_that_takes_no_writes_is_told(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", 1) as disk:
        (disk.folder / ".a.part").write_bytes(b"a backup")
        disk.take_no_writes()
        with pytest.raises(BackupPlaceReadOnly):
            give_name(disk.folder / ".a.part", disk.folder / "a")
        assert names(disk.folder) == [".a.part"]


def test_a_file_system_that_syncs_no_folder_is_fine(
    part: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_descriptor: int) -> None:
        raise OSError(errno.EINVAL, os.strerror(errno.EINVAL))

    monkeypatch.setattr(os, "fsync", refuse)
    give_name(part, part.with_name("a"))
    assert names(part.parent) == ["a"]


def test_a_drive_that_does_not_confirm_the_name_gets_no_backup(
    way: str, part: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_descriptor: int) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(BackupInterrupted):
        give_name(part, part.with_name("a"))
    assert names(part.parent) == []


def test_a_name_is_taken_by_whatever_has_it(tmp_path: Path) -> None:
    refuse_taken(tmp_path / "a")
    (tmp_path / "file").touch()
    (tmp_path / "link").symlink_to("nowhere")
    (tmp_path / "folder").mkdir()
    for taken in ("file", "link", "folder"):
        with pytest.raises(BackupNameTaken):
            refuse_taken(tmp_path / taken)


@pytest.mark.parametrize(
    ("code", "told"), [(errno.EIO, BackupInterrupted), (errno.EACCES, BackupPlaceReadOnly)]
)
def test_a_drive_that_says_nothing_of_a_name_is_told_as_what_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, told: type[Exception]
) -> None:
    def fail(_path: Path) -> os.stat_result:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(Path, "lstat", fail)
    with pytest.raises(told):
        refuse_taken(tmp_path / "a")
