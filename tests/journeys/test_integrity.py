"""A record that was changed past the app is told soon after unlocking, and where to read of it."""

from pathlib import Path

from PySide6.QtWidgets import QApplication

from crypto.slots.passphrase import PassphraseWay
from tests.support.by_keys import DESK, at_the_keyboard, press, unlock
from tests.support.desktop import Home
from tests.support.journey_facts import opened
from tests.support.vault_on_disk import make_vault
from tests.support.workspaces import PASSPHRASE, add_client

WAY = PassphraseWay(PASSPHRASE)


def a_changed_record(folder: Path) -> None:
    """As a page that was put back would leave it: the heads fit, one row does not."""
    with opened(folder, WAY) as workspace:
        add_client(workspace, "Amara Osei")
        workspace._vault.connection.execute("UPDATE clients SET needs = 'x'")


def test_a_record_that_was_changed_leads_to_the_check_up(at_home: Home, qapp: QApplication) -> None:
    folder, _ = make_vault(at_home, WAY)
    a_changed_record(folder)
    with at_the_keyboard(qapp) as driver:
        driver.do(unlock(driver))
        driver.wait(driver.hands.sees(DESK))
        driver.wait(driver.reads("Part of the vault fails its check"))
        driver.do(press(driver, "notice.away"))
        driver.wait(driver.hands.sees("privacy"))
        driver.wait(driver.hands.sees_no("notice.away"))
    with opened(folder, WAY) as workspace:
        outcome = workspace.integrity.last()
        assert outcome is not None
        assert [fault.family for fault in outcome.faults] == ["client"]
