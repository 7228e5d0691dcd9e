"""Makes the vault that is frozen in `tests/vectors/`, once for each format version; run by hand:

    python -m tests.support.freeze_vault FOLDER

Its key derivation is the cheapest that the app accepts, so that tests stay quick.
"""

import json
import sys
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from app.core.changes import Kind
from app.core.ids import ClientId, SessionId
from app.records.clients.record import Client, ClientDetails, Pronouns
from app.records.consents.record import EventKind, Method
from app.records.consents.service import Decision
from app.records.session_notes.record import Mark, Paragraph, SessionNote
from app.workspace import Workspace, create_workspace
from crypto.primitives.kdf import APP_COSTS
from crypto.slots.passphrase import PassphraseWay
from tests.support.fixed_clock import FixedClock

PASSPHRASE = "Zoë walks 3 dogs at noon"


def freeze(folder: Path) -> None:
    """Makes `folder`/vault, and `folder`/contents.json that says how it opens and what it holds."""
    clock = FixedClock()
    way = PassphraseWay(PASSPHRASE)
    vault = folder / "vault"
    workspace, words = create_workspace(vault, "Whitlock Coaching", way, clock, APP_COSTS.lowest)
    fill(workspace, clock)
    contents = {"passphrase": PASSPHRASE, "words": list(words)} | describe(workspace)
    workspace.close()
    (vault / "reserve").unlink()  # eight empty megabytes; the next opening takes them again
    text = json.dumps(contents, indent=1, ensure_ascii=False)
    (folder / "contents.json").write_text(f"{text}\n", encoding="utf-8")


def fill(workspace: Workspace, clock: FixedClock) -> None:
    """One record of every kind, made up."""
    workspace.practice.change(
        replace(
            workspace.practice.get(),
            coach_name="Hanna Whitlock",
            email="hanna@example.org",
            postal_address="4 Mill Street\nPenwick",
            jurisdiction="GB",
        )
    )
    details = ClientDetails("Amara Osei", Pronouns.SHE, "Head of operations", needs="Two minutes")
    amara = ClientId(workspace.clients.add(details).id_of(Kind.CLIENT))
    bo = ClientId(workspace.clients.add(ClientDetails("Bo")).id_of(Kind.CLIENT))
    workspace.clients.archive(bo)
    for text, final in (
        ("Six yeses on Monday.\u2028Four unasked.", True),
        ("Still a draft\u00a0", False),
    ):
        session = SessionId(workspace.start_session(amara).id_of(Kind.SESSION))
        paragraphs = (Paragraph(text, clock.now(), Mark.INSIGHT), Paragraph(""))
        workspace.session_notes.autosave(SessionNote(session, amara, paragraphs))
        clock.move(timedelta(hours=1))
        workspace.sessions.end(session)
        if final:
            workspace.session_notes.make_final(session, amara)
    purposes = workspace.purposes.listed()
    for purpose, kind, ends_on in (
        (purposes[0], EventKind.GIVEN, date(2027, 2, 17)),
        (purposes[1], EventKind.REFUSED, None),
    ):
        notice = purpose.notice.id
        workspace.consents.record(
            Decision(amara, purpose.id, notice, kind, clock.now(), Method.ALOUD, ends_on)
        )


def describe(workspace: Workspace) -> dict[str, Any]:
    """What can be read in the vault, as plain values that later versions can still tell."""
    purposes = {purpose.id: purpose for purpose in workspace.purposes.listed()}
    return {
        "coach": workspace.practice.get().coach_name,
        "clients": [_client(workspace, client) for client in workspace.clients.listed()],
        "consents": [
            [
                purposes[consent.purpose].template.key,
                [
                    [event.number, event.kind.value, str(event.at.utc), str(event.ends_on)]
                    for event in consent.events
                ],
            ]
            for client in workspace.clients.listed()
            for consent in workspace.consents.of_client(client.id)
        ],
        "notices": [purpose.notice.text for purpose in purposes.values()],
    }


def _client(workspace: Workspace, client: Client) -> dict[str, Any]:
    sessions = workspace.sessions.of_client(client.id)
    notes = [workspace.session_notes.get(session.id, client.id) for session in sessions]
    return {
        "id": str(client.id),
        "name": client.name,
        "needs": client.details.needs,
        "archived": client.is_archived,
        "sessions": [[s.number, str(s.started_at.utc), str(s.length)] for s in sessions],
        "notes": [
            [str(note.final_at and note.final_at.utc), [[p.text, p.mark] for p in note.paragraphs]]
            for note in notes
        ],
    }


if __name__ == "__main__":
    freeze(Path(sys.argv[1]))
