"""How long a write takes until it counts: committed, sealed, both on disk; and without the seal.

The two take turns, so that a slow minute hits them both. What is written without its seal is
sealed with the next write; no vault of the app is ever written to like that.

Run: .venv/bin/python -m tests.bench.commit_with_seal
"""

import itertools
import statistics
import sys
import time
from collections.abc import Callable
from functools import partial

from app.core.clock import SystemClock
from app.core.ids import SessionId
from app.records.clients.record import ClientDetails
from app.records.session_notes.record import SessionNote
from app.workspace import Workspace
from crypto.vault.seal import SealState
from tests.support.figures import disk_folder, ordinary_paragraphs, tell
from tests.support.workspaces import a_workspace, add_client

TIMES = 1000
WARM_UP = 20
SIZES = (1, 20, 200)  # kilobytes


def in_turns(workspace: Workspace, call: Callable[[], object]) -> tuple[list[float], list[float]]:
    """How many milliseconds `call` takes with its seal, and without."""
    vault = workspace._vault
    write_seal = vault.write_seal
    sealed, bare = list[float](), list[float]()
    try:
        for number in range(WARM_UP + TIMES):
            for taken, seal in ((sealed, write_seal), (bare, _no_seal)):
                vault.write_seal = seal
                begun = time.perf_counter()
                call()
                if number >= WARM_UP:
                    taken.append((time.perf_counter() - begun) * 1000)
    finally:
        vault.write_seal = write_seal
    call()  # seals what was left without
    return sealed, bare


def _no_seal(state: SealState) -> None:
    """For the yardstick."""


def main() -> None:
    """Prints the figures."""
    clock = SystemClock()
    with disk_folder() as folder:
        workspace = a_workspace(folder, clock)
        client = add_client(workspace, "Amara Osei")
        names = itertools.count()

        def rename() -> None:
            workspace.clients.change(client, ClientDetails(f"Amara {next(names)}"))

        _tell("a record changed, with its entry", *in_turns(workspace, rename))
        (started,) = workspace.start_session(client).touched
        session = SessionId(started.id)
        for size in SIZES:
            note = SessionNote(session, client, ordinary_paragraphs(size, clock.now()))
            save = partial(workspace.session_notes.autosave, note)
            _tell(f"autosave of a draft of {size} KB", *in_turns(workspace, save))
        workspace.close()


def _tell(what: str, sealed: list[float], bare: list[float]) -> None:
    tell(what, sealed)
    tell(f"{what}, without its seal", bare)
    costs = statistics.median(sealed) - statistics.median(bare)
    sys.stdout.write(f"so the seal takes {costs:.2f} ms\n")


if __name__ == "__main__":
    main()
