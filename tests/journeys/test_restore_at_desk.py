"""With the vault open, by keys: its newest backup is tried, and one is kept as a second vault."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication

from app.core.clock import SystemClock
from app.settings.declared import VAULT_FOLDER
from app.settings.device import DeviceSettings
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
from ui.jobs import Jobs
from ui.leaving.lock import Lock
from ui.opening import device_file
from ui.process.link import SupervisorLink
from ui.tour.walk import Until, Walk


@pytest.fixture
def backed_up(at_home: Home, tmp_path: Path) -> BackedUp:
    (tmp_path / "practice").mkdir()
    made = a_backed_up_vault(tmp_path / "practice")
    remember(at_home, made.vault)
    return made


@pytest.fixture
def left(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """Whether the process would have ended, which it does not here."""
    left: list[bool] = []
    made = Lock.__init__

    def make(
        lock: Lock, jobs: Jobs, link: SupervisorLink, _: object, parent: QObject | None = None
    ) -> None:
        made(lock, jobs, link, lambda: left.append(True), parent)

    monkeypatch.setattr(Lock, "__init__", make)
    return left


@pytest.fixture
def driver(backed_up: BackedUp, left: list[bool], qapp: QApplication) -> Iterator[Driver]:
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


def keep_beside(driver: Driver, backed_up: BackedUp) -> Walk:
    """From the page to the second vault."""
    yield from press(driver, "backups.choose_file.choose")
    yield from choose_folder(driver, backed_up.file)
    yield driver.hands.has_focus("bring_back.word_1")
    yield from driver.hands.type(f"{' '.join(backed_up.words)}\n")
    yield driver.reads("As far as the backup.")
    yield driver.hands.can_use("bring_back.go_on")
    yield driver.hands.has_focus("bring_back.name")
    yield from driver.hands.press(Qt.Key.Key_Return)
    yield driver.reads("The backup is a vault of its own now")


def test_a_backup_is_kept_as_a_second_vault_beside_the_open_one(
    driver: Driver, backed_up: BackedUp
) -> None:
    driver.do(keep_beside(driver, backed_up))
    driver.do(driver.hands.press(Qt.Key.Key_Escape))
    driver.wait(driver.hands.sees_no("bring_back"))

    (second,) = backed_up.vault.parent.glob("Whitlock Coaching, backup of *.vault")
    assert look_at(second).kinds == {SlotKind.RECOVERY}
    with opened(second, RecoveryWay(backed_up.words)) as workspace:
        assert [client.name for client in workspace.clients.listed()] == [CLIENT]


def test_the_second_vault_can_be_gone_on_with(
    driver: Driver, backed_up: BackedUp, left: list[bool]
) -> None:
    driver.do(keep_beside(driver, backed_up), press(driver, "bring_back.lock"))
    driver.wait(Until("the end of the process", lambda: bool(left)))
    (second,) = backed_up.vault.parent.glob("Whitlock Coaching, backup of *.vault")
    assert DeviceSettings(device_file()).get(VAULT_FOLDER) == str(second)
    with opened(backed_up.vault, RecoveryWay(backed_up.words)) as workspace:  # it was closed
        assert workspace.integrity.check_at_once().is_sound
