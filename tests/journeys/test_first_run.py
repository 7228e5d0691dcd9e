"""From nothing to an open vault, with keys alone, a real keyring and a real window."""

import stat
import time
from dataclasses import dataclass
from pathlib import Path

import pytest

from crypto.keyring.os_keyring import find_key_store
from crypto.slots.keyring_passphrase import KeyringPassphraseWay
from crypto.slots.slot import SlotKind
from crypto.vault.vault import look_at
from tests.support.desktop import Home, running, until, wait_for_window
from tests.support.fake_desktop import fake_desktop, private_bus
from tests.support.journey_facts import opened
from tests.support.journey_first_run import (
    PASSPHRASE,
    SETTLES,
    create_vault,
    lock,
    put_off_the_check,
    save_kit,
    vault_in,
)
from tests.support.journey_unlocked import wait_for_another_process
from tests.support.vault_on_disk import is_open, wait_until_open, words_on


@dataclass(frozen=True)
class WithoutKeyring(Home):
    """A home on a computer that has no session bus, and so no password store."""

    @property
    def environment(self) -> dict[str, str]:
        everything = super().environment
        return {name: value for name, value in everything.items() if "DBUS" not in name}


def test_a_coach_makes_a_vault_keeps_its_kit_and_comes_back_by_each_way_in(
    home: Home, tmp_path: Path
) -> None:
    vault, sheet = vault_in(home), tmp_path / "stick" / "kit.pdf"
    sheet.parent.mkdir()
    with running(home) as app:
        window = create_vault(home)
        save_kit(window, sheet)
        words = until(lambda: words_on(sheet) if sheet.exists() else None, "no kit was saved")
        time.sleep(SETTLES)
        put_off_the_check(window)
        window.type("Amara Osei")
        window.press("Return")
        time.sleep(SETTLES)

        window = lock(app, window)
        assert not is_open(vault)
        window.type(PASSPHRASE)
        window.press("Return")
        wait_until_open(vault)

        time.sleep(SETTLES)
        window = lock(app, window)
        window.press("Tab", "Return")
        time.sleep(SETTLES)
        window.type(" ".join(words))
        window.press("Return")
        wait_until_open(vault)

        assert "Traceback" not in app.said

    assert look_at(vault).kinds == {SlotKind.KEYRING_PASSPHRASE, SlotKind.RECOVERY}
    assert stat.S_IMODE(sheet.stat().st_mode) == 0o600
    modes = {stat.S_IMODE(file.stat().st_mode) for file in vault.iterdir() if file.is_file()}
    assert modes == {0o600}


def test_a_computer_that_sleeps_while_the_kit_is_shown_locks_and_the_kit_is_asked_for_again(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    with private_bus() as address:
        monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", address)
        monkeypatch.delenv("XDG_SESSION_ID", raising=False)
        with fake_desktop(address) as desktop, running(home) as app:
            window = create_vault(home)
            before, kit = app.children(), window.pixels()
            assert desktop.inhibited.wait(10)
            desktop.goes_to_sleep()
            wait_for_another_process(app, before)
            assert not is_open(vault_in(home))
            window = wait_for_window()
            window.focus()
            time.sleep(SETTLES)
            assert window.pixels() != kit
            window.type(PASSPHRASE)
            window.press("Return")
            wait_until_open(vault_in(home))

            assert "Traceback" not in app.said

    with opened(vault_in(home), KeyringPassphraseWay(find_key_store(), PASSPHRASE)) as workspace:
        assert workspace.ways_in.kits.facts().kept is False


def test_without_a_password_store_a_passphrase_makes_the_vault(tmp_path: Path, home: Home) -> None:
    bare = WithoutKeyring(home.folder)
    with running(bare) as app:
        create_vault(bare)

        assert "Traceback" not in app.said

    assert look_at(vault_in(bare)).kinds == {SlotKind.PASSPHRASE, SlotKind.RECOVERY}


def test_nothing_of_the_persons_is_left_outside_the_vault(home: Home) -> None:
    with running(home):
        create_vault(home)

    outside = [
        file
        for file in home.folder.rglob("*")
        if file.is_file() and vault_in(home) not in file.parents
    ]
    for file in outside:
        assert PASSPHRASE.encode() not in file.read_bytes(), file
    assert not list(home.folder.rglob("*QtProject*"))
    assert not list(home.folder.rglob("*recently-used*"))
