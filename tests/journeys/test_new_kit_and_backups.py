"""A new kit takes along the backups that it can reach, and the others as soon as they are back."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.workflows.backup.places import describe
from app.workflows.backup.plan import Plan
from crypto.backup.unlock import ByWords, unlock_backup
from crypto.errors import RecoveryWrong
from crypto.slots.passphrase import PassphraseWay
from tests.support.backed_up import back_up
from tests.support.coach import Coach, Words
from tests.support.composed import composed
from tests.support.desktop import Home
from tests.support.driver import Driver
from tests.support.journey_facts import opened
from tests.support.vault_on_disk import make_vault
from tests.support.workspaces import PASSPHRASE, add_client
from ui.backing_up import backup_schedule

WAY = PassphraseWay(PASSPHRASE)


class Backups:
    """A vault with a backup on each of two drives, one of which is in a pocket by now."""

    def __init__(self, home: Home, folder: Path) -> None:
        self.vault, self.words = make_vault(home, WAY)
        self.stick, self.drive = folder / "stick", folder / "drive"
        self._pocket = folder / "pocket"
        for place in (self.stick, self.drive):
            place.mkdir()
        with opened(self.vault, WAY) as workspace:
            add_client(workspace, "Amara Osei")
            self.on_stick = back_up(workspace, self.stick)
            self.on_drive = back_up(workspace, self.drive)
            places = (describe(self.stick), describe(self.drive))
            workspace.backup_plan.put(Plan(places, automatic=False))

    def take_stick_away(self) -> None:
        self.stick.rename(self._pocket)

    def bring_stick_back(self) -> None:
        self._pocket.rename(self.stick)


@pytest.fixture
def backups(at_home: Home, tmp_path: Path) -> Backups:
    return Backups(at_home, tmp_path)


def opens(file: Path, words: Words) -> bool:
    try:
        unlock_backup(file, ByWords(words)).wipe()
    except RecoveryWrong:
        return False
    return True


def said(coach: Coach) -> str:
    return "\n".join(coach.driver.texts())


def test_a_new_kit_takes_the_backups_along_and_the_one_that_was_away_once_it_is_back(
    backups: Backups, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backup_schedule, "SETTLED", 200)
    backups.take_stick_away()
    with composed(qapp) as whole:
        coach = Coach(whole, Driver(qapp, whole.window))
        coach.unlocks()
        coach.runs("vault.new_kit", "new recovery kit")
        coach.enters("new_kit.proof", PASSPHRASE)
        new = coach.reads_kit("new_kit")
        coach.driver.wait(coach.driver.reads("One backup now opens with the new kit"))
        coach.driver.wait(coach.driver.reads("· Folder “stick”"))
        coach.driver.wait(coach.driver.reads("Keep the old sheet until then."))
        assert opens(backups.on_drive, new)
        assert not opens(backups.on_drive, backups.words)
        coach.driver.wait(coach.driver.hands.has_focus("new_kit.do"))
        coach.press(Qt.Key.Key_Return)
        coach.sees_gone("new_kit")

    backups.bring_stick_back()
    assert opens(backups.on_stick, backups.words)
    with composed(qapp) as whole:
        coach = Coach(whole, Driver(qapp, whole.window))
        coach.unlocks()
        coach.waits_until("the stick to be under the new kit", lambda: opens(backups.on_stick, new))
    assert not opens(backups.on_stick, backups.words)


def test_one_that_is_lost_is_spoken_of_no_more_and_comes_along_where_it_turns_up(
    backups: Backups, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backup_schedule, "SETTLED", 200)
    backups.take_stick_away()
    with opened(backups.vault, WAY) as workspace:
        kit = workspace.ways_in.kits.begin()
        workspace.ways_in.kits.finish(kit)
        workspace.backup_plan.put(Plan((describe(backups.drive),), automatic=False))
    with composed(qapp) as whole:
        coach = Coach(whole, Driver(qapp, whole.window))
        coach.unlocks()
        coach.waits_until("the drive’s to come", lambda: opens(backups.on_drive, kit.words))
        coach.press(Qt.Key.Key_6, Qt.KeyboardModifier.ControlModifier)
        coach.driver.wait(coach.driver.hands.has_focus("backups.table"))
        coach.driver.wait(coach.driver.reads("One backup still opens with an older sheet."))
        coach.press(Qt.Key.Key_End)
        coach.press(Qt.Key.Key_Delete)
        coach.driver.wait(coach.driver.hands.has_focus("confirm.safe"))
        coach.driver.wait(coach.driver.reads("the sheet of kit 1 can still open it"))
        coach.press(Qt.Key.Key_Tab)
        coach.press(Qt.Key.Key_Return)
        coach.waits_until("no word of it", lambda: "older sheet" not in said(coach))

    backups.bring_stick_back()
    with composed(qapp) as whole:
        coach = Coach(whole, Driver(qapp, whole.window))
        coach.unlocks()
        found = "the one that was lost to be under the new kit"
        coach.waits_until(found, lambda: opens(backups.on_stick, kit.words))
    with opened(backups.vault, WAY) as workspace:
        assert len(workspace.backups.listed()) == 2


def test_a_new_key_takes_the_backups_along_too(backups: Backups, qapp: QApplication) -> None:
    with composed(qapp) as whole:
        coach = Coach(whole, Driver(qapp, whole.window))
        coach.unlocks()
        words = coach.comes_to_new_key()
        coach.driver.wait(coach.driver.reads("2 backups now open with the new kit"))
        coach.driver.wait(coach.driver.hands.has_focus("new_key.lock"))
    for file in (backups.on_stick, backups.on_drive):
        assert opens(file, words)
        assert not opens(file, backups.words)
