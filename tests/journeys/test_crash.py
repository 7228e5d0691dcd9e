"""A window that is killed comes back locked, and what was written is there."""

import os
import signal
import time
from pathlib import Path

from crypto.slots.passphrase import PassphraseWay
from tests.support.desktop import running, wait_for_window
from tests.support.journey_facts import only_note, opened
from tests.support.journey_unlocked import (
    go_on_with_session,
    start_session,
    unlock,
    wait_for_another_process,
)
from tests.support.locked_home import home_with_vault
from tests.support.vault_on_disk import is_open
from tests.support.workspaces import PASSPHRASE

TYPED = "the quick brown fox jumps over the lazy dog, and over again "
AHEAD = 1.5  # seconds: every change is in the vault within one, and the kill takes a moment


def test_a_window_killed_while_typing_comes_back_locked_with_the_draft(tmp_path: Path) -> None:
    home = home_with_vault(tmp_path, fill=start_session)
    vault = home.folder / "Practice.vault"
    with running(home) as app:
        window = unlock(vault)
        go_on_with_session(window, vault)
        before = app.children()
        began = time.monotonic()
        window.type(TYPED, delay=50)
        per_second = len(TYPED) / (time.monotonic() - began)
        for pid in before:
            os.kill(pid, signal.SIGKILL)
        wait_for_another_process(app, before)
        wait_for_window()
        assert not is_open(vault)
    with opened(vault, PassphraseWay(PASSPHRASE)) as workspace:
        note = only_note(workspace)
    assert TYPED.startswith(note)
    assert len(note) >= len(TYPED) - AHEAD * per_second
