"""One start holds the door; its folder is one that only this user can reach."""

import os
import stat
from pathlib import Path

import pytest

from app.process.single_start import AlreadyRunning, NoSafeFolder, door_folder, hold_door


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "run"
    folder.mkdir(mode=0o700)
    return folder


def test_one_start_holds_the_door(folder: Path) -> None:
    lock = hold_door(str(folder))
    with pytest.raises(AlreadyRunning):
        hold_door(str(folder))
    os.close(lock)
    os.close(hold_door(str(folder)))


def test_the_lock_is_for_this_user_alone(folder: Path) -> None:
    os.close(hold_door(str(folder)))
    assert stat.S_IMODE((folder / "underrose.lock").stat().st_mode) == 0o600


def test_the_sessions_own_folder_is_taken(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(folder))
    assert door_folder() == str(folder)


@pytest.mark.parametrize("given", ["missing", "open", "file", "long"])
def test_a_folder_that_will_not_do_is_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, given: str
) -> None:
    (tmp_path / "open").mkdir()
    (tmp_path / "open").chmod(0o755)
    (tmp_path / "file").touch(0o600)
    unfit = tmp_path / given
    if given == "long":
        unfit = tmp_path / ("x" * 100)
        unfit.mkdir(0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(unfit))
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    folder = Path(door_folder())
    assert folder == tmp_path / f"underrose-{os.getuid()}"
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_a_folder_that_somebody_laid_there_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir(0o700)
    (tmp_path / f"underrose-{os.getuid()}").symlink_to(elsewhere)
    with pytest.raises(NoSafeFolder):
        door_folder()
