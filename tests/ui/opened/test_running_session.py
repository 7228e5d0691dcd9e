"""Whether a session runs is known on every page, from the opening of the vault on."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.core.changes import Kind
from app.core.ids import SessionId
from app.records.sessions.service import SessionService
from crypto.errors import VaultDamaged
from tests.support.desk import Desk, add_clients, open_desk
from ui.opened.running_session import RunningSession
from ui.theme.switcher import Theme


@pytest.fixture
def desk(qtbot: QtBot, theme: Theme, tmp_path: Path) -> Iterator[Desk]:
    """A new vault, open."""
    with open_desk(qtbot, theme, tmp_path) as desk:
        yield desk


def test_it_follows_a_session_from_its_start_to_its_end(desk: Desk, qtbot: QtBot) -> None:
    session = RunningSession(desk.jobs, desk.window)
    told: list[bool] = []
    session.changed.connect(told.append)
    (client,) = add_clients(desk, "Amara Osei")
    started: list[SessionId] = []
    desk.jobs.write(
        desk.jobs,
        lambda workspace: workspace.start_session(client),
        lambda changes: started.append(SessionId(changes.id_of(Kind.SESSION))),
    )
    qtbot.waitUntil(lambda: session.runs)
    desk.jobs.write(desk.jobs, lambda workspace: workspace.sessions.end(started[0]))
    qtbot.waitUntil(lambda: not session.runs)
    assert told == [True, False]


def test_it_knows_of_one_that_ran_before_the_vault_was_opened(desk: Desk, qtbot: QtBot) -> None:
    (client,) = add_clients(desk, "Amara Osei")
    desk.ask(lambda workspace: workspace.start_session(client))
    session = RunningSession(desk.jobs, desk.window)
    assert not session.runs
    desk.jobs.vault_opened.emit()
    qtbot.waitUntil(lambda: session.runs)


def test_what_cannot_be_read_may_be_a_session(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: SessionService) -> None:
        raise VaultDamaged

    session = RunningSession(desk.jobs, desk.window)
    monkeypatch.setattr(SessionService, "running", fail)
    desk.jobs.vault_opened.emit()
    qtbot.waitUntil(lambda: session.runs)
    assert desk.troubles == []
