import os
import stat
from pathlib import Path

import pytest

from crypto.vault.atomic_file import stage, sync_folder, write_atomically, write_new
from tests.crypto.conftest import names


def test_a_file_is_replaced_whole_and_is_its_owners_alone(tmp_path: Path) -> None:
    path = tmp_path / "file"
    write_atomically(path, b"old" * 1000)
    write_atomically(path, b"new")
    assert path.read_bytes() == b"new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert names(tmp_path) == ["file"]


def test_a_wider_mode_can_be_asked_for(tmp_path: Path) -> None:
    write_atomically(tmp_path / "file", b"", mode=0o400)
    assert stat.S_IMODE((tmp_path / "file").stat().st_mode) == 0o400


def test_a_staged_file_is_not_in_its_place_until_it_is_placed(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"old")
    staged = stage(path, b"new")
    assert path.read_bytes() == b"old"
    assert staged.waiting.read_bytes() == b"new"
    staged.place()
    assert path.read_bytes() == b"new"
    assert names(tmp_path) == ["file"]


def test_a_discarded_file_leaves_nothing(tmp_path: Path) -> None:
    staged = stage(tmp_path / "file", b"new")
    staged.discard()
    staged.discard()
    assert names(tmp_path) == []


def test_what_a_killed_process_left_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "file"
    stage(path, b"of a process that was killed")
    write_atomically(path, b"new")
    assert names(tmp_path) == ["file"]


def test_a_link_in_the_way_is_not_followed(tmp_path: Path) -> None:
    victim = tmp_path / "victim"
    victim.write_bytes(b"untouched")
    (tmp_path / ".file.new").symlink_to(victim)
    write_atomically(tmp_path / "file", b"new")
    assert victim.read_bytes() == b"untouched"
    assert not (tmp_path / "file").is_symlink()


def test_a_failed_write_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"old")

    def full(_descriptor: int) -> None:
        raise OSError

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError):  # noqa: PT011  any
        write_atomically(path, b"new")
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == ["file"]


def test_a_failed_rename_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "kept").touch()
    with pytest.raises(OSError):  # noqa: PT011  any
        write_atomically(tmp_path / "folder", b"new")
    assert names(tmp_path) == ["folder"]


def test_file_name_and_folder_are_synced_in_that_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str] = []
    sync, replace = os.fsync, Path.replace

    def noted_sync(descriptor: int) -> None:
        folder = stat.S_ISDIR(os.fstat(descriptor).st_mode)
        done.append("folder" if folder else "file")
        sync(descriptor)

    def noted_replace(self: Path, target: Path) -> Path:
        done.append("rename")
        return replace(self, target)

    monkeypatch.setattr(os, "fsync", noted_sync)
    monkeypatch.setattr(Path, "replace", noted_replace)
    write_atomically(tmp_path / "file", b"new")
    assert done == ["file", "rename", "folder"]


def test_a_new_file_never_takes_an_others_place(tmp_path: Path) -> None:
    write_new(tmp_path / "file", b"first")
    with pytest.raises(FileExistsError):
        write_new(tmp_path / "file", b"second")


def test_a_folder_that_is_gone_cannot_be_synced(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        sync_folder(tmp_path / "gone")
