"""A backup is made by keyboard, while one goes on writing; what can go wrong with it is told."""

import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.core.clock import SystemClock
from app.workflows.backup.places import describe
from app.workflows.restore.look import look_inside
from crypto.backup.unlock import ByPassphrase, ByWords
from crypto.slots.passphrase import PassphraseWay
from tests.support.by_keys import DESK, at_the_keyboard, choose_folder, press, unlock
from tests.support.carrier_watch import Halted
from tests.support.desktop import Home
from tests.support.driver import Driver
from tests.support.journey_facts import only_note, opened
from tests.support.other_disk import other_disk
from tests.support.recorded_backups import a_backup
from tests.support.small_disk import SmallDisk, small_disk
from tests.support.vault_on_disk import a_vault, remember
from tests.support.workspaces import PASSPHRASE, add_client
from ui.backing_up import backup_schedule
from ui.tour.walk import Until, Walk

WAY = PassphraseWay(PASSPHRASE)
CTRL = Qt.KeyboardModifier.ControlModifier
OWN = "lantern marmot velvet octave"  # a backup's own passphrase
SUFFIX = ".underrose-backup"
TYPED = "She sleeps again. And eats."


class Practice:
    """A vault with a client, which this home opened last; and its kit."""

    def __init__(self, home: Home, folder: Path) -> None:
        self.vault = folder / "Whitlock.vault"
        workspace, self.words = a_vault(self.vault, "Whitlock", WAY)
        add_client(workspace, "Amara Osei")
        workspace.close()
        remember(home, self.vault)

    def goes_to(self, folder: Path, *, automatic: bool = False) -> None:
        """Backups go there, as was chosen before."""
        with opened(self.vault, WAY) as workspace:
            plan = workspace.backup_plan.get().with_place(describe(folder))
            workspace.backup_plan.put(
                type(plan)(plan.places, automatic, plan.keep_yearly, plan.remind_days)
            )

    def begin_session(self) -> None:
        """Its client is in a session that runs."""
        with opened(self.vault, WAY) as workspace:
            workspace.start_session(workspace.clients.listed()[0].id)


@pytest.fixture
def practice(at_home: Home, tmp_path: Path) -> Practice:
    return Practice(at_home, tmp_path)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "Copies"
    folder.mkdir()
    return folder


@pytest.fixture
def elsewhere() -> Iterator[Path]:
    """Not on the vault's own disk, for which the app would ask for a better place each time."""
    with other_disk() as folder:
        yield folder


@pytest.fixture
def stick(tmp_path: Path) -> Iterator[SmallDisk]:
    with small_disk(tmp_path / "stick", 24) as disk:
        yield disk


def files(folder: Path) -> list[str]:
    return sorted(path.suffix for path in folder.iterdir())


def go_to_backups(driver: Driver) -> None:
    driver.do(unlock(driver))
    driver.wait(driver.hands.sees(DESK))
    driver.wait(driver.hands.sees("sidebar.list"))
    driver.do(driver.hands.press(Qt.Key.Key_6, CTRL))
    driver.wait(driver.hands.sees("backups"))


def ask_for_one(driver: Driver, *then: Walk) -> None:
    """Unlocks, goes to the page of backups and asks for the first one there."""
    go_to_backups(driver)
    driver.do(press(driver, "backups.first_now"), *then)


def back_up(driver: Driver) -> None:
    """Asks for the first one, and it is made."""
    ask_for_one(driver)
    driver.wait(driver.reads("Backed up today"))


def stands_still(halted: Halted) -> Until:
    return Until("the carrier to stand still", lambda: halted.pid is not None)


def is_gone(driver: Driver, words: str) -> Until:
    return Until(f"“{words}” to go", lambda: words not in "\n".join(driver.texts()))


def test_the_first_one_by_keyboard_opens_with_the_words_of_the_kit(
    practice: Practice, folder: Path, qapp: QApplication
) -> None:
    with at_the_keyboard(qapp) as driver:
        go_to_backups(driver)
        driver.wait(driver.reads("If this laptop is lost, your notes are lost with it."))
        driver.do(press(driver, "backups.first_now"), choose_folder(driver, folder))
        driver.wait(driver.reads("Backed up today"))
        driver.wait(driver.hands.sees("backups.table"))
        driver.wait(driver.reads("it won’t help if this laptop is lost"))
    (file,) = folder.iterdir()
    look = look_inside(file, ByWords(practice.words), SystemClock())
    assert (look.face.name, look.clients) == ("Whitlock", 1)


