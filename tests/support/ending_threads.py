"""Threads of the app that a test must outwait before it takes their objects away."""

import threading

ANSWERING = frozenset({"away", "verbs"})  # they still say something to the GUI thread


def all_have_ended() -> bool:
    """Whether no thread of the app is about to speak to an object that may be deleted."""
    return all(thread.name not in ANSWERING for thread in threading.enumerate())


def wait_for_deletions() -> None:
    """Until what was copied for a backup that nobody wants is gone."""
    for thread in threading.enumerate():
        if thread.name.startswith("backup-copy"):
            thread.join()
