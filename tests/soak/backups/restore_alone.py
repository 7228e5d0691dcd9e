"""Restores backups by their words, in a process that has nothing else: no home, no keyring.

Reads lines of JSON, {"file", "words", "folder", "until"}; for each, restores the backup to the
folder, opens that by the words, checks all of it and prints what it holds, or what was raised.
"""

import json
import os
import sys
from dataclasses import asdict
from pathlib import Path

from app.workflows.restore.restore import restore
from app.workspace import open_workspace
from crypto.backup.unlock import ByWords
from crypto.errors import CryptoError
from crypto.slots.recovery import RecoveryWay
from tests.soak.backups.rows import rows_of
from tests.soak.story import held_by
from tests.support.fixed_clock import FixedClock

BUS = ("DBUS_SESSION_BUS_ADDRESS", "XDG_RUNTIME_DIR", "DISPLAY", "WAYLAND_DISPLAY")


Answer = dict[str, object]


def restored(file: str, words: list[str], folder: str, until: int) -> Answer:
    """What came of it."""
    clock, place = FixedClock(), Path(folder)
    made = restore(Path(file), ByWords(tuple(words)), place, place.stem, clock)
    assert made.folder == place
    workspace = open_workspace(place, RecoveryWay(tuple(words)), clock)
    try:
        assert not workspace.standing.needs_answer
        for _ in workspace.integrity.check():
            pass
        outcome = workspace.integrity.last()
        assert outcome is not None
        assert outcome.is_sound, outcome
        connection = workspace._vault.connection
        held = {
            client: [asdict(meeting) for meeting in meetings]
            for client, meetings in held_by(workspace).items()
        }
        return {"rows": rows_of(connection, until).line(), "held": held}
    finally:
        workspace.close()


def main() -> None:
    """Answers each line by one."""
    assert not os.environ.keys() & set(BUS)
    home = Path(os.environ["HOME"])
    for line in sys.stdin:
        try:
            answer: Answer = restored(**json.loads(line))
        except CryptoError as error:
            answer = {"raised": type(error).__name__}
        answer["home"] = sorted(path.name for path in home.iterdir())
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()


main()