def test_writing_goes_on_while_one_is_made_and_comes_into_the_next(
    practice: Practice, folder: Path, qapp: QApplication
) -> None:
    practice.goes_to(folder)
    practice.begin_session()
    with at_the_keyboard(qapp) as driver, Halted(folder) as halted:
        ask_for_one(driver)
        driver.wait(stands_still(halted))
        driver.wait(driver.reads("You can go on working"))
        driver.do(driver.hands.press(Qt.Key.Key_F5))
        driver.wait(driver.hands.can_use("session.end"))
        driver.do(driver.hands.type(TYPED))
        driver.wait(driver.hands.sees("session.saved"))
        driver.wait(driver.reads("Saved "))
        assert files(folder) == [".part"]
        halted.go_on()
        driver.wait(Until("the backup to be there", lambda: files(folder) == [SUFFIX]))
    with opened(practice.vault, WAY) as workspace:
        assert only_note(workspace) == TYPED


def test_one_that_is_stopped_leaves_nothing_and_those_before_stay(
    practice: Practice, elsewhere: Path, qapp: QApplication
) -> None:
    practice.goes_to(elsewhere)
    with at_the_keyboard(qapp) as driver:
        back_up(driver)
        (before,) = elsewhere.iterdir()
        with Halted(elsewhere) as halted:
            driver.do(press(driver, "backups.now"))
            driver.wait(stands_still(halted))
            driver.do(press(driver, "backups.stop"))
            driver.wait(driver.hands.can_use("backups.now"))
        assert list(elsewhere.iterdir()) == [before]
    assert not list(practice.vault.glob(".backup-*"))


def test_a_stick_that_is_pulled_out_is_told_and_used_when_it_is_back(
    practice: Practice, tmp_path: Path, qapp: QApplication
) -> None:
    mount = tmp_path / "stick"
    with at_the_keyboard(qapp) as driver, Halted(mount) as halted:
        with small_disk(mount, 24):
            ask_for_one(driver, choose_folder(driver, mount))
            driver.wait(stands_still(halted))
        halted.go_on()
        driver.wait(driver.reads("was taken out. The backup isn’t finished."))
        driver.wait(driver.reads("Isn’t here. Underrose waits for it"))
        driver.do(press(driver, "backups.again"))
        driver.wait(driver.reads("Waiting for the drive “stick”."))
        mount.rmdir()
        with small_disk(mount, 24):
            driver.wait(driver.reads("Backed up today"))
            assert files(mount) == [SUFFIX]


def test_a_folder_that_goes_midway_is_told(
    practice: Practice, folder: Path, tmp_path: Path, qapp: QApplication
) -> None:
    practice.goes_to(folder)
    with at_the_keyboard(qapp) as driver, Halted(folder) as halted:
        ask_for_one(driver)
        driver.wait(stands_still(halted))
        folder.rename(tmp_path / "elsewhere")
        halted.go_on()
        driver.wait(driver.reads("The folder can’t be reached any more."))


def test_a_full_stick_is_told_and_takes_one_once_there_is_room(
    practice: Practice, stick: SmallDisk, qapp: QApplication
) -> None:
    practice.goes_to(stick.folder)
    stick.fill()
    with at_the_keyboard(qapp) as driver:
        ask_for_one(driver)
        driver.wait(driver.reads("The stick is full. The backup isn’t finished."))
        assert [path.name for path in stick.folder.iterdir()] == ["filling"]
        stick.free()
        driver.do(press(driver, "backups.again"))
        driver.wait(driver.reads("Backed up today"))
        driver.wait(is_gone(driver, "The stick is full."))


def test_a_stick_that_takes_no_writes_is_told(
    practice: Practice, stick: SmallDisk, qapp: QApplication
) -> None:
    practice.goes_to(stick.folder)
    stick.take_no_writes()
    with at_the_keyboard(qapp) as driver:
        ask_for_one(driver)
        driver.wait(driver.reads("The stick can’t be written to."))
        stick.take_writes()
        driver.do(press(driver, "backups.again"))
        driver.wait(driver.reads("Backed up today"))


