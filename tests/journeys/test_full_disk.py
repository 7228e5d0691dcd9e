"""A full disk, or a folder that is gone: said, nothing lost, and everything goes on by itself."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from crypto.slots.passphrase import PassphraseWay
from tests.support.by_keys import DESK, at_the_keyboard, choose_folder, press, unlock
from tests.support.desktop import Home
from tests.support.driver import Driver
from tests.support.journey_facts import only_note, opened
from tests.support.ready_to_export import with_consent
from tests.support.small_disk import SmallDisk, small_disk
from tests.support.vault_on_disk import a_vault, remember
from tests.support.workspaces import PASSPHRASE, add_client
from ui.tour.consent import RECORD_TAB
from ui.tour.walk import Until

WAY = PassphraseWay(PASSPHRASE)
CTRL = Qt.KeyboardModifier.ControlModifier
TYPED = "She sleeps again. "


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[SmallDisk]:
    with small_disk(tmp_path / "stick", 24) as disk:
        yield disk


def in_a_session(home: Home, folder: Path) -> Path:
    """A vault with a client, in a session that runs."""
    workspace, _ = a_vault(folder, "Whitlock Coaching", WAY)
    workspace.start_session(add_client(workspace, "Amara Osei"))
    workspace.close()
    remember(home, folder)
    return folder


def go_on_writing(driver: Driver) -> None:
    driver.do(unlock(driver))
    driver.wait(driver.hands.sees(DESK))
    driver.do(press(driver, "today.go_on"))
    driver.wait(driver.hands.can_use("session.end"))  # it takes keys from here on


def no_notice(driver: Driver) -> Until:
    return Until(
        "nothing to be wrong", lambda: "Your text is still here" not in "\n".join(driver.texts())
    )


def note_in(vault: Path) -> str:
    with opened(vault, WAY) as workspace:
        return only_note(workspace)


def test_a_note_that_finds_no_room_is_told_and_saved_once_there_is_some(
    at_home: Home, disk: SmallDisk, qapp: QApplication
) -> None:
    vault = in_a_session(at_home, disk.folder / "Whitlock.vault")
    with at_the_keyboard(qapp) as driver:
        go_on_writing(driver)
        disk.fill()
        driver.do(driver.hands.type(TYPED))
        driver.wait(driver.reads("the disk is full. Your text is still here."))
        driver.wait(driver.reads("Underrose tries again every 5 seconds."))
        disk.free()
        driver.do(driver.hands.type("And eats."))
        driver.wait(driver.hands.sees("session.saved"))
        driver.wait(driver.reads("Saved "))
        driver.wait(no_notice(driver))
    assert note_in(vault) == f"{TYPED}And eats."


def test_a_client_that_finds_no_room_is_not_added_and_is_when_asked_again(
    at_home: Home, disk: SmallDisk, qapp: QApplication
) -> None:
    vault = in_a_session(at_home, disk.folder / "Whitlock.vault")
    with at_the_keyboard(qapp) as driver:
        driver.do(unlock(driver))
        driver.wait(driver.hands.sees(DESK))
        disk.fill()
        driver.do(driver.hands.press(Qt.Key.Key_N, CTRL))
        driver.wait(driver.hands.has_focus("add_client.name"))
        driver.do(driver.hands.type("Tomasz Brandt\n"))
        driver.wait(
            driver.reads("the disk is full. Your text is still here. Free some space, then try")
        )
        disk.free()
        driver.do(press(driver, "add_client.add"))
        driver.wait(driver.hands.sees_no("add_client.name"))
    with opened(vault, WAY) as workspace:
        names = {client.name for client in workspace.clients.listed()}
    assert names == {"Amara Osei", "Tomasz Brandt"}


def test_a_folder_that_vanishes_is_told_and_its_note_saved_when_it_is_back(
    at_home: Home, tmp_path: Path, qapp: QApplication
) -> None:
    vault = in_a_session(at_home, tmp_path / "Whitlock.vault")
    away = tmp_path / "Elsewhere.vault"
    with at_the_keyboard(qapp) as driver:
        go_on_writing(driver)
        vault.rename(away)
        driver.do(driver.hands.type(TYPED))
        driver.wait(driver.reads("The vault isn’t where it was. Your text is still here;"))
        away.rename(vault)
        driver.wait(no_notice(driver))
        driver.wait(driver.reads("Saved "))
    assert note_in(vault) == TYPED


def test_a_vault_that_finds_no_room_is_not_half_made_and_another_place_is(
    at_home: Home, disk: SmallDisk, tmp_path: Path, qapp: QApplication
) -> None:
    disk.fill()
    home = tmp_path / "own"
    home.mkdir()
    with at_the_keyboard(qapp) as driver:
        driver.do(
            driver.hands.fill("first_run.name", "Whitlock Coaching"),
            press(driver, "first_run.change_place"),
            choose_folder(driver, disk.folder),
            driver.hands.click("first_run.open_by_passphrase"),
            driver.hands.fill("first_run.passphrase", PASSPHRASE),
            driver.hands.fill("first_run.passphrase_again", PASSPHRASE),
            press(driver, "first_run.create"),
        )
        driver.wait(driver.reads("The vault couldn’t be made: the disk is full."))
        assert list(disk.folder.rglob("header*.json")) == []
        driver.do(
            press(driver, "first_run.change_place"),
            choose_folder(driver, home),
            press(driver, "first_run.create"),
        )
        driver.wait(driver.hands.sees("first_run.words"))
    assert (home / "Whitlock Coaching.vault" / "header.json").exists()


def test_an_export_that_finds_no_room_is_told_and_goes_elsewhere(
    at_home: Home, disk: SmallDisk, tmp_path: Path, qapp: QApplication
) -> None:
    vault = tmp_path / "Whitlock.vault"
    with_consent(vault).close()
    remember(at_home, vault)
    good = tmp_path / "good"
    good.mkdir()
    half = good / ".consent-record-R7K2M.json.new"
    half.write_bytes(b"what a killed export left")
    disk.fill()
    with at_the_keyboard(qapp) as driver:
        driver.do(unlock(driver))
        driver.wait(driver.hands.has_focus("today.people"))
        driver.do(
            driver.hands.press(Qt.Key.Key_Return),
            driver.hands.choose_tab("client.tabs", RECORD_TAB),
            press(driver, "record.export_button"),
            driver.hands.fill("export.folder", str(disk.folder)),
            press(driver, "export.export"),
        )
        driver.wait(driver.reads("The file couldn’t be written to this folder. Choose another."))
        assert [path.name for path in disk.folder.iterdir()] == ["filling"]
        driver.do(driver.hands.fill("export.folder", str(good)), press(driver, "export.export"))
        driver.wait(driver.reads("Written to"))
    assert sorted(path.suffix for path in good.iterdir()) == [".json", ".pdf"]
