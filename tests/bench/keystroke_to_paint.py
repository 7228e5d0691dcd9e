"""From a keystroke in a session note to its picture, with autosave running, for three sizes.

The key goes to the editor as Qt delivers it; the time ends when the window's update that shows the
letter is done. Keys come in bursts with pauses, so that autosave runs again and again meanwhile.

Run: bash packaging/desktop.sh .venv/bin/python -m tests.bench.keystroke_to_paint
"""

import os
import time

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextEdit

from app.core.changes import Changes
from app.core.clock import SystemClock
from app.core.ids import ClientId, SessionId
from app.records.session_notes.record import SessionNote
from app.workspace import Workspace
from tests.support.composed import Composed, composed
from tests.support.desktop import fresh_home
from tests.support.figures import disk_folder, ordinary_paragraphs, tell
from tests.support.workspaces import a_workspace, add_client
from ui.jobs import Jobs
from ui.places.navigation import Navigation, PageId, Place

SIZES = (1, 20, 200)  # kilobytes
KEYS = 1000
BETWEEN_KEYS = 0.03  # seconds: somebody who types fast
WORDS = "she said that no is a whole sentence "
PAUSE_EVERY = 60  # keys
PAUSE = 0.4  # seconds, longer than autosave waits for


class Updates(QObject):
    """Counts the updates of a window that have begun."""

    def __init__(self, window: QObject) -> None:
        super().__init__()
        self.begun = 0
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.UpdateRequest:
            self.begun += 1
        return super().eventFilter(watched, event)


def type_note(app: QApplication, whole: Composed, editor: QTextEdit) -> list[float]:
    """Types; returns the milliseconds of each key."""
    updates, taken = Updates(whole.window), list[float]()
    for number in range(KEYS):
        letter = WORDS[number % len(WORDS)]
        shown = updates.begun
        begun = time.perf_counter()
        QTest.keyClicks(editor, letter)
        while updates.begun == shown:
            app.processEvents()
        taken.append((time.perf_counter() - begun) * 1000)
        rest(app, PAUSE if number % PAUSE_EVERY == PAUSE_EVERY - 1 else BETWEEN_KEYS)
    return taken


def rest(app: QApplication, seconds: float) -> None:
    """Lets the event loop run for a while, as it does between two keys."""
    deadline = time.perf_counter() + seconds
    while time.perf_counter() < deadline:
        app.processEvents()
        time.sleep(0.001)


def open_note(whole: Composed, place: Place) -> QTextEdit:
    """Goes to the session's page; returns its editor with the caret at the end."""
    whole.part(Navigation).go(place)
    whole.rest(1.0)
    editors = [one for one in whole.window.findChildren(QTextEdit) if one.isVisible()]
    (editor,) = (one for one in editors if not one.isReadOnly())
    QTest.keyClick(editor, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    return editor


def main() -> None:
    """Prints the figures."""
    app = QApplication([])
    clock = SystemClock()
    places: list[Place] = []
    with disk_folder() as folder:

        def opened() -> Workspace:
            workspace = a_workspace(folder, clock)
            for size in SIZES:
                client = add_client(workspace, f"Client {size}")
                (started,) = workspace.start_session(client).touched
                session = SessionId(started.id)
                note = SessionNote(session, client, ordinary_paragraphs(size, clock.now()))
                workspace.session_notes.autosave(note)
                places.append(Place(PageId.SESSION, ClientId(client), session=session))
            return workspace

        os.environ.update(fresh_home(folder).environment)
        with composed(app) as whole:
            whole.open_vault(opened)
            saves: list[Changes] = []
            whole.part(Jobs).changed.connect(saves.append)
            for size, place in zip(SIZES, places, strict=True):
                editor = open_note(whole, place)
                before = len(saves)
                taken = type_note(app, whole, editor)
                tell(f"keystroke to paint, {size} KB, {len(saves) - before} autosaves", taken)


if __name__ == "__main__":
    main()
