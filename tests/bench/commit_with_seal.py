"""How long a write takes until it counts: committed, sealed, both on disk.

Run: .venv/bin/python -m tests.bench.commit_with_seal
"""

import itertools
from functools import partial

from app.core.clock import SystemClock
from app.core.ids import SessionId
from app.records.clients.record import ClientDetails
from app.records.session_notes.record import SessionNote
from tests.support.figures import disk_folder, milliseconds, ordinary_paragraphs, tell
from tests.support.workspaces import a_workspace, add_client

TIMES = 1000
SIZES = (1, 20, 200)  # kilobytes


def main() -> None:
    """Prints the figures."""
    clock = SystemClock()
    with disk_folder() as folder:
        workspace = a_workspace(folder, clock)
        client = add_client(workspace, "Amara Osei")
        names = itertools.count()

        def rename() -> None:
            workspace.clients.change(client, ClientDetails(f"Amara {next(names)}"))

        changed = milliseconds(rename, TIMES)
        tell("a record changed, with its entry", changed)
        (started,) = workspace.start_session(client).touched
        session = SessionId(started.id)
        for size in SIZES:
            note = SessionNote(session, client, ordinary_paragraphs(size, clock.now()))
            save = partial(workspace.session_notes.autosave, note)
            saved = milliseconds(save, TIMES)
            tell(f"autosave of a draft of {size} KB", saved)
        workspace.close()


if __name__ == "__main__":
    main()
