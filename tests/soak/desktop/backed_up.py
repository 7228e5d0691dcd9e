"""A backup made by keys in the running app, and what its process is told on the way."""

import threading
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from app.workflows.backup.places import describe
from crypto.slots.recovery import RecoveryWay
from tests.soak.desktop.heard import by_palette, heard
from tests.support.desktop import App, Window, until
from tests.support.journey_facts import opened, seal
from tests.support.journey_first_run import PASSPHRASE
from tests.support.journey_unlocked import wait_until_still
from tests.support.journey_watch import descendants
from tests.support.vault_on_disk import is_open, wait_until_open

CARRIER = b"app.backup_process"
GLANCE = 0.01  # seconds


def type_passphrase(window: Window, vault: Path) -> None:
    """Opens the vault."""
    before = seal(vault)

    def ask() -> None:
        window.press("ctrl+a")
        window.type(PASSPHRASE)
        window.press("Return")

    heard(window, ask, lambda: seal(vault) != before, "the vault did not open")
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
        heard(
            window,
            lambda: by_palette(window, "Back up now"),
            lambda: list(copies.glob("*.underrose-backup")),
            "no backup was made",
        )
    finally:
        is_over.set()
        watching.join()
    together = b"\n".join(told)
    assert CARRIER in together
    return together


def told_to_carriers(app: App) -> Iterator[bytes]:
    """Arguments and environment of each process of ours that carries a backup."""
    for pid in descendants(app.process.pid):
        with suppress(OSError):  # gone meanwhile
            arguments = Path(f"/proc/{pid}/cmdline").read_bytes()
            if CARRIER in arguments:
                yield arguments + Path(f"/proc/{pid}/environ").read_bytes()
