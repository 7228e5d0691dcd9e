"""How this computer opens a vault from now on that only its kit opened so far."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QRadioButton
from pytestqt.qtbot import QtBot

from app.core.clock import SystemClock
from app.settings.declared import OWN_SLOTS
from app.settings.device import DeviceSettings
from app.workflows.restore.restore import restore
from app.workspace import Workspace, open_workspace
from crypto.backup.unlock import ByWords
from crypto.errors import KeyringMissing
from crypto.keyring.store import KeyStore
from crypto.primitives.kdf import TEST_ONLY_COSTS
from crypto.slots.keyring_passphrase import KeyringPassphraseWay
from crypto.slots.passphrase import PassphraseWay
from crypto.slots.recovery import RecoveryWay
from crypto.slots.slot import SlotKind
from crypto.vault.vault import look_at
from tests.support.accessible_names import nameless
from tests.support.backed_up import BackedUp, a_backed_up_vault
from tests.support.cheap_ways import cheap_calls
from tests.support.fake_key_store import FakeKeyStore
from tests.support.find import find
from tests.support.never import never
from tests.support.workspaces import a_workspace
from ui.jobs import Jobs
from ui.pages.enrol.page import EnrolPage
from ui.theme.switcher import Theme
from ui.ways_in.choice_model import ChoiceCalls, strength
from ui.ways_in.enrol_model import EnrolModel
from ui.widgets.button import Button

NEW = "orchard lantern willow amber"

Ways = KeyringPassphraseWay | PassphraseWay
Show = Callable[[FakeKeyStore | None], EnrolPage]


@pytest.fixture
def restored(tmp_path: Path, jobs: Jobs, qtbot: QtBot) -> Path:
    """A vault that was restored a moment ago, and is open."""
    backed_up: BackedUp = a_backed_up_vault(tmp_path)
    folder = tmp_path / "restored.vault"
    clock = SystemClock()
    way = ByWords(backed_up.words)
    restore(backed_up.file, way, folder, "Restored", clock, costs=TEST_ONLY_COSTS)
    open_it(jobs, qtbot, folder, RecoveryWay(backed_up.words))
    return folder


def open_it(jobs: Jobs, qtbot: QtBot, folder: Path, way: RecoveryWay) -> None:
    def call() -> Workspace:
        return open_workspace(folder, way, SystemClock(), TEST_ONLY_COSTS)

    opened: list[bool] = []
    jobs.open(jobs, call, lambda: opened.append(True), never)
    qtbot.waitUntil(lambda: bool(opened))


@pytest.fixture
def show(qtbot: QtBot, theme: Theme, jobs: Jobs, device: DeviceSettings) -> Show:
    def show(store: FakeKeyStore | None) -> EnrolPage:
        def find_store() -> KeyStore:
            if store is None:
                raise KeyringMissing
            return store

        choices = ChoiceCalls(find_store, strength)
        page = EnrolPage(theme, EnrolModel(jobs, device, cheap_calls(store), choices))
        qtbot.addWidget(page)
        page.resize(1280, 800)
        with qtbot.waitActive(page):
            page.show()
        return page

    return show


def type_twice(page: EnrolPage, qtbot: QtBot) -> None:
    first = find(page, QLineEdit, "enrol.passphrase")
    again = find(page, QLineEdit, "enrol.passphrase_again")
    qtbot.waitUntil(first.isVisible)
    QTest.keyClicks(first, NEW)
    QTest.keyClicks(again, NEW)
    qtbot.waitUntil(find(page, Button, "enrol.go_on").isEnabled)
    QTest.keyClick(again, Qt.Key.Key_Return)


def opens(folder: Path, way: Ways, jobs: Jobs, qtbot: QtBot) -> bool:
    closed: list[bool] = []
    jobs.close(jobs, (), lambda: closed.append(True), never)
    qtbot.waitUntil(lambda: bool(closed))
    open_workspace(folder, way, SystemClock(), TEST_ONLY_COSTS).close()
    return True


def test_with_a_password_store_both_halves_are_suggested(
    show: Show, restored: Path, qtbot: QtBot, jobs: Jobs, device: DeviceSettings
) -> None:
    store = FakeKeyStore("GNOME Keyring")
    page = show(store)
    page.arrive()
    assert nameless(page) == []
    with qtbot.waitSignal(page.opened, timeout=20_000):
        type_twice(page, qtbot)
    assert look_at(restored).kinds == {SlotKind.KEYRING_PASSPHRASE, SlotKind.RECOVERY}
    assert device.get(OWN_SLOTS)
    assert opens(restored, KeyringPassphraseWay(store, NEW), jobs, qtbot)


def test_without_one_a_passphrase_opens_it(
    show: Show, restored: Path, qtbot: QtBot, jobs: Jobs
) -> None:
    page = show(None)
    page.arrive()
    radio = "enrol.open_by_passphrase"
    qtbot.waitUntil(lambda: find(page, QRadioButton, radio).isChecked())
    with qtbot.waitSignal(page.opened, timeout=20_000):
        type_twice(page, qtbot)
    assert look_at(restored).kinds == {SlotKind.PASSPHRASE, SlotKind.RECOVERY}
    assert opens(restored, PassphraseWay(NEW), jobs, qtbot)


def test_it_can_be_put_off(show: Show, restored: Path, qtbot: QtBot) -> None:
    page = show(FakeKeyStore())
    page.arrive()
    with qtbot.waitSignal(page.opened):
        qtbot.mouseClick(find(page, Button, "enrol.skip"), Qt.MouseButton.LeftButton)
    assert look_at(restored).kinds == {SlotKind.RECOVERY}


def test_a_store_that_fails_leaves_the_passphrase(show: Show, restored: Path, qtbot: QtBot) -> None:
    store = FakeKeyStore()
    page = show(store)
    page.arrive()
    radio = "enrol.open_by_passphrase"
    qtbot.waitUntil(find(page, QLineEdit, "enrol.passphrase").isVisible)
    store.failure = KeyringMissing()
    type_twice(page, qtbot)
    qtbot.waitUntil(lambda: find(page, QRadioButton, radio).isChecked())
    assert look_at(restored).kinds == {SlotKind.RECOVERY}


def test_a_vault_that_has_a_way_in_is_not_asked_about(
    show: Show, tmp_path: Path, qtbot: QtBot, jobs: Jobs
) -> None:
    opened: list[bool] = []
    jobs.open(jobs, lambda: a_workspace(tmp_path), lambda: opened.append(True), never)
    qtbot.waitUntil(lambda: bool(opened))
    page = show(FakeKeyStore())
    with qtbot.waitSignal(page.opened):
        page.arrive()
