"""From a keystroke to its picture, and from a save to its seal, while backups are made.

Types the same twice, at first with no backup under way and then with one after the other of a
vault of 200 MB, to a folder on the same disk, which is as hard as it gets, or to another one that
the first argument names. Beside the keys,
something small is saved again and again, so that the longest wait of a save is not left to luck.

Run: bash packaging/desktop.sh .venv/bin/python -m tests.bench.typing_while_backing_up
"""

import os
import shutil
import sys
import time
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from app.core.changes import Changes
from app.core.clock import SystemClock
from app.core.ids import ClientId, SessionId
from app.records.session_notes.record import SessionNote
from app.workflows.backup.places import describe
from app.workspace import Workspace, open_workspace
from crypto.primitives.kdf import TEST_ONLY_COSTS
from crypto.slots.passphrase import PassphraseWay
from tests.bench.keystroke_to_paint import open_note, type_note
from tests.support.composed import Composed, composed
from tests.support.desktop import fresh_home
from tests.support.figures import disk_folder, ordinary_paragraphs, tell
from tests.support.vaults_by_bytes import vault_of
from tests.support.workspaces import PASSPHRASE, add_client
from ui.backing_up.backup_run import BackupRun
from ui.jobs import Jobs
from ui.places.navigation import PageId, Place

MEGABYTES = 200
NOTE = 20  # kilobytes
BETWEEN_SAVES = 150  # milliseconds from one that is done to the next


class Saves(QObject):
    """Saves a small thing over and over; how long each waited, and how long it took with that."""

    def __init__(self, jobs: Jobs, backups: "Backups | None") -> None:
        super().__init__()
        self.longest: dict[str, float] = {}  # wait, by what the backup was doing
        self._backups = backups
        self.waited: list[float] = []
        self.took: list[float] = []
        self._jobs = jobs
        self._next = QTimer(self)
        self._next.setSingleShot(True)
        self._next.setInterval(BETWEEN_SAVES)
        self._next.timeout.connect(self._save)
        self._next.start()

    def stop(self) -> None:
        """No more of them."""
        self._next.timeout.disconnect()

    def _save(self) -> None:
        asked, stage = time.perf_counter(), self._backups.stage if self._backups else ""
        sealed: list[float] = []

        def save(workspace: Workspace) -> Changes:
            self.waited.append((time.perf_counter() - asked) * 1000)
            with workspace._database.write() as writer:
                writer.execute(
                    "INSERT INTO vault_settings VALUES ('bench', ?)"
                    " ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                    (str(asked),),
                )
            sealed.append(time.perf_counter())
            return Changes()

        def done(_: Changes) -> None:
            self.took.append((sealed[0] - asked) * 1000)
            self.longest[stage] = max(self.longest.get(stage, 0.0), self.waited[-1])
            self._next.start()

        self._jobs.write(self, save, done)


class Backups(QObject):
    """One backup after the other."""

    def __init__(self, jobs: Jobs, folder: Path) -> None:
        super().__init__()
        self.made = 0
        self.errors: list[Exception] = []
        self.going_on = True
        self._place = describe(folder)
        self.run = BackupRun(jobs, self)
        self.run.ended.connect(self._count)
        self.run.failed.connect(self.errors.append)
        self.run.over.connect(self._again)
        self.run.start(self._place)

    @property
    def stage(self) -> str:
        """What is being done now."""
        progress = self.run.progress
        return "between two" if progress is None else progress.stage.name.lower()

    def _count(self) -> None:
        self.made += 1

    def _again(self) -> None:
        if self.going_on and not self.errors:
            self.run.start(self._place)


def typed(
    app: QApplication, whole: Composed, place: Place, what: str, backups: Backups | None = None
) -> None:
    """Types, and prints how long keys and saves took."""
    saves = Saves(whole.part(Jobs), backups)
    editor = open_note(whole, place)
    taken = type_note(app, whole, editor)
    saves.stop()
    whole.rest(1.0)
    tell(f"keystroke to paint, {what}", taken)
    tell(f"a save waits, {what}", saves.waited)
    tell(f"a save takes with that, {what}", saves.took)
    longest = ", ".join(f"{stage} {wait:.0f} ms" for stage, wait in saves.longest.items())
    sys.stdout.write(f"the longest waits by what the backup did: {longest}\n")
    sys.stdout.flush()


def main() -> None:
    """Prints the figures."""
    app = QApplication([])
    clock = SystemClock()
    places: list[Place] = []
    with disk_folder() as folder:
        vault_of(folder / "large.vault", MEGABYTES)[0].close()

        def opened() -> Workspace:
            way = PassphraseWay(PASSPHRASE)
            workspace = open_workspace(folder / "large.vault", way, clock, TEST_ONLY_COSTS)
            client = add_client(workspace, "Client")
            (started,) = workspace.start_session(client).touched
            session = SessionId(started.id)
            note = SessionNote(session, client, ordinary_paragraphs(NOTE, clock.now()))
            workspace.session_notes.autosave(note)
            places.append(Place(PageId.SESSION, ClientId(client), session=session))
            return workspace

        (folder / "home").mkdir()
        os.environ.update(fresh_home(folder / "home").environment)
        with composed(app) as whole:
            whole.open_vault(opened)
            whole.rest(3.0)  # the check after unlocking is over
            sys.stdout.write(f"load {os.getloadavg()[0]:.1f}\n")
            typed(app, whole, places[0], "no backup under way")
            drive = Path(sys.argv[1]) if sys.argv[1:] else folder
            (drive / "backups").mkdir()
            backups = Backups(whole.part(Jobs), drive / "backups")
            typed(app, whole, places[0], "while backups are made", backups)
            backups.going_on = False
            whole.wait_for(lambda: not backups.run.runs, patience=60.0)
            sys.stdout.write(f"{backups.made} backups made, {len(backups.errors)} failed\n")
        shutil.rmtree(drive / "backups")


if __name__ == "__main__":
    main()
