"""Locking with a full disk: the reserve makes room, and without it nothing is lost either."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from crypto.slots.passphrase import PassphraseWay
from crypto.vault.reserve import RESERVE_FILE
from tests.support.desktop import Home, running, until, wait_for_window
from tests.support.journey_facts import only_note, opened
from tests.support.journey_unlocked import (
    go_on_with_session,
    start_session,
    unlock,
    wait_for_another_process,
    wait_until_saved,
)
from tests.support.small_disk import SmallDisk, small_disk
from tests.support.vault_on_disk import a_vault, is_open, remember
from tests.support.workspaces import PASSPHRASE

BEFORE = "She sleeps again. "
AFTER = "And eats."


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[SmallDisk]:
    with small_disk(tmp_path / "stick", 24) as disk:
        yield disk


@pytest.fixture
def vault(home: Home, disk: SmallDisk) -> Path:
    folder = disk.folder / "Practice.vault"
    way = PassphraseWay(PASSPHRASE)
    workspace, _ = a_vault(folder, "Practice", way)
    start_session(workspace)
    workspace.close()
    remember(home, folder)
    return folder


def note_in(vault: Path) -> str:
    with opened(vault, PassphraseWay(PASSPHRASE)) as workspace:
        return only_note(workspace)


def test_the_reserve_makes_room_for_what_was_written_last(
    home: Home, disk: SmallDisk, vault: Path
) -> None:
    with running(home) as app:
        window = unlock(vault)
        go_on_with_session(window, vault)
        window.type(BEFORE)
        wait_until_saved(vault)
        disk.fill()
        window.type(AFTER)
        before = app.children()
        window.press("F12")
        wait_for_another_process(app, before)
        wait_for_window()
        assert not is_open(vault)
    assert note_in(vault) == BEFORE + AFTER


def test_without_a_reserve_the_process_stays_behind_the_lock_screen_until_there_is_room(
    home: Home, disk: SmallDisk, vault: Path
) -> None:
    with running(home) as app:
        window = unlock(vault)
        go_on_with_session(window, vault)
        window.type(BEFORE)
        wait_until_saved(vault)
        (vault / RESERVE_FILE).unlink()
        disk.fill()
        window.type(AFTER)
        before = app.children()
        window.press("F12")
        until(lambda: set(app.children()) - set(before), "no lock screen came")
        wait_for_window(but=window)
        assert is_open(vault), "what is not saved yet was let go"
        disk.free()
        until(lambda: not set(app.children()) & set(before), "it did not save and end")
        until(lambda: not is_open(vault), "the vault was not let go")
    assert note_in(vault) == BEFORE + AFTER
