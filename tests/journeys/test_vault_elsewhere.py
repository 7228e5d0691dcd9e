"""A vault that somebody else has open, or that is no longer where it was."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from crypto.slots.passphrase import PassphraseWay
from tests.support.composed import composed
from tests.support.desktop import Home
from tests.support.driver import Driver
from tests.support.journey_facts import opened
from tests.support.vault_on_disk import make_vault
from tests.support.workspaces import PASSPHRASE

WAY = PassphraseWay(PASSPHRASE)


@pytest.fixture
def vault(at_home: Home) -> Path:
    made, _ = make_vault(at_home, WAY)
    return made


def test_a_vault_that_is_open_already_is_left_to_whoever_has_it(
    vault: Path, qapp: QApplication
) -> None:
    with composed(qapp) as whole:
        driver = Driver(qapp, whole.window)
        with opened(vault, WAY):
            driver.do(
                driver.hands.fill("unlock.passphrase", PASSPHRASE),
                driver.hands.click("unlock.open"),
            )
            driver.wait(driver.reads("This vault is open on this computer already."))
        driver.do(
            driver.hands.fill("unlock.passphrase", PASSPHRASE), driver.hands.click("unlock.open")
        )
        driver.wait(driver.hands.sees("today.add_client"))


def test_a_vault_that_was_moved_can_be_found_again(
    vault: Path, tmp_path: Path, qapp: QApplication
) -> None:
    moved = vault.rename(tmp_path / "Moved.vault")
    with composed(qapp) as whole:
        driver = Driver(qapp, whole.window)
        driver.wait(driver.reads("The vault isn’t where it was."))
        driver.wait(driver.reads(str(vault)))
        driver.do(
            driver.hands.click("unlock.open"),
            driver.hands.answer_file_dialog(str(moved)),
            driver.hands.fill("unlock.passphrase", PASSPHRASE),
            driver.hands.click("unlock.open"),
        )
        driver.wait(driver.hands.sees("today.add_client"))