def test_a_passphrase_of_its_own_opens_that_backup_alone(
    practice: Practice, elsewhere: Path, qapp: QApplication
) -> None:
    practice.goes_to(elsewhere)
    with at_the_keyboard(qapp) as driver:
        go_to_backups(driver)
        driver.do(press(driver, "backups.with_passphrase"))
        driver.wait(driver.reads("It weakens this backup: 24 words can’t be guessed"))
        driver.wait(driver.hands.has_focus("backup.passphrase"))
        driver.do(driver.hands.type(f"{OWN}\n{OWN}"))
        driver.do(press(driver, "backup.do"))
        driver.wait(driver.reads("Backed up today"))
        driver.do(press(driver, "backups.now"))
        driver.wait(Until("the second one", lambda: len(list(elsewhere.iterdir())) == 2))
        driver.wait(driver.hands.can_use("backups.now"))
    first, second = sorted(elsewhere.iterdir(), key=lambda path: path.stat().st_mtime)
    assert look_inside(first, ByPassphrase(OWN), SystemClock()).clients == 1
    assert look_inside(first, ByWords(practice.words), SystemClock()).clients == 1
    assert look_inside(second, ByWords(practice.words), SystemClock()).clients == 1
    assert not look_inside(second, ByWords(practice.words), SystemClock()).face.has_passphrase


def test_the_list_is_the_same_after_a_restart(
    practice: Practice, folder: Path, qapp: QApplication
) -> None:
    practice.goes_to(folder)
    with at_the_keyboard(qapp) as driver:
        back_up(driver)
    with at_the_keyboard(qapp) as driver:
        go_to_backups(driver)
        driver.wait(driver.reads("Backed up today"))
        driver.wait(driver.hands.sees("backups.table"))
        driver.wait(driver.reads("Here. Last used"))


def test_by_itself_once_a_day_when_the_drive_is_in_but_not_in_a_session(
    practice: Practice, tmp_path: Path, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backup_schedule, "SETTLED", 300)
    monkeypatch.setattr(backup_schedule, "EVERY", 300)
    mount = tmp_path / "stick"
    with small_disk(mount, 24):
        practice.goes_to(mount, automatic=True)
    mount.rmdir()
    practice.begin_session()
    with at_the_keyboard(qapp) as driver:
        go_to_backups(driver)
        driver.wait(driver.reads("Isn’t here. Underrose waits for it"))
        with small_disk(mount, 24):
            driver.wait(driver.reads("Here. Not used yet"))
            watched = time.monotonic() + 2.0
            driver.wait(Until("two seconds", lambda: time.monotonic() > watched))
            assert list(mount.iterdir()) == []
            driver.do(driver.hands.press(Qt.Key.Key_F5))
            driver.wait(driver.hands.can_use("session.end"))
            driver.do(driver.hands.click("session.end"))
            driver.wait(Until("one by itself", lambda: files(mount) == [SUFFIX]))
            watched = time.monotonic() + 2.0
            driver.wait(Until("two seconds", lambda: time.monotonic() > watched))
            assert files(mount) == [SUFFIX]
    with opened(practice.vault, WAY) as workspace:
        assert len(workspace.backups.listed()) == 1


def test_a_clock_that_was_years_ahead_is_told_and_the_next_one_is_made(
    practice: Practice, folder: Path, qapp: QApplication
) -> None:
    practice.goes_to(folder)
    with opened(practice.vault, WAY) as workspace:
        ahead = SystemClock().now().plus(timedelta(days=900))
        backup = a_backup(place=describe(folder), made=ahead, generation=1)
        (folder / backup.file_name).touch()  # else it is gone, and counts no more
        workspace.backups.record(backup)
    with at_the_keyboard(qapp) as driver:
        go_to_backups(driver)
        driver.wait(driver.reads("That day is still to come by this computer’s clock."))
        driver.do(press(driver, "backups.now"))
        driver.wait(driver.reads("Backed up today"))
