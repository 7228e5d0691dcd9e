"""kill -9 while a note is typed into the real window: what was typed a moment ago is kept."""

import os
import signal
import time
from collections.abc import Callable
from pathlib import Path
from random import Random

from app.core.clock import SystemClock
from app.ledger.verdict import VerdictKind
from app.workspace import open_workspace
from crypto.keyring.os_keyring import find_key_store
from crypto.slots.keyring_passphrase import KeyringPassphraseWay
from crypto.vault.vault import hold_secret
from tests.soak.counts import KILLS_OF_THE_WINDOW, Count
from tests.soak.story import WORDS
from tests.support.desktop import Window, running, until
from tests.support.journey_facts import only_note
from tests.support.journey_unlocked import (
    go_on_with_session,
    start_session,
    unlock,
    wait_for_another_process,
    wait_until_still,
)
from tests.support.locked_home import home_with_vault
from tests.support.vault_on_disk import is_open
from tests.support.workspaces import PASSPHRASE

AHEAD = 1.5  # seconds: every change is in the vault within one, and a busy desktop takes its time
MOST_WORDS = 40
APART = 16.0  # seconds: a window that ends three times in half a minute is not started again
SETTLES = 1.0  # seconds


def come_to_the_end(window: Window) -> None:
    """Goes behind the last word, once the window has settled: what comes too early is lost."""
    wait_until_still(window)
    time.sleep(SETTLES)
    window.press("ctrl+End")
    wait_until_still(window)


def type_for_a_while(window: Window, rng: Random) -> list[tuple[float, str]]:
    """Types words; when each of them had been typed."""
    typed: list[tuple[float, str]] = []
    for _ in range(rng.randint(1, MOST_WORDS)):
        word = f"{rng.choice(WORDS)}{rng.randrange(1000)} "
        window.type(word, delay=20)
        typed.append((time.monotonic(), word))
    time.sleep(rng.uniform(0, 0.3))
    return typed


def test_a_killed_window_loses_no_more_than_the_last_moment(
    tmp_path: Path, rng: Random, times: Callable[[Count], int], figure: Callable[[str], None]
) -> None:
    # By keyring and passphrase, as is suggested, so that there is a pin that could raise an alarm.
    way = KeyringPassphraseWay(find_key_store(), PASSPHRASE)
    home = home_with_vault(tmp_path, way, fill=start_session)
    vault = home.folder / "Practice.vault"
    kills, kept, total, lost = times(KILLS_OF_THE_WINDOW), "", 0, 0
    killed_at = -APART
    with running(home) as app:
        for kill in range(kills):
            window = unlock(vault)
            if kill == 0:
                go_on_with_session(window, vault)
            time.sleep(max(0.0, killed_at + APART - time.monotonic()))
            come_to_the_end(window)
            typed = type_for_a_while(window, rng)
            before, killed_at = app.children(), time.monotonic()
            for pid in before:
                os.kill(pid, signal.SIGKILL)
            wait_for_another_process(app, before)
            until(lambda: not is_open(vault), "somebody has the vault open")
            held = hold_secret(vault, way.store)
            found = open_workspace(vault, way, SystemClock(), pin=held.pin)
            assert held.pin is not None
            assert found.standing.verdict.kind in {VerdictKind.AS_LEFT, VerdictKind.UNSEALED}
            note = only_note(found)
            found.close()
            whole = kept + "".join(word for _, word in typed)
            surely = kept + "".join(word for at, word in typed if at < killed_at - AHEAD)
            assert whole.startswith(note)
            assert note.startswith(surely)
            total, lost, kept = total + len(whole) - len(kept), lost + len(whole) - len(note), note
        assert "Traceback" not in app.said
    figure(
        f"{kills} kills of the window, {total} characters typed, the last {lost} of them not kept,"
        f" none of them older than {AHEAD} s"
    )
