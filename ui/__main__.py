"""The window process: hardened first, then pipes kept for verbs, then Qt."""

import faulthandler
import gc
import sys
import time
from functools import partial
from pathlib import Path

from app.process import faults
from crypto.process.hardening import harden
from ui.process.pipes import NoSupervisor, take_pipes


def main() -> int:
    """Runs until it is locked, quit, or left alone by the supervisor."""
    harden()
    # It would find nothing for 10 ms while all is imported; `ui/process/garbage.py` takes over.
    gc.disable()
    began = time.localtime()
    faults.install()
    try:
        pipes = take_pipes()
    except NoSupervisor:
        sys.stderr.write("This is a part of Underrose. Start it with: underrose\n")
        return 2
    faulthandler.enable()
    # Qt comes last: nothing of it may run before the hardening.
    from PySide6.QtWidgets import QApplication

    from ui.opening import open_window
    from ui.process.beginning import Beginning
    from ui.process.link import SupervisorLink
    from ui.process.qt_manners import mind_manners

    mind_manners()
    app = QApplication(["underrose"])
    app.setApplicationName("underrose")
    app.setApplicationDisplayName("Underrose")
    app.setDesktopFileName("underrose")
    app.setQuitOnLastWindowClosed(False)
    link = SupervisorLink(pipes, app)
    window = open_window(app, link, Beginning(pipes.start, began))
    if sys.argv[1:2] == ["--tour"]:
        # nobody else needs it
        from ui.tour.itinerary import begin_tour

        window.ready.connect(partial(begin_tour, window, pipes.start, Path(sys.argv[2])))
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
