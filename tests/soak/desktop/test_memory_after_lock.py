"""After a lock, none of our processes remembers anything: their whole memory is searched."""

import os
from collections.abc import Callable
from pathlib import Path
from random import Random

from crypto.slots.passphrase import PassphraseWay
from tests.soak.counts import MEMORY_SCANS, Count
from tests.soak.keys_of import keys_of
from tests.soak.memory import found_in, key_spellings, spellings
from tests.support.desktop import App, running, until
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
from tests.support.workspaces import PASSPHRASE


def wait_until_gone(pids: list[int]) -> None:
    """Waits for the processes' end."""
    until(lambda: not any(map(_is_alive, pids)), "the old process did not end")


def ours(app: App) -> list[int]:
    """The command and every process below it."""
    return [app.process.pid, *descendants(app.process.pid)]


def test_a_locked_app_remembers_nothing(
    tmp_path: Path, rng: Random, times: Callable[[Count], int], figure: Callable[[str], None]
) -> None:
    home = home_with_vault(tmp_path, fill=start_session)
    vault = home.folder / "Practice.vault"
    needles = spellings("client", CLIENT) | spellings("passphrase", PASSPHRASE)
    word = "q" + rng.randbytes(6).hex()  # stands nowhere else
    needles |= spellings("note", word)
    for name, key in keys_of(vault, PassphraseWay(PASSPHRASE)).items():
        needles |= key_spellings(name, key)
    runs, scanned, known_while_open = times(MEMORY_SCANS), 0, set[str]()
    with running(home) as app:
        for run in range(runs):
            window = unlock(vault)
            if run == 0:
                go_on_with_session(window, vault)
            wait_until_still(window)
            window.type(f"{word}{run} ")
            wait_until_saved(vault)
            # The scan sees what is there: what was just typed, the client, and the keys in use.
            remembered = set[str]().union(*(found_in(pid, needles) for pid in ours(app)))
            assert {"note, utf-16-le", "client, utf-16-le"} <= remembered
            assert {"database key, hex", "seal key, bytes"} & remembered
            known_while_open |= {name.partition(",")[0] for name in remembered}
            before = app.children()
            window.press("ctrl+l")
            wait_until_gone(before)
            wait_for_another_process(app, before)
            for pid in ours(app):
                assert found_in(pid, needles) == set()
                scanned += 1
    figure(
        f"{runs} locks, {scanned} processes of ours searched for {len(needles)} spellings of"
        f" secrets, 0 found; while open they held {len(known_while_open)} of them"
    )


def _is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True
