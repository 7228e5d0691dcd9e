"""A backup that reads back wrong is deleted, and one is made only for a kit that was proven."""

import os
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.core.clock import SystemClock
from app.workflows.backup.places import describe
from app.workflows.restore.look import look_inside
from crypto.backup.unlock import ByWords
from crypto.slots.passphrase import PassphraseWay
from tests.support.backup_command import fill
from tests.support.by_keys import DESK, at_the_keyboard, press, unlock
from tests.support.desktop import Home
from tests.support.driver import Driver
from tests.support.hostile_backups import Words
from tests.support.journey_facts import opened
from tests.support.vault_on_disk import a_vault, remember
from tests.support.workspaces import PASSPHRASE

WAY = PassphraseWay(PASSPHRASE)
CTRL = Qt.KeyboardModifier.ControlModifier
PAGE = 4096


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "Copies"
    folder.mkdir()
    return folder


@pytest.fixture
def words(at_home: Home, tmp_path: Path, folder: Path) -> Words:
    """Of a vault that takes a moment to copy, and whose backups go to the folder."""
    vault = tmp_path / "Whitlock.vault"
    workspace, words = a_vault(vault, "Whitlock", WAY)
    fill(workspace)
    workspace.backup_plan.put(workspace.backup_plan.get().with_place(describe(folder)))
    workspace.close()
    remember(at_home, vault)
    return words


class FailingDisk:
    """Changes one bit of the next backup that is written to a folder, before it is read back."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._over = threading.Event()
        self.has_failed = False
        self._thread = threading.Thread(target=self._watch, daemon=True, name="disk")
        self._thread.start()

    def end(self) -> None:
        """Works as it should from now on."""
        self._over.set()
        self._thread.join()

    def _watch(self) -> None:
        while not self.has_failed and not self._over.wait(0.0005):
            for part in self._folder.glob(".*.part"):
                if part.stat().st_size > 2 * PAGE:
                    self._change(part)

    def _change(self, part: Path) -> None:
        descriptor = os.open(part, os.O_RDWR)
        (byte,) = os.pread(descriptor, 1, PAGE + 100)
        os.pwrite(descriptor, bytes([byte ^ 4]), PAGE + 100)
        os.close(descriptor)
        self.has_failed = True


def go_to_backups(driver: Driver) -> None:
    driver.do(unlock(driver))
    driver.wait(driver.hands.sees(DESK))
    driver.wait(driver.hands.sees("sidebar.list"))
    driver.do(driver.hands.press(Qt.Key.Key_6, CTRL))
    driver.wait(driver.hands.sees("backups"))


def test_what_reads_back_wrong_is_deleted_and_the_next_one_is_believed(
    words: Words, folder: Path, qapp: QApplication
) -> None:
    disk = FailingDisk(folder)
    with at_the_keyboard(qapp) as driver:
        go_to_backups(driver)
        driver.do(press(driver, "backups.first_now"))
        driver.wait(
            driver.reads("The copy in that folder differs from the vault, so it was deleted.")
        )
        assert disk.has_failed
        disk.end()
        assert list(folder.iterdir()) == []
        driver.do(press(driver, "backups.again"))
        driver.wait(driver.reads("Backed up today"))
    (file,) = folder.iterdir()
    assert look_inside(file, ByWords(words), SystemClock()).face.name == "Whitlock"


def test_for_a_kit_that_was_never_proven_its_words_are_asked_for_once(
    words: Words, folder: Path, tmp_path: Path, qapp: QApplication
) -> None:
    with opened(tmp_path / "Whitlock.vault", WAY) as workspace:  # made before there were backups
        workspace._vault.connection.execute("DELETE FROM backup_roots")
    with at_the_keyboard(qapp) as driver:
        go_to_backups(driver)
        driver.wait(driver.reads("First, prove your kit"))
        driver.do(press(driver, "backups.prove"))
        driver.wait(driver.hands.has_focus("rehearse.word_1"))
        driver.do(driver.hands.dictate(" ".join(words)))
        driver.do(driver.hands.press(Qt.Key.Key_Return))
        driver.wait(driver.reads("Kit 1 opens this vault."))
        driver.do(driver.hands.press(Qt.Key.Key_Return))
        driver.wait(driver.hands.sees_no("rehearse"))
        driver.do(press(driver, "backups.first_now"))
        driver.wait(driver.reads("Backed up today"))
    (file,) = folder.iterdir()
    assert look_inside(file, ByWords(words), SystemClock()).face.name == "Whitlock"
