"""What opens a backup is wiped, however early the try is ended."""

import threading
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.core.clock import Moment
from app.workflows.restore.here import Here
from app.workflows.restore.look import Look
from app.workflows.restore.step import Tell
from app.workspace import Workspace
from crypto.backup.face import BackupFace
from crypto.backup.unlock import ByRoot
from crypto.secret import SecretBytes
from tests.support.ending_threads import all_have_ended
from tests.support.fake_backups import VAULT, a_face
from ui.jobs import Jobs
from ui.restoring.try_calls import Own, TryCalls
from ui.restoring.try_model import TryModel


class FakeVault:
    """Gives its root when it is let, and says that it has."""

    def __init__(self) -> None:
        self.root = SecretBytes(b"r" * 32)
        self.asked, self.answers, self.looks = threading.Event(), threading.Event(), 0

    def calls(self) -> TryCalls:
        return TryCalls(lambda _: a_face(), self._own_way, self._look_inside)

    def _own_way(self, _: BackupFace, __: Workspace) -> Own:
        self.asked.set()
        self.answers.wait(20)
        saved = Moment(datetime(2026, 10, 22, 17, 38, tzinfo=UTC), "UTC")
        return Own(ByRoot(self.root), Here(VAULT, "Whitlock", 1, saved))

    def _look_inside(self, _: Path, __: ByRoot, ___: Tell) -> Look:
        self.looks += 1
        raise AssertionError


@pytest.mark.parametrize("answered", [False, True], ids=["asking", "answered"])
def test_ended_before_the_look_begins_it_wipes_the_root(
    answered: bool, open_jobs: Jobs, qtbot: QtBot
) -> None:
    vault = FakeVault()
    model = TryModel(open_jobs, Path("a backup"), vault.calls())
    model.begin()
    qtbot.waitUntil(vault.asked.is_set)
    done = threading.Event()
    open_jobs.read(open_jobs, lambda _: done.set(), lambda _: None)
    if answered:
        vault.answers.set()
        assert done.wait(20)  # and nothing of it was told here yet
    model.cancel()
    vault.answers.set()
    assert done.wait(20)
    assert len(vault.root) == 0  # wiped
    qtbot.waitUntil(all_have_ended)
    qtbot.wait(50)
    assert vault.looks == 0
