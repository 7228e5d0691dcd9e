"""A made-up practice in a real vault: as large as was asked for, plausible, and marked as such."""

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from app.core.clock import Clock
from app.demo.practice import MOST_FOR_ONE, NAME, MadeUpPractice, Size
from app.records.consents.record import State, state
from app.workspace import Workspace, create_workspace, open_workspace
from crypto.primitives.kdf import TEST_ONLY_COST, TEST_ONLY_COSTS
from crypto.slots.passphrase import PassphraseWay
from tests.support.fixed_clock import FixedClock
from tests.support.made_up import made_up_workspace
from tests.support.workspaces import PASSPHRASE


def told(folder: Path, seed: int, clock: Clock | None = None) -> list[Any]:
    """Everything that the seed decides."""
    workspace = made_up_workspace(folder, 40, 6, seed, clock or FixedClock())
    try:
        return [
            [client.details, client.since, client.archived_at, *_sessions(workspace, client.id)]
            for client in workspace.clients.listed()
        ]
    finally:
        workspace.close()


def _sessions(workspace: Workspace, client: Any) -> list[Any]:
    return [
        [
            session.started_at,
            session.ended_at,
            workspace.session_notes.get(session.id, client).paragraphs,
        ]
        for session in workspace.sessions.of_client(client)
    ] + [
        [event.kind, event.at, event.ends_on, event.method, event.remark]
        for consent in workspace.consents.of_client(client)
        for event in consent.events
    ]


@pytest.mark.parametrize(("notes", "clients"), [(0, 0), (0, 3), (1, 1), (2, 5), (150, 12)])
def test_it_has_the_size_that_was_asked_for(tmp_path: Path, notes: int, clients: int) -> None:
    workspace = made_up_workspace(tmp_path / "vault", notes, clients)
    found = workspace.clients.listed()
    written = [
        workspace.session_notes.get(session.id, client.id)
        for client in found
        for session in workspace.sessions.of_client(client.id)
    ]
    assert len(found) == clients
    assert len(written) == notes
    assert not any(note.is_empty for note in written)
    assert not workspace.sessions.running()
    workspace.close()


def test_the_same_seed_makes_up_the_same_practice(tmp_path: Path) -> None:
    assert told(tmp_path / "one", seed=7) == told(tmp_path / "two", seed=7)
    assert told(tmp_path / "three", seed=8) != told(tmp_path / "four", seed=7)


def test_it_is_marked_as_made_up(tmp_path: Path) -> None:
    workspace = made_up_workspace(tmp_path / "vault", 5, 2)
    assert workspace.made_up.get()
    assert workspace.vault_name == NAME
    assert "made up" in workspace.practice.get().practice_name
    assert workspace.practice.get().missing_for_paper() == ()
    client = next(c for c in workspace.clients.listed() if workspace.consents.of_client(c.id))
    assert workspace.export_consent_record.prepare(client.id, None).record.made_up
    workspace.close()


def test_it_looks_like_a_practice(tmp_path: Path) -> None:
    clock = FixedClock()
    workspace = made_up_workspace(tmp_path / "vault", 240, 14, clock=clock)
    clients, today = workspace.clients.listed(), clock.now().day
    states = {
        state(consent, today)
        for client in clients
        for consent in workspace.consents.of_client(client.id)
    }
    finals = [
        workspace.session_notes.get(session.id, client.id).final_at
        for client in clients
        for session in workspace.sessions.of_client(client.id)
    ]
    assert states == set(State)
    assert 0 < sum(client.is_archived for client in clients) < 10
    assert 0 < finals.count(None) < 5
    assert (today - max(workspace.sessions.last_seen().values())).days < 14
    assert (today - min(client.since.day for client in clients)).days > 365
    workspace.close()


def test_it_happened_in_the_order_in_which_the_ledger_has_it(tmp_path: Path) -> None:
    clock = FixedClock()
    workspace = made_up_workspace(tmp_path / "vault", 150, 12, clock=clock)
    rows = workspace._vault.connection.execute("SELECT at_ms FROM ledger_chain ORDER BY generation")
    times = [int(str(row[0])) for row in rows]
    assert len(times) > 450
    assert all(earlier <= later for earlier, later in pairwise(times))
    assert times[-1] <= clock.now().milliseconds
    workspace.close()


def test_it_opens_again_and_can_be_worked_in(tmp_path: Path) -> None:
    made_up_workspace(tmp_path / "vault", 30, 5).close()
    workspace = open_workspace(
        tmp_path / "vault", PassphraseWay(PASSPHRASE), FixedClock(), TEST_ONLY_COSTS
    )
    client = next(one for one in workspace.clients.listed() if not one.is_archived)
    workspace.start_session(client.id)
    assert len(workspace.sessions.running()) == 1
    workspace.close()


def test_one_client_has_only_so_many_notes() -> None:
    with pytest.raises(ValueError, match="more clients"):
        Size(MOST_FOR_ONE + 1, 1)


def test_progress_hears_of_every_note(tmp_path: Path) -> None:
    heard: list[int] = []
    practice = MadeUpPractice(Size(12, 3), FixedClock(), heard.append)
    workspace, _ = create_workspace(
        tmp_path / "vault",
        NAME,
        PassphraseWay(PASSPHRASE),
        practice.clock,
        TEST_ONLY_COST,
        TEST_ONLY_COSTS,
        practice.fill,
    )
    workspace.close()
    assert heard == list(range(1, 13))
