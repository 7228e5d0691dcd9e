"""After a lock, none of our processes remembers anything: their whole memory is searched."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from app.workflows.backup.places import describe
from app.workspace import Workspace
from crypto.slots.passphrase import PassphraseWay
from tests.soak.backups.reading import keys_of_backup
from tests.soak.counts import MEMORY_SCANS, Count
from tests.soak.desktop.heard import by_palette, heard
from tests.soak.keys_of import keys_of
from tests.soak.memory import found_in, key_spellings, spellings
from tests.support.carrier_watch import Halted
from tests.support.desktop import App, Window, running, until
from tests.support.journey_facts import opened, seal
from tests.support.journey_unlocked import (
    CLIENT,
    go_on_with_session,
    start_session,
    unlock,
    wait_for_another_process,
    wait_until_saved,
    wait_until_still,
)
from tests.support.journey_watch import descendants
from tests.support.locked_home import home_with_vault
from tests.support.other_disk import other_disk
from tests.support.workspaces import PASSPHRASE

BACKUPS = "*.underrose-backup"
KIT = 1  # the first, and the only one


@pytest.fixture
def copies() -> Iterator[Path]:
    """Not on the vault's own disk, for which the app would ask for a better place each time."""
    with other_disk() as folder:
        yield folder


def wait_until_gone(pids: list[int]) -> None:
    """Waits for the processes' end."""
    until(lambda: not any(map(_is_alive, pids)), "the old process did not end")


def ours(app: App) -> list[int]:
    """The command and every process below it."""
    return [app.process.pid, *descendants(app.process.pid)]


def test_a_locked_app_remembers_nothing(
    tmp_path: Path,
    copies: Path,
    rng: Random,
    times: Callable[[Count], int],
    figure: Callable[[str], None],
) -> None:
    def fill(workspace: Workspace) -> None:
        start_session(workspace)
        plan = workspace.backup_plan.get().with_place(describe(copies))
        workspace.backup_plan.put(replace(plan, automatic=False))

    home = home_with_vault(tmp_path, fill=fill)
    vault = home.folder / "Practice.vault"
    needles = spellings("client", CLIENT) | spellings("passphrase", PASSPHRASE)
    word = "q" + rng.randbytes(6).hex()  # stands nowhere else
    needles |= spellings("note", word)
    for name, key in keys_of(vault, PassphraseWay(PASSPHRASE)).items():
        needles |= key_spellings(name, key)
    runs, scanned, known_while_open = times(MEMORY_SCANS), 0, set[str]()
    searched = needles
    with running(home) as app:
        for run in range(runs):
            window = unlock(vault)
            go_on_with_session(window, vault)
            wait_until_still(window)
            window.type(f"{word}{run} ")
            wait_until_saved(vault)
            # The scan sees what is there: what was just typed, the client, and the keys in use.
            remembered = set[str]().union(*(found_in(pid, needles) for pid in ours(app)))
            assert {"note, utf-16-le", "client, utf-16-le"} <= remembered
            assert {"database key, hex", "seal key, bytes"} & remembered
            known_while_open |= {name.partition(",")[0] for name in remembered}
            made = back_up(window, vault, copies)
            before = app.children()
            carrier = begin_another(app, window, copies)
            # It knows where it carries what, and nothing of what is in there.
            assert found_in(carrier, spellings("place", str(copies)))
            assert found_in(carrier, needles) == set()
            window.press("ctrl+l")
            wait_until_gone([*before, carrier])
            wait_for_another_process(app, before)
            searched = needles | keys_of_one(made, vault)
            for pid in ours(app):
                assert found_in(pid, searched) == set()
                scanned += 1
    figure(
        f"{runs} locks amid a backup, whose own process was gone each time; {scanned} processes of"
        f" ours searched for {len(searched)} spellings of secrets, 0 found; while open they held"
        f" {len(known_while_open)} of them"
    )


def back_up(window: Window, vault: Path, copies: Path) -> Path:
    """Makes a backup while the session runs; its file."""
    by_palette(window, "Leave the note")  # there, the palette is about that alone
    there, before = set(copies.glob(BACKUPS)), seal(vault)
    heard(
        window,
        lambda: by_palette(window, "Back up now"),
        lambda: set(copies.glob(BACKUPS)) - there,
        "no backup was made",
    )
    until(lambda: seal(vault) != before, "it was not recorded")
    wait_until_saved(vault)
    (made,) = set(copies.glob(BACKUPS)) - there
    return made


def begin_another(app: App, window: Window, copies: Path) -> int:
    """Another one, whose carrier stands still as if its drive didn't answer; that process."""
    halted = Halted(copies, app.children()[0])
    try:
        heard(
            window,
            lambda: by_palette(window, "Back up now"),
            lambda: halted.pid is not None,
            "the carrier did not stand still",
        )
        assert halted.pid is not None
        assert halted.pid in ours(app)
        return halted.pid
    finally:
        halted.end()


def keys_of_one(backup: Path, vault: Path) -> dict[str, bytes]:
    """The keys of a backup, and the root that opened it, in each spelling."""
    found: dict[str, bytes] = {}
    with opened(vault, PassphraseWay(PASSPHRASE)) as workspace:
        way = workspace.way_into_backups.into(KIT)
    with way.root as root:
        found |= key_spellings("backup root", root.reveal())
        for name, key in keys_of_backup(backup, way).items():
            found |= key_spellings(name, key)
    return found


def _is_alive(pid: int) -> bool:
    """Whether it has any memory: one that is dead may wait for somebody to take note of it."""
    try:
        return bool(Path(f"/proc/{pid}/maps").read_bytes())
    except OSError:
        return False
