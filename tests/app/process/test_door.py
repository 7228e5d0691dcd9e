"""Later starts and commands knock, and wait until their wish is granted."""

import socket
import stat
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.process import door as door_module
from app.process.door import Door, NoAnswer, NotRunning, Visitor, Wish, knock


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "run"
    folder.mkdir(mode=0o700)
    return folder


@pytest.fixture
def door(folder: Path) -> Iterator[Door]:
    door = Door(str(folder))
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
    thread = knocking(lambda: knock(str(folder), wish, "a token"))
    found = visitor(door)
    assert (found.wish, found.token) == (wish, b"a token")
    found.answer()
    thread.join(10)
    assert not thread.is_alive()


def test_a_door_left_by_a_killed_start_is_no_hindrance(folder: Path) -> None:
    with socket.socket(socket.AF_UNIX) as left:
        left.bind(str(folder / "underrose.sock"))
    Door(str(folder)).close()
    Door(str(folder)).close()


def test_a_closed_door_leaves_no_socket(folder: Path) -> None:
    Door(str(folder)).close()
    assert [entry.name for entry in folder.iterdir()] == []


def test_the_door_is_for_this_user_alone(door: Door, folder: Path) -> None:
    assert stat.S_IMODE((folder / "underrose.sock").stat().st_mode) == 0o600


def test_without_a_door_nobody_runs(folder: Path) -> None:
    with pytest.raises(NotRunning):
        knock(str(folder), Wish.SHOW)


def test_a_door_that_opens_a_moment_later_is_waited_for(folder: Path) -> None:
    shown: list[bool] = []

    def call() -> None:
        knock(str(folder), Wish.SHOW, patience=5)
        shown.append(True)

    thread = knocking(call)
    door = Door(str(folder))
    visitor(door).answer()
    thread.join(10)
    door.close()
    assert shown == [True]


def test_whoever_gets_no_answer_is_told(
    door: Door, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(door_module, "WAIT_FOR_ANSWER", 0.05)
    with pytest.raises(NoAnswer):
        knock(str(folder), Wish.LOCK)


def test_whoever_is_sent_away_is_told(door: Door, folder: Path) -> None:
    told: list[type[Exception]] = []

    def call() -> None:
        try:
            knock(str(folder), Wish.LOCK)
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
