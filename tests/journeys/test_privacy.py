"""What a session leaves outside the vault: nothing, wherever one looks."""

import time
from pathlib import Path

from crypto.slots.passphrase import PassphraseWay
from tests.support.desktop import running
from tests.support.journey_facts import holding, only_note, opened
from tests.support.journey_unlocked import (
    CLIENT,
    go_on_with_session,
    start_session,
    unlock,
    wait_for_another_process,
    wait_until_saved,
)
from tests.support.journey_watch import descendants, titles, told
from tests.support.locked_home import home_with_vault
from tests.support.workspaces import PASSPHRASE

NOTE = "quincunx and petrichor, she said"
SECRETS = (PASSPHRASE, "quincunx", "petrichor", *CLIENT.split())


def test_a_session_tells_nothing_to_anybody_else(tmp_path: Path) -> None:
    began = time.time() - 1
    home = home_with_vault(tmp_path, fill=start_session)
    vault = home.folder / "Practice.vault"
    with running(home) as app:
        window = unlock(vault)
        go_on_with_session(window, vault)
        window.type(NOTE)
        wait_until_saved(vault)
        assert titles() == {"Underrose"}
        for pid in (app.process.pid, *descendants(app.process.pid)):
            assert not [word for word in SECRETS if word in told(pid)]
        before = app.children()
        window.press("ctrl+l")
        wait_for_another_process(app, before)
    assert app.said == ""
    assert (home.folder / "config" / "underrose" / "device.json").exists()
    assert holding(SECRETS, home.folder, since=began) == []
    with opened(vault, PassphraseWay(PASSPHRASE)) as workspace:
        assert only_note(workspace) == NOTE
