"""One made-up client's sessions follow one another, even where somebody comes every day."""

from itertools import pairwise
from pathlib import Path

from tests.support.fixed_clock import FixedClock
from tests.support.made_up import made_up_workspace


def test_sessions_of_one_client_never_overlap(tmp_path: Path) -> None:
    workspace = made_up_workspace(tmp_path / "vault", 2_100, 1, clock=FixedClock())
    (client,) = workspace.clients.listed()
    sessions = list(reversed(workspace.sessions.of_client(client.id)))
    workspace.close()
    assert len({session.started_at.day for session in sessions}) < len(sessions)
    for earlier, later in pairwise(sessions):
        assert earlier.ended_at is not None
        assert earlier.ended_at < later.started_at


def test_a_note_is_made_final_after_its_session(tmp_path: Path) -> None:
    workspace = made_up_workspace(tmp_path / "vault", 60, 6, clock=FixedClock())
    for client in workspace.clients.listed():
        for session in workspace.sessions.of_client(client.id):
            note = workspace.session_notes.get(session.id, client.id)
            assert session.ended_at is not None
            assert note.final_at is None or note.final_at > session.ended_at
            written = [paragraph.at for paragraph in note.paragraphs if paragraph.at]
            assert session.started_at <= written[0]
            assert written[-1] <= session.ended_at
    workspace.close()


def test_who_is_archived_was_archived_after_the_last_session(tmp_path: Path) -> None:
    workspace = made_up_workspace(tmp_path / "vault", 60, 10, clock=FixedClock())
    archived = [client for client in workspace.clients.listed() if client.archived_at]
    assert archived
    for client in archived:
        newest, *_ = workspace.sessions.of_client(client.id)
        assert client.archived_at is not None
        assert newest.started_at < client.archived_at
    workspace.close()
