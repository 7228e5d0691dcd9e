"""That a drive came in is told a moment later, and once."""

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSocketNotifier
from pytestqt.qtbot import QtBot

from ui.backing_up import mounts_watch
from ui.backing_up.mounts_watch import MountsWatch


@pytest.fixture
def ends() -> Iterator[tuple[socket.socket, socket.socket]]:
    """Two ends of which one can say something out of turn, as the kernel does."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        near = socket.create_connection(server.getsockname())
        far, _ = server.accept()
        with near, far:
            yield near, far


def test_it_is_told_when_it_has_settled(
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    ends: tuple[socket.socket, socket.socket],
) -> None:
    monkeypatch.setattr(mounts_watch, "SETTLED", 20)
    near, far = ends
    watch = MountsWatch(mounts=tmp_path / "none")
    watch.watch(near.fileno())
    with qtbot.waitSignal(watch.changed):
        far.send(b"!", socket.MSG_OOB)
    near.recv(1, socket.MSG_OOB)


def test_where_there_is_no_list_nothing_is_told(qtbot: QtBot, tmp_path: Path) -> None:
    watch = MountsWatch(mounts=tmp_path / "none")
    qtbot.wait(20)
    assert watch.findChild(QSocketNotifier) is None
