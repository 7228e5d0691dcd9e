"""With the vault open, by keys: its newest backup is tried, and one is kept as a second vault."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.core.clock import SystemClock
from app.workspace import open_workspace
from crypto.primitives.kdf import TEST_ONLY_COSTS
from crypto.slots.passphrase import PassphraseWay
from crypto.slots.recovery import RecoveryWay
from crypto.slots.slot import SlotKind
from crypto.vault.vault import look_at
from tests.support.backed_up import CLIENT, BackedUp, a_backed_up_vault
from tests.support.by_keys import choose_folder, press
from tests.support.composed import composed
from tests.support.desktop import Home
from tests.support.driver import Driver
from tests.support.journey_facts import opened
from tests.support.vault_on_disk import remember
from tests.support.workspaces import PASSPHRASE


@pytest.fixture
def backed_up(at_home: Home, tmp_path: Path) -> BackedUp:
    (tmp_path / "practice").mkdir()
    made = a_backed_up_vault(tmp_path / "practice")
    remember(at_home, made.vault)
    return made


@pytest.fixture
def driver(backed_up: BackedUp, qapp: QApplication) -> Iterator[Driver]:
    """The Backups page of the open vault."""
    way, clock = PassphraseWay(PASSPHRASE), SystemClock()
    with composed(qapp) as whole:
        whole.open_vault(lambda: open_workspace(backed_up.vault, way, clock, TEST_ONLY_COSTS))
        driver = Driver(qapp, whole.window)
        driver.do(driver.hands.come_to(whole.window))
        driver.do(driver.hands.press(Qt.Key.Key_6, Qt.KeyboardModifier.ControlModifier))
        driver.wait(driver.hands.sees("backups.table"))
        yield driver


def test_the_newest_backup_is_tried_and_nothing_of_it_is_kept(
    driver: Driver, backed_up: BackedUp
) -> None:
    before = sorted(backed_up.vault.parent.iterdir()), backed_up.file.read_bytes()
    driver.do(press(driver, "backups.try"))
    driver.wait(driver.reads("This backup is whole, and can be restored."))
    driver.wait(driver.reads("That doesn’t show that you could open it after a loss."))
    driver.wait(driver.reads("1 client, 1 session, 1 note"))
    driver.do(driver.hands.press(Qt.Key.Key_Return))
    driver.wait(driver.hands.sees_no("try_backup"))
    assert (sorted(backed_up.vault.parent.iterdir()), backed_up.file.read_bytes()) == before


def test_a_backup_is_kept_as_a_second_vault_beside_the_open_one(
    driver: Driver, backed_up: BackedUp
) -> None:
    driver.do(press(driver, "backups.choose_file.choose"))
    driver.wait(driver.hands.has_focus("bring_back.choose"))
    driver.do(driver.hands.press(Qt.Key.Key_Return), choose_folder(driver, backed_up.file))
    driver.wait(driver.hands.has_focus("bring_back.word_1"))
    driver.do(driver.hands.type(f"{' '.join(backed_up.words)}\n"))
    driver.wait(driver.reads("which the backup doesn’t have"))
    driver.wait(driver.hands.can_use("bring_back.go_on"))
    driver.wait(driver.hands.has_focus("bring_back.name"))
    driver.do(driver.hands.press(Qt.Key.Key_Return))
    driver.wait(driver.reads("The backup is a vault of its own now"))
    driver.do(driver.hands.press(Qt.Key.Key_Escape))
    driver.wait(driver.hands.sees_no("bring_back"))

    (second,) = backed_up.vault.parent.glob("Whitlock Coaching, backup of *.vault")
    assert look_at(second).kinds == {SlotKind.RECOVERY}
    with opened(second, RecoveryWay(backed_up.words)) as workspace:
        assert [client.name for client in workspace.clients.listed()] == [CLIENT]
