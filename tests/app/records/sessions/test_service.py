"""Sessions are numbered by client, start once, and end once."""

from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.core.changes import Kind
from app.core.errors import SessionAlreadyEnded
from app.core.ids import ClientId, SessionId
from app.workspace import Workspace
from tests.support.fixed_clock import FixedClock
from tests.support.workspaces import a_workspace, add_client, hold_session


def test_a_clients_sessions_are_counted_from_one(
    workspace: Workspace, clock: FixedClock, amara: ClientId
) -> None:
    other = add_client(workspace, "Tomasz Brandt")
    for client in (amara, amara, other):
        hold_session(workspace, clock, client)
    assert [session.number for session in workspace.sessions.of_client(amara)] == [2, 1]
    assert [session.number for session in workspace.sessions.of_client(other)] == [1]


def test_a_session_has_the_length_it_took(
    workspace: Workspace, clock: FixedClock, amara: ClientId
) -> None:
    id = hold_session(workspace, clock, amara, minutes=58)
    assert workspace.sessions.get(id).length == timedelta(minutes=58)


def test_a_session_ends_once(workspace: Workspace, clock: FixedClock, amara: ClientId) -> None:
    id = hold_session(workspace, clock, amara)
    with pytest.raises(SessionAlreadyEnded):
        workspace.sessions.end(id)


def test_a_clock_that_was_set_back_does_not_keep_a_session_from_ending(
    workspace: Workspace, clock: FixedClock, amara: ClientId
) -> None:
    id = SessionId(workspace.start_session(amara).id_of(Kind.SESSION))
    clock.move(timedelta(hours=-2))
    workspace.sessions.end(id)
    assert workspace.sessions.get(id).length == timedelta(0)


def test_clients_seen_last_come_first(
    workspace: Workspace, clock: FixedClock, amara: ClientId
) -> None:
    other = add_client(workspace, "Tomasz Brandt")
    hold_session(workspace, clock, amara)
    hold_session(workspace, clock, other)
    assert list(workspace.sessions.last_seen()) == [other, amara]


@settings(max_examples=12)  # a vault each
@given(st.lists(st.integers(0, 4), max_size=24))
def test_everybody_s_newest_session_is_the_last_they_had(order: list[int]) -> None:
    clock = FixedClock()
    with TemporaryDirectory() as folder:
        workspace = a_workspace(Path(folder), clock)
        clients = [add_client(workspace, f"Client {number}") for number in range(5)]
        expected: dict[ClientId, date] = {}
        for number in order:
            expected.pop(clients[number], None)
            expected[clients[number]] = clock.now().day
            hold_session(workspace, clock, clients[number], minutes=50)
            clock.move(timedelta(hours=9))
        found = workspace.sessions.last_seen()
        workspace.close()
    assert found == expected
    assert list(found) == list(reversed(expected))
