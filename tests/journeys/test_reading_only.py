"""A folder that takes no writes, or is copied by a service: read it, or move it, by keys alone."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.records.session_notes.record import Paragraph, SessionNote
from crypto.slots.passphrase import PassphraseWay
from tests.support.by_keys import DESK, at_the_keyboard, choose_folder, press, unlock
from tests.support.desktop import Home
from tests.support.journey_facts import opened
from tests.support.small_disk import SmallDisk, small_disk
from tests.support.vault_on_disk import a_vault, remember
from tests.support.workspaces import PASSPHRASE, add_client

WAY = PassphraseWay(PASSPHRASE)
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[SmallDisk]:
    with small_disk(tmp_path / "stick", 24) as disk:
        yield disk


def vault_at(home: Home, folder: Path) -> Path:
    workspace, _ = a_vault(folder, "Whitlock Coaching", WAY)
    client = add_client(workspace, "Amara Osei")
    workspace.start_session(client)
    (session,) = workspace.sessions.of_client(client)
    workspace.session_notes.autosave(
        SessionNote(session.id, client, (Paragraph("She sleeps again."),))
    )
    workspace.close()
    remember(home, folder)
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def test_a_folder_that_takes_no_writes_opens_for_reading_only(
    at_home: Home, disk: SmallDisk, qapp: QApplication
) -> None:
    vault = vault_at(at_home, disk.folder / "Whitlock.vault")
    was = contents(vault)
    disk.take_no_writes()
    with at_the_keyboard(qapp) as driver:
        driver.wait(driver.reads("The folder can’t be written to."))
        driver.do(unlock(driver))
        driver.wait(driver.hands.sees(DESK))
        driver.wait(driver.reads("Open for reading only: nothing you do here is saved."))
        driver.do(driver.hands.press(Qt.Key.Key_N, CTRL))
        driver.wait(driver.reads("it is open for reading only. Nothing was changed."))
        assert driver.hands.seen("add_client") is None
    assert contents(vault) == was


def test_a_folder_that_takes_no_writes_is_moved_and_written_to_there(
    at_home: Home, disk: SmallDisk, tmp_path: Path, qapp: QApplication
) -> None:
    vault = vault_at(at_home, disk.folder / "Whitlock.vault")
    disk.take_no_writes()
    home = tmp_path / "own"
    home.mkdir()
    with at_the_keyboard(qapp) as driver:
        driver.wait(driver.reads("The folder can’t be written to."))
        driver.do(press(driver, "unlock.move"), choose_folder(driver, home))
        driver.wait(driver.reads("The old folder couldn’t be removed"))
        driver.do(unlock(driver))
        driver.wait(driver.hands.sees(DESK))
        driver.do(driver.hands.press(Qt.Key.Key_N, CTRL), driver.hands.type("Tomasz Brandt\n"))
        driver.wait(driver.reads("Tomasz Brandt"))
    with opened(home / vault.name, WAY) as workspace:
        assert {client.name for client in workspace.clients.listed()} == {
            "Amara Osei",
            "Tomasz Brandt",
        }


def test_a_folder_that_a_service_copies_is_told_and_moved_from_the_lock_screen(
    at_home: Home, tmp_path: Path, qapp: QApplication
) -> None:
    synced = tmp_path / "Dropbox"
    synced.mkdir()
    vault = vault_at(at_home, synced / "Whitlock.vault")
    with at_the_keyboard(qapp) as driver:
        driver.do(unlock(driver))
        driver.wait(driver.hands.sees(DESK))
        driver.wait(driver.reads("This folder is copied by Dropbox; two copies may conflict."))
    home = tmp_path / "own"
    home.mkdir()
    with at_the_keyboard(qapp) as driver:
        driver.wait(driver.reads("two copies may conflict. Move it."))
        driver.do(press(driver, "unlock.move"), choose_folder(driver, home))
        driver.wait(driver.reads("Moved here:"))
        driver.do(unlock(driver))
        driver.wait(driver.hands.sees(DESK))
    assert not vault.exists()


def test_a_note_can_be_read_and_not_written_on(
    at_home: Home, disk: SmallDisk, qapp: QApplication
) -> None:
    vault_at(at_home, disk.folder / "Whitlock.vault")
    disk.take_no_writes()
    with at_the_keyboard(qapp) as driver:
        driver.do(unlock(driver))
        driver.wait(driver.hands.sees("today.go_on"))
        driver.do(press(driver, "today.go_on"))
        driver.wait(driver.reads("For reading only"))
        editor = driver.hands.seen("session.editor")
        assert editor is not None
        driver.do(driver.hands.type("More."))
        driver.wait(None)
        assert "tries again" not in "\n".join(driver.texts())
