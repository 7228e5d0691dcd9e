"""One Underrose a user; later starts knock, and only this user can reach the door."""

import os
import socket
import stat
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app import single_start
from app.single_start import (
    AlreadyRunning,
    Door,
    NoAnswer,
    NoSafeFolder,
    NotRunning,
    Visitor,
    Wish,
    door_folder,
    knock,
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "run"
    folder.mkdir(mode=0o700)
    return folder


@pytest.fixture
def door(folder: Path) -> Iterator[Door]:
    door = Door(folder)
    yield door
    door.close()


def knocking(call: Callable[[], None]) -> threading.Thread:
    """Knocks meanwhile: whoever knocks waits for the answer."""
    thread = threading.Thread(target=call)
    thread.start()
    return thread


def visitor(door: Door) -> Visitor:
    """Who comes to the door, waited for."""
    while (found := door.visitor()) is None:
        pass
    return found


@pytest.mark.parametrize("wish", list(Wish))
def test_a_wish_is_heard_and_answered(door: Door, folder: Path, wish: Wish) -> None:
    thread = knocking(lambda: knock(folder, wish, "a token"))
    found = visitor(door)
    assert (found.wish, found.token) == (wish, b"a token")
    found.answer()
    thread.join(10)
    assert not thread.is_alive()


def test_there_is_one_door(door: Door, folder: Path) -> None:
    with pytest.raises(AlreadyRunning):
        Door(folder)


def test_a_door_left_by_a_killed_start_is_no_hindrance(folder: Path) -> None:
    (folder / "underrose.lock").touch()
    with socket.socket(socket.AF_UNIX) as left:
        left.bind(str(folder / "underrose.sock"))
    Door(folder).close()
    Door(folder).close()


def test_a_closed_door_leaves_no_socket(folder: Path) -> None:
    Door(folder).close()
    assert [entry.name for entry in folder.iterdir()] == ["underrose.lock"]


def test_the_door_is_for_this_user_alone(door: Door, folder: Path) -> None:
    for name in ("underrose.sock", "underrose.lock"):
        assert stat.S_IMODE((folder / name).stat().st_mode) == 0o600


def test_without_a_door_nobody_runs(folder: Path) -> None:
    with pytest.raises(NotRunning):
        knock(folder, Wish.SHOW)


def test_a_door_that_opens_a_moment_later_is_waited_for(folder: Path) -> None:
    shown: list[bool] = []

    def call() -> None:
        knock(folder, Wish.SHOW, patience=5)
        shown.append(True)

    thread = knocking(call)
    door = Door(folder)
    visitor(door).answer()
    thread.join(10)
    door.close()
    assert shown == [True]


def test_whoever_gets_no_answer_is_told(
    door: Door, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(single_start, "WAIT_FOR_ANSWER", 0.05)
    with pytest.raises(NoAnswer):
        knock(folder, Wish.LOCK)


def test_whoever_is_sent_away_is_told(door: Door, folder: Path) -> None:
    told: list[type[Exception]] = []

    def call() -> None:
        try:
            knock(folder, Wish.LOCK)
        except NoAnswer:
            told.append(NoAnswer)

    thread = knocking(call)
    visitor(door).connection.close()
    thread.join(10)
    assert told == [NoAnswer]


@pytest.mark.parametrize("said", [b"", b"x", b"\xff" * 1_000])
def test_what_has_no_meaning_is_passed_over(door: Door, folder: Path, said: bytes) -> None:
    with socket.socket(socket.AF_UNIX) as stranger:
        stranger.connect(str(folder / "underrose.sock"))
        stranger.sendall(said)
        stranger.shutdown(socket.SHUT_WR)
        assert door.visitor() is None
    assert door.visitor() is None


def test_a_visitor_who_left_can_be_answered(door: Door, folder: Path) -> None:
    with socket.socket(socket.AF_UNIX) as hasty:
        hasty.connect(str(folder / "underrose.sock"))
        hasty.sendall(b"s")
    visitor(door).answer()


def test_the_sessions_own_folder_is_taken(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(folder))
    assert door_folder() == folder


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
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    folder = door_folder()
    assert folder == tmp_path / f"underrose-{os.getuid()}"
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_a_folder_that_somebody_laid_there_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir(0o700)
    (tmp_path / f"underrose-{os.getuid()}").symlink_to(elsewhere)
    with pytest.raises(NoSafeFolder):
        door_folder()
