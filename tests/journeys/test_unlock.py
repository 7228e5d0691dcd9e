"""Back into a vault that is there, when all is well and when it is not."""

import shutil
import subprocess
import time
from pathlib import Path

from crypto.keyring.os_keyring import find_key_store
from crypto.slots.keyring_passphrase import KeyringPassphraseWay
from crypto.slots.keyring_slot import KeyringWay
from crypto.slots.passphrase import PassphraseWay
from tests.support.desktop import Home, Window, running, wait_for_window
from tests.support.vault_on_disk import is_open, make_vault, wait_until_open

PASSPHRASE = "saddle thirty quiet orchard"
SETTLES = 1.0  # seconds for a page that came to the front
DERIVES = 4.0  # seconds in which a key is derived, also on a busy computer


def lock_screen() -> Window:
    window = wait_for_window()
    window.focus()
    time.sleep(SETTLES)
    return window


def test_the_keyring_alone_opens_the_vault_with_one_key(home: Home) -> None:
    vault, _ = make_vault(home, KeyringWay(find_key_store()))
    with running(home):
        lock_screen().press("Return")

        wait_until_open(vault)


def test_the_keyring_and_the_passphrase_open_it_together(home: Home) -> None:
    vault, _ = make_vault(home, KeyringPassphraseWay(find_key_store(), PASSPHRASE))
    with running(home):
        window = lock_screen()
        window.type(PASSPHRASE)
        window.press("Return")

        wait_until_open(vault)


def test_a_wrong_passphrase_opens_nothing_and_the_right_one_still_does(home: Home) -> None:
    vault, _ = make_vault(home, PassphraseWay(PASSPHRASE))
    with running(home) as app:
        window = lock_screen()
        window.type("not the right one")
        window.press("Return")
        time.sleep(DERIVES)
        assert not is_open(vault)

        window.type(PASSPHRASE)
        window.press("Return")
        wait_until_open(vault)

        assert "Traceback" not in app.said


def test_a_half_that_is_gone_leads_to_the_recovery_kit(home: Home) -> None:
    vault, words = make_vault(home, KeyringPassphraseWay(find_key_store(), PASSPHRASE))
    subprocess.run(["secret-tool", "clear", "service", "org.underrose"], check=True)
    with running(home) as app:
        window = lock_screen()
        window.type(PASSPHRASE)
        window.press("Return")
        time.sleep(DERIVES)
        window.press("Return")
        time.sleep(SETTLES)
        window.type(" ".join(words))
        window.press("Return")
        wait_until_open(vault)

        assert "Traceback" not in app.said


def test_a_vault_that_was_moved_away_can_be_found_again(home: Home, tmp_path: Path) -> None:
    vault, _ = make_vault(home, PassphraseWay(PASSPHRASE))
    moved = tmp_path / "moved.vault"
    shutil.move(vault, moved)
    with running(home):
        window = lock_screen()
        window.press("Return")
        dialog = wait_for_window("Open a vault")
        dialog.focus()
        dialog.type(str(moved))
        dialog.press("Return")
        time.sleep(SETTLES)
        window.focus()
        window.type(PASSPHRASE)
        window.press("Return")

        wait_until_open(moved)
