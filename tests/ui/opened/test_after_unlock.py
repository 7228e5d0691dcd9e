"""A vault that is as it was left leads to the desk, any other one to its page first."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.workspace import Workspace, open_workspace
from crypto.errors import VaultDamaged
from crypto.primitives.kdf import TEST_ONLY_COSTS
from crypto.slots.passphrase import PassphraseWay
from tests.support.fixed_clock import FixedClock
from tests.support.running_jobs import running_jobs
from tests.support.workspaces import PASSPHRASE, a_workspace, add_client
from ui.jobs import Jobs
from ui.locked.locked_page import LockedPage, LockedStep
from ui.locked.locked_stage import LockedStage
from ui.opened import how_it_opened
from ui.opened.after_unlock import AfterUnlock


class Heard:
    """What the shell was told."""

    def __init__(self, after: AfterUnlock) -> None:
        self.said: list[str] = []
        after.desk_wanted.connect(lambda: self.said.append("desk"))
        after.reads_only.connect(lambda: self.said.append("reads only"))
        after.told.connect(self._hear)

    def _hear(self, *_: object) -> None:
        self.said.append("told")


def reopened(folder: Path, *, read_only: bool = False) -> Workspace:
    way = PassphraseWay(PASSPHRASE)
    return open_workspace(folder, way, FixedClock(), TEST_ONLY_COSTS, read_only=read_only)


def put_back(tmp_path: Path) -> Path:
    workspace = a_workspace(tmp_path)
    database = tmp_path / "vault" / "vault-1.db"
    before = database.read_bytes()
    add_client(workspace, "Amara Osei")
    workspace.close()
    database.write_bytes(before)
    return tmp_path / "vault"


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[Jobs]:
    with running_jobs(qtbot) as jobs:
        yield jobs


@pytest.fixture
def stage(qtbot: QtBot) -> LockedStage:
    stage = LockedStage({LockedStep.UNLOCK: LockedPage, LockedStep.STANDING: LockedPage})
    qtbot.addWidget(stage)
    stage.show_step(LockedStep.UNLOCK)
    return stage


def open_in(jobs: Jobs, stage: LockedStage, folder: Path, *, read_only: bool = False) -> None:
    def failed(error: Exception) -> None:
        raise error

    jobs.open(stage, lambda: reopened(folder, read_only=read_only), stage.page.opened.emit, failed)


def test_a_vault_as_it_was_left_leads_to_the_desk(
    jobs: Jobs, stage: LockedStage, tmp_path: Path, qtbot: QtBot
) -> None:
    a_workspace(tmp_path).close()
    heard = Heard(AfterUnlock(jobs, stage, stage))
    open_in(jobs, stage, tmp_path / "vault")
    qtbot.waitUntil(lambda: "told" in heard.said)
    assert heard.said == ["desk", "told"]


def test_one_that_is_not_leads_to_its_page_and_from_there_to_the_desk(
    jobs: Jobs, stage: LockedStage, tmp_path: Path, qtbot: QtBot
) -> None:
    heard = Heard(AfterUnlock(jobs, stage, stage))
    open_in(jobs, stage, put_back(tmp_path))
    qtbot.waitUntil(lambda: stage.step is LockedStep.STANDING)
    assert heard.said == []

    stage.page.opened.emit()  # looked at, for reading only

    qtbot.waitUntil(lambda: "told" in heard.said)
    assert heard.said == ["reads only", "desk", "told"]


def test_a_vault_for_reading_only_is_told_before_the_desk_is_there(
    jobs: Jobs, stage: LockedStage, tmp_path: Path, qtbot: QtBot
) -> None:
    a_workspace(tmp_path).close()
    heard = Heard(AfterUnlock(jobs, stage, stage))
    open_in(jobs, stage, tmp_path / "vault", read_only=True)
    qtbot.waitUntil(lambda: "told" in heard.said)
    assert heard.said == ["reads only", "desk", "told"]


def test_one_that_cannot_say_how_it_stands_takes_no_command_that_writes(
    jobs: Jobs,
    stage: LockedStage,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def unreadable(_: Workspace, *, made: bool) -> None:
        raise VaultDamaged

    a_workspace(tmp_path).close()
    troubles: list[Exception] = []
    jobs.trouble.connect(troubles.append)
    heard = Heard(AfterUnlock(jobs, stage, stage))
    monkeypatch.setattr(how_it_opened, "read", unreadable)
    open_in(jobs, stage, tmp_path / "vault")
    qtbot.waitUntil(lambda: "desk" in heard.said)
    assert heard.said == ["reads only", "desk"]
    assert [type(error) for error in troubles] == [VaultDamaged]
