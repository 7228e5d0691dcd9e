"""A vault with a client who decided something, and all that a consent record needs."""

from dataclasses import replace
from pathlib import Path

from app.core.clock import SystemClock
from app.records.consents.record import EventKind, Method
from app.records.consents.service import Decision
from app.workspace import Workspace
from crypto.slots.passphrase import PassphraseWay
from tests.support.vault_on_disk import a_vault
from tests.support.workspaces import PASSPHRASE, add_client


def with_consent(folder: Path) -> Workspace:
    """Opened by a passphrase."""
    workspace, _ = a_vault(folder, "Practice", PassphraseWay(PASSPHRASE))
    client, purpose = add_client(workspace, "Amara Osei"), workspace.purposes.listed()[0]
    now = SystemClock().now()
    workspace.consents.record(
        Decision(client, purpose.id, purpose.notice.id, EventKind.GIVEN, now, Method.ALOUD)
    )
    practice = replace(
        workspace.practice.get(),
        coach_name="Hanna Whitlock",
        postal_address="4 Mill Street",
        email="hanna@whitlock.example",
        jurisdiction="GB",
    )
    workspace.practice.change(practice)
    return workspace
