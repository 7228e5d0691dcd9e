"""A real vault to test on: made in a temporary folder, opened by a passphrase at a low cost."""

from datetime import timedelta
from pathlib import Path

from app.core.changes import Kind
from app.core.clock import Clock
from app.core.ids import ClientId, SessionId
from app.records.clients.record import ClientDetails, Pronouns
from app.records.session_notes.record import Paragraph, SessionNote
from app.workspace import Workspace, create_workspace
from crypto.primitives.kdf import TEST_ONLY_COST, TEST_ONLY_COSTS
from crypto.slots.passphrase import PassphraseWay
from tests.support.fixed_clock import FixedClock

PASSPHRASE = "saddle thirty quiet orchard"


def a_workspace(
    folder: Path, clock: Clock | None = None, name: str = "Whitlock Coaching"
) -> Workspace:
    """A new vault's services; whoever calls closes them, on the thread that made them."""
    workspace, _ = create_workspace(
        folder / "vault",
        name,
        PassphraseWay(PASSPHRASE),
        clock or FixedClock(),
        TEST_ONLY_COST,
        TEST_ONLY_COSTS,
    )
    return workspace


def add_client(workspace: Workspace, name: str, pronouns: Pronouns = Pronouns.UNSET) -> ClientId:
    """A client with this name."""
    changes = workspace.clients.add(ClientDetails(name, pronouns))
    return ClientId(changes.id_of(Kind.CLIENT))


def hold_session(
    workspace: Workspace,
    clock: FixedClock,
    client: ClientId,
    note: str = "",
    minutes: int = 60,
) -> SessionId:
    """A session of `minutes` that has ended, its note still a draft."""
    changes = workspace.start_session(client)
    session = SessionId(changes.id_of(Kind.SESSION))
    if note:
        workspace.session_notes.autosave(SessionNote(session, client, (Paragraph(note),)))
    clock.move(timedelta(minutes=minutes))
    workspace.sessions.end(session)
    return session
