"""A backup made by keys in the running app, and what its process is told on the way."""

import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from app.workflows.backup.places import describe
from crypto.slots.recovery import RecoveryWay
from tests.support.desktop import App, Window, until
from tests.support.journey_facts import opened, seal
from tests.support.journey_first_run import PASSPHRASE, SETTLES
from tests.support.journey_unlocked import TRIES, wait_until_still
from tests.support.vault_on_disk import is_open, wait_until_open

CARRIER = b"app.backup_process"
GLANCE = 0.01  # seconds
LONGEST = 90.0  # seconds that it may take with every call watched


def type_passphrase(window: Window, vault: Path) -> None:
    """Opens the vault; what was typed too early for the page is typed again."""
    before = seal(vault)
    for _ in range(TRIES):
        wait_until_still(window)
        window.press("ctrl+a")
        window.type(PASSPHRASE)
        window.press("Return")
        with suppress(TimeoutError):
            until(lambda: seal(vault) != before, "it was too early for the page")
            break
    wait_until_open(vault)
    wait_until_still(window)


def send_backups_to(copies: Path, vault: Path, words: tuple[str, ...]) -> None:
    """Chooses the folder for backups, while the vault is locked; ends what would put them off."""
    until(lambda: not is_open(vault), "it did not lock")
    with opened(vault, RecoveryWay(words)) as workspace:
        for session in workspace.sessions.running():
            workspace.sessions.end(session.id)
        plan = workspace.backup_plan.get().with_place(describe(copies))
        workspace.backup_plan.put(replace(plan, automatic=False))


def back_up(app: App, window: Window, copies: Path) -> bytes:
    """Makes a backup by the palette; returns all that its process was told, by whatever way."""
    told, is_over = list[bytes](), threading.Event()

    def watch() -> None:
        while not is_over.wait(GLANCE):
            told.extend(told_to_carriers(app))

    watching = threading.Thread(target=watch)
    watching.start()
    try:
        window.press("Escape")  # closes the session that was open last
        wait_until_still(window)
        window.press("ctrl+k")
        time.sleep(SETTLES)
        wait_until_still(window)
        window.type("Back up now")
        wait_until_still(window)
        window.press("Return")
        until(lambda: list(copies.glob("*.underrose-backup")), "no backup was made", LONGEST)
    finally:
        is_over.set()
        watching.join()
    together = b"\n".join(told)
    assert CARRIER in together
    return together


def told_to_carriers(app: App) -> Iterator[bytes]:
    """Arguments and environment of each process of ours that carries a backup."""
    for pid in below(app.process.pid):
        with suppress(OSError):  # gone meanwhile
            arguments = Path(f"/proc/{pid}/cmdline").read_bytes()
            if CARRIER in arguments:
                yield arguments + Path(f"/proc/{pid}/environ").read_bytes()


def below(pid: int) -> Iterator[int]:
    """Every process below this one, whichever of its threads has started it."""
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        with suppress(OSError):
            for child in map(int, task.read_text("ascii").split()):
                yield child
                yield from below(child)
