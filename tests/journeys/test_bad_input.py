"""Names that no client can have, and folders that no export can go to."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.core.clock import SystemClock
from app.records.consents.record import EventKind, Method
from app.records.consents.service import Decision
from app.workspace import Workspace, create_workspace
from crypto.primitives.kdf import TEST_ONLY_COST, TEST_ONLY_COSTS
from crypto.slots.passphrase import PassphraseWay
from tests.support.composed import Composed, composed
from tests.support.desktop import Home
from tests.support.driver import Driver
from tests.support.workspaces import PASSPHRASE, add_client
from ui.tour.consent import RECORD_TAB


@pytest.fixture
def whole(at_home: Home, qapp: QApplication) -> Iterator[Composed]:
    with composed(qapp) as whole:
        yield whole


def empty(folder: Path) -> Workspace:
    way, clock = PassphraseWay(PASSPHRASE), SystemClock()
    workspace, _ = create_workspace(folder, "Practice", way, clock, TEST_ONLY_COST, TEST_ONLY_COSTS)
    return workspace


def with_consent(folder: Path) -> Workspace:
    """A vault with a client who decided something, and all that a record needs."""
    workspace = empty(folder)
    client, purpose = add_client(workspace, "Amara Osei"), workspace.purposes.listed()[0]
    now = SystemClock().now()
    workspace.consents.record(
        Decision(client, purpose.id, purpose.notice.id, EventKind.GIVEN, now, Method.ALOUD)
    )
    practice = replace(
        workspace.practice.get(),
        coach_name="Hanna Whitlock",
        postal_address="4 Mill Street",
        email="hanna@whitlock.example",
        jurisdiction="GB",
    )
    workspace.practice.change(practice)
    return workspace


@pytest.mark.parametrize("name", ["Ama\x00ra", "bell\x07", "  ", "x" * 201], ids=repr)
def test_a_name_that_cannot_be_kept_is_told_and_can_be_put_right(
    whole: Composed, qapp: QApplication, tmp_path: Path, name: str
) -> None:
    driver = Driver(qapp, whole.window)
    whole.open_vault(lambda: empty(tmp_path / "vault"))
    driver.do(
        driver.hands.click("today.add_client"),
        driver.hands.click("add_client.name"),
        driver.hands.dictate(name),
        driver.hands.click("add_client.add"),
    )
    driver.wait(driver.reads("name"))
    assert driver.hands.seen("add_client") is not None
    driver.do(
        driver.hands.fill("add_client.name", "Amara Osei"), driver.hands.click("add_client.add")
    )
    driver.wait(driver.reads("What does Amara need from you?"))


@pytest.mark.parametrize("kind", ["missing", "below a file", "of the kernel"])
def test_a_folder_that_cannot_be_written_to_is_told_and_another_one_works(
    whole: Composed, qapp: QApplication, tmp_path: Path, kind: str
) -> None:
    (tmp_path / "file").touch()
    good = tmp_path / "good"
    good.mkdir()
    bad = {
        "missing": tmp_path / "nowhere",
        "below a file": tmp_path / "file" / "folder",
        "of the kernel": Path("/proc/self"),
    }[kind]
    driver = Driver(qapp, whole.window)
    whole.open_vault(lambda: with_consent(tmp_path / "vault"))
    driver.wait(driver.hands.has_focus("today.people"))
    driver.do(
        driver.hands.press(Qt.Key.Key_Return),
        driver.hands.choose_tab("client.tabs", RECORD_TAB),
        driver.hands.click("record.export_button"),
        driver.hands.fill("export.folder", str(bad)),
        driver.hands.click("export.export"),
    )
    driver.wait(driver.reads("The file couldn’t be written to this folder."))
    assert list(tmp_path.rglob("consent-record*")) == []
    driver.do(driver.hands.fill("export.folder", str(good)), driver.hands.click("export.export"))
    driver.wait(driver.reads("Written to"))
    assert sorted(file.suffix for file in good.iterdir()) == [".json", ".pdf"]
    assert {file.stat().st_mode & 0o777 for file in good.iterdir()} == {0o600}
