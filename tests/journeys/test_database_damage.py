"""The notes’ file missing, cut off, scrambled or exchanged: told, left alone, a way out."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from crypto.slots.passphrase import PassphraseWay
from tests.support.by_keys import DESK, at_the_keyboard, choose_folder, press, unlock
from tests.support.desktop import Home
from tests.support.journey_facts import opened
from tests.support.vault_on_disk import make_vault
from tests.support.workspaces import PASSPHRASE, a_workspace, add_client

WAY = PassphraseWay(PASSPHRASE)
PAGE = 4096


@pytest.fixture
def vault(at_home: Home) -> Path:
    folder, _ = make_vault(at_home, WAY)
    return folder


@pytest.fixture
def other(tmp_path: Path) -> Path:
    """Another vault, whole."""
    a_workspace(tmp_path, name="Another Practice").close()
    return tmp_path / "vault"


def lose(database: Path) -> None:
    database.unlink()


def cut_within_its_salt(database: Path) -> None:
    database.write_bytes(database.read_bytes()[:9])


def cut_after_its_first_page(database: Path) -> None:
    database.write_bytes(database.read_bytes()[: PAGE // 2])


def scramble(database: Path) -> None:
    whole = database.read_bytes()
    database.write_bytes(whole[:16] + bytes(byte ^ 0x5A for byte in whole[16:]))


@pytest.mark.parametrize(
    "damage",
    [lose, cut_within_its_salt, cut_after_its_first_page, scramble],
    ids=lambda each: each.__name__,
)
def test_notes_that_can_not_be_read_are_told_tried_for_reading_and_left_alone(
    vault: Path, other: Path, qapp: QApplication, damage: Callable[[Path], None]
) -> None:
    damage(vault / "vault-1.db")
    was = {path.name: path.read_bytes() for path in vault.iterdir() if path.is_file()}
    with at_the_keyboard(qapp) as driver:
        driver.do(unlock(driver))
        driver.wait(driver.reads("Part of the vault fails its check. Nothing was overwritten."))
        driver.do(press(driver, "unlock.open"))  # for reading only
        driver.wait(driver.reads("It can’t be opened for reading either."))
        driver.do(press(driver, "unlock.another"), choose_folder(driver, other))
        driver.wait(driver.reads("Another Practice"))
    assert {path.name: path.read_bytes() for path in vault.iterdir() if path.is_file()} == was


def test_a_draft_that_was_put_back_alone_is_held_for_reading_only(
    vault: Path, qapp: QApplication
) -> None:
    with opened(vault, WAY) as workspace:
        client = add_client(workspace, "Amara Osei")
        workspace.start_session(client)
        connection = workspace._vault.connection
        connection.execute("UPDATE meta SET drafts_sha256 = zeroblob(32)")
    with at_the_keyboard(qapp) as driver:
        driver.do(unlock(driver))
        driver.wait(driver.reads("Part of the vault fails its check"))
        driver.wait(driver.reads("Keep this folder as it is."))
        assert driver.hands.seen("standing.go_on") is None
        driver.do(press(driver, "standing.check"))
        driver.wait(driver.hands.sees_no("standing.check"))
        driver.do(press(driver, "standing.look"))
        driver.wait(driver.hands.sees(DESK))
        driver.wait(driver.reads("Open for reading only"))
        driver.do(driver.hands.press(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier))
        driver.wait(driver.reads("Nothing was changed."))


def test_notes_that_are_exchanged_while_open_are_told_and_not_overwritten(
    vault: Path, qapp: QApplication
) -> None:
    database = vault / "vault-1.db"
    older = database.read_bytes()
    with opened(vault, WAY) as workspace:
        add_client(workspace, "Amara Osei")
    with at_the_keyboard(qapp) as driver:
        driver.do(unlock(driver))
        driver.wait(driver.hands.sees(DESK))
        replaced = database.with_name("replaced")
        replaced.write_bytes(older)
        replaced.rename(database)
        driver.do(
            driver.hands.press(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier),
            driver.hands.type("Tomasz Brandt\n"),
        )
        driver.wait(driver.reads("The file was changed by something other than Underrose."))
    assert database.read_bytes() == older
