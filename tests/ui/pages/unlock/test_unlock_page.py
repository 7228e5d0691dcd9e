"""The lock screen with its real widgets, a real vault and a keyring in memory."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from app.settings.declared import VAULT_FOLDER
from app.settings.device import DeviceSettings
from app.workspace import Workspace, create_workspace, open_workspace
from crypto.errors import KeyringLocked, KeyringMissing
from crypto.keyring.store import KeyStore
from crypto.primitives.kdf import TEST_ONLY_COST, TEST_ONLY_COSTS
from crypto.secret import SecretBytes
from crypto.slots.keyring_passphrase import KeyringPassphraseWay
from crypto.slots.keyring_slot import KeyringWay
from crypto.slots.passphrase import PassphraseWay
from crypto.slots.slot import NewWay
from crypto.vault.damaged import damaged_vault
from crypto.vault.lock import VaultLock
from crypto.vault.vault import hold_secret
from tests.support.accessible_names import nameless
from tests.support.fake_key_store import FakeKeyStore
from tests.support.find import find
from tests.support.fixed_clock import FixedClock
from ui.jobs import Jobs
from ui.locked.locked_page import LockedStep
from ui.pages.unlock import calls
from ui.pages.unlock.calls import Calls, way_of
from ui.pages.unlock.page import UnlockPage
from ui.pages.unlock.view_model import UnlockModel
from ui.theme.switcher import Theme
from ui.widgets.button import Button

PASSPHRASE = "saddle thirty quiet orchard"


@dataclass
class Screen:
    """The page in front, and what a person does on it."""

    page: UnlockPage
    model: UnlockModel
    qtbot: QtBot

    def type(self, text: str, *, enter: bool = True) -> None:
        self.qtbot.keyClicks(self.field, text)
        if enter:
            self.qtbot.keyClick(self.field, Qt.Key.Key_Return)

    def press(self, name: str) -> None:
        self.qtbot.mouseClick(self.button(name), Qt.MouseButton.LeftButton)

    def button(self, name: str) -> Button:
        return find(self.page, Button, f"unlock.{name}")

    @property
    def field(self) -> QLineEdit:
        return find(self.page, QLineEdit, "unlock.passphrase")

    def sees(self, words: str) -> bool:
        labels = self.page.findChildren(QLabel)
        return any(words in label.text() and label.isVisible() for label in labels)


Show = Callable[[Path], Screen]


def make_vault(folder: Path, way: NewWay) -> Path:
    workspace, _ = create_workspace(
        folder, "Whitlock Coaching", way, FixedClock(), TEST_ONLY_COST, TEST_ONLY_COSTS
    )
    workspace.close()
    return folder


def open_cheaply(
    folder: Path, passphrase: str, answer: KeyStore | None, *, read_only: bool = False
) -> Workspace:
    way = way_of(passphrase, answer)
    return open_workspace(folder, way, FixedClock(), TEST_ONLY_COSTS, read_only=read_only)


class SlowKeyStore(FakeKeyStore):
    """Answers once it may."""

    def __init__(self) -> None:
        super().__init__("GNOME Keyring")
        self.is_asked = Event()
        self.answers = Event()
        self.answers.set()

    def read(self, account: str) -> SecretBytes:
        self.is_asked.set()
        self.answers.wait()
        return super().read(account)


@pytest.fixture
def store() -> SlowKeyStore:
    return SlowKeyStore()


@pytest.fixture
def lock_screen(
    qtbot: QtBot, theme: Theme, jobs: Jobs, device: DeviceSettings, store: SlowKeyStore
) -> Iterator[Show]:
    made_calls = Calls(
        find_store=lambda: store,
        ask_store=lambda folder, _found: hold_secret(folder, store),
        open=open_cheaply,
        open_damaged=lambda folder, passphrase, _: damaged_vault(
            folder, PassphraseWay(passphrase), TEST_ONLY_COSTS
        ),
    )

    def show(folder: Path) -> Screen:
        device.put(VAULT_FOLDER, str(folder))
        model = UnlockModel(jobs, device, "Locked at 10:12", made_calls)
        page = UnlockPage(theme, model)
        qtbot.addWidget(page)
        page.resize(1280, 800)
        page.show()
        page.arrive()
        page.focus_first()
        return Screen(page, model, qtbot)

    yield show
    qtbot.wait(1)


def test_the_keyring_alone_opens_the_vault(
    lock_screen: Show, tmp_path: Path, store: SlowKeyStore, qtbot: QtBot
) -> None:
    screen = lock_screen(make_vault(tmp_path / "v", KeyringWay(store)))
    qtbot.waitUntil(lambda: screen.sees("GNOME Keyring may ask for your login password."))
    assert not screen.field.isVisible()

    with qtbot.waitSignal(screen.page.opened):
        qtbot.keyClick(screen.page.focusWidget(), Qt.Key.Key_Return)


def test_the_passphrase_and_the_keyring_open_it_together(
    lock_screen: Show, tmp_path: Path, store: SlowKeyStore, qtbot: QtBot
) -> None:
    screen = lock_screen(make_vault(tmp_path / "v", KeyringPassphraseWay(store, PASSPHRASE)))
    qtbot.waitUntil(screen.field.hasFocus)
    assert screen.sees("This computer holds one half of the key; your passphrase is the other.")

    with qtbot.waitSignal(screen.page.opened):
        screen.type(PASSPHRASE)

    assert screen.field.text() == ""


def test_the_passphrase_alone_opens_it_without_asking_a_store(
    lock_screen: Show, tmp_path: Path, store: SlowKeyStore, qtbot: QtBot
) -> None:
    store.failure = KeyringMissing()
    screen = lock_screen(make_vault(tmp_path / "v", PassphraseWay(PASSPHRASE)))
    qtbot.waitUntil(screen.field.hasFocus)

    with qtbot.waitSignal(screen.page.opened):
        screen.type(PASSPHRASE)


def test_a_wrong_passphrase_is_told_cleared_and_slowed_down(
    lock_screen: Show, tmp_path: Path, qtbot: QtBot
) -> None:
    screen = lock_screen(make_vault(tmp_path / "v", PassphraseWay(PASSPHRASE)))
    qtbot.waitUntil(screen.field.hasFocus)

    screen.type("not the right one")
    qtbot.waitUntil(lambda: screen.sees("That passphrase didn’t open the vault. Check Caps Lock."))
    assert screen.field.text() == ""
    assert screen.sees("You can try again in a second.")

    screen.type(PASSPHRASE, enter=False)
    assert not screen.button("open").isEnabled()
    assert screen.sees("You can try again in a second.")
    qtbot.waitUntil(screen.button("open").isEnabled, timeout=3000)
    with qtbot.waitSignal(screen.page.opened):
        screen.press("open")


def test_a_locked_keyring_says_so_and_keeps_what_was_typed(
    lock_screen: Show, tmp_path: Path, store: SlowKeyStore, qtbot: QtBot
) -> None:
    screen = lock_screen(make_vault(tmp_path / "v", KeyringPassphraseWay(store, PASSPHRASE)))
    qtbot.waitUntil(screen.field.hasFocus)
    store.failure = KeyringLocked()

    screen.type(PASSPHRASE)
    qtbot.waitUntil(lambda: screen.sees("GNOME Keyring is locked. Unlock it, then try again."))
    store.failure = None

    with qtbot.waitSignal(screen.page.opened):
        screen.press("open")


def test_a_secret_that_is_gone_leads_to_the_recovery_kit(
    lock_screen: Show, tmp_path: Path, store: SlowKeyStore, qtbot: QtBot
) -> None:
    screen = lock_screen(make_vault(tmp_path / "v", KeyringWay(store)))
    qtbot.waitUntil(lambda: screen.sees("may ask"))
    store.items.clear()
    screen.press("open")
    qtbot.waitUntil(lambda: screen.sees("GNOME Keyring no longer has this vault’s half"))

    with qtbot.waitSignal(screen.page.leads_to) as led:
        screen.press("open")

    assert led.args == [LockedStep.RECOVER]
    screen.page.hide()
    screen.page.show()
    screen.page.arrive()  # back from the kit's page
    assert screen.sees("GNOME Keyring no longer has this vault’s half")
    assert not screen.sees("may ask")


def test_what_a_slow_keyring_still_answers_is_dropped_once_the_page_is_left(
    lock_screen: Show, tmp_path: Path, store: SlowKeyStore, qtbot: QtBot
) -> None:
    screen = lock_screen(make_vault(tmp_path / "v", KeyringWay(store)))
    qtbot.waitUntil(lambda: screen.sees("may ask"))
    store.answers.clear()
    screen.press("open")
    qtbot.waitUntil(store.is_asked.is_set)

    screen.page.hide()
    with qtbot.assertNotEmitted(screen.page.opened, wait=100):
        store.answers.set()


def test_a_vault_that_was_moved_can_be_found_again(
    lock_screen: Show, tmp_path: Path, device: DeviceSettings, qtbot: QtBot
) -> None:
    found = make_vault(tmp_path / "elsewhere", PassphraseWay(PASSPHRASE))
    screen = lock_screen(tmp_path / "gone.vault")
    qtbot.waitUntil(lambda: screen.sees("The vault isn’t where it was."))
    assert screen.button("open").text() == "Find it"

    screen.press("open")
    dialog = find(screen.page, QFileDialog)
    dialog.fileSelected.emit(str(found))
    dialog.close()

    qtbot.waitUntil(lambda: screen.sees("Whitlock Coaching") and screen.field.isVisible())
    assert device.get(VAULT_FOLDER) == str(found)


def test_a_folder_without_a_vault_is_not_taken(
    lock_screen: Show, tmp_path: Path, device: DeviceSettings, qtbot: QtBot
) -> None:
    vault = make_vault(tmp_path / "v", PassphraseWay(PASSPHRASE))
    screen = lock_screen(vault)
    qtbot.waitUntil(screen.field.hasFocus)

    screen.model.choose(tmp_path)

    qtbot.waitUntil(lambda: screen.sees("There is no vault in that folder."))
    assert device.get(VAULT_FOLDER) == str(vault)


def test_a_missing_vault_can_be_replaced_by_a_new_one(
    lock_screen: Show, tmp_path: Path, qtbot: QtBot
) -> None:
    screen = lock_screen(tmp_path / "gone.vault")
    qtbot.waitUntil(screen.button("new").isVisible)

    with qtbot.waitSignal(screen.page.leads_to) as led:
        screen.press("new")

    assert led.args == [LockedStep.FIRST_RUN]


def test_a_vault_that_is_open_elsewhere_says_so(
    lock_screen: Show, tmp_path: Path, qtbot: QtBot
) -> None:
    folder = make_vault(tmp_path / "v", PassphraseWay(PASSPHRASE))
    elsewhere = VaultLock(folder)
    elsewhere.acquire()
    screen = lock_screen(folder)
    qtbot.waitUntil(screen.field.hasFocus)

    screen.type(PASSPHRASE)

    qtbot.waitUntil(lambda: screen.sees("This vault is open on this computer already."))
    elsewhere.release()
    with qtbot.waitSignal(screen.page.opened):
        screen.press("open")


def test_leaving_empties_the_field(lock_screen: Show, tmp_path: Path, qtbot: QtBot) -> None:
    screen = lock_screen(make_vault(tmp_path / "v", PassphraseWay(PASSPHRASE)))
    qtbot.waitUntil(screen.field.hasFocus)
    screen.type(PASSPHRASE, enter=False)

    screen.page.hide()

    assert screen.field.text() == ""
    assert not screen.model.state.typed


def test_every_control_has_a_name(lock_screen: Show, tmp_path: Path, qtbot: QtBot) -> None:
    screen = lock_screen(make_vault(tmp_path / "v", PassphraseWay(PASSPHRASE)))
    qtbot.waitUntil(screen.field.hasFocus)

    assert nameless(screen.page) == []


def test_a_folder_that_can_not_be_written_to_opens_for_reading_only(
    lock_screen: Show, tmp_path: Path, jobs: Jobs, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def takes_no_writes(*_: object) -> bool:
        return False

    monkeypatch.setattr(calls.os, "access", takes_no_writes)
    screen = lock_screen(make_vault(tmp_path / "v", PassphraseWay(PASSPHRASE)))
    qtbot.waitUntil(lambda: screen.sees("The folder can’t be written to."))
    assert screen.button("open").text() == "Open for reading only"

    with qtbot.waitSignal(screen.page.opened):
        screen.type(PASSPHRASE)

    asked: list[bool] = []
    jobs.read(screen.model, lambda workspace: workspace.facts().read_only, asked.append)
    qtbot.waitUntil(lambda: bool(asked))
    assert asked == [True]


def test_a_damaged_vault_is_tried_for_reading_and_then_left_alone(
    lock_screen: Show, tmp_path: Path, qtbot: QtBot
) -> None:
    folder = make_vault(tmp_path / "v", PassphraseWay(PASSPHRASE))
    database = folder / "vault-1.db"
    database.write_bytes(database.read_bytes()[:16] + bytes(4096))
    screen = lock_screen(folder)
    qtbot.waitUntil(screen.field.hasFocus)

    screen.type(PASSPHRASE)
    qtbot.waitUntil(lambda: screen.sees("Part of the vault fails its check."))
    assert screen.button("open").text() == "Open for reading only"
    assert screen.button("restore").isVisible()
    assert screen.button("salvage").isVisible()
    screen.press("open")

    qtbot.waitUntil(lambda: screen.sees("It can’t be opened for reading either."))
    assert screen.button("open").text() == "Save what can be read"
    assert database.read_bytes()[16:] == bytes(4096)

    with qtbot.waitSignal(screen.page.leads_to) as led:
        screen.press("open")
    assert led.args == [LockedStep.SALVAGE]


def test_a_vault_is_moved_from_the_lock_screen(
    lock_screen: Show, tmp_path: Path, device: DeviceSettings, qtbot: QtBot
) -> None:
    synced = tmp_path / "Dropbox"
    synced.mkdir()
    home = tmp_path / "home"
    home.mkdir()
    screen = lock_screen(make_vault(synced / "v", PassphraseWay(PASSPHRASE)))
    qtbot.waitUntil(lambda: screen.sees("This folder is copied by Dropbox"))

    screen.press("move")
    qtbot.waitUntil(lambda: bool(screen.page.findChildren(QFileDialog)))
    dialog = find(screen.page, QFileDialog)
    dialog.fileSelected.emit(str(home))
    dialog.close()

    qtbot.waitUntil(lambda: screen.sees("Moved here:"))
    assert device.get(VAULT_FOLDER) == str(home / "v")
    assert not (synced / "v").exists()
    with qtbot.waitSignal(screen.page.opened):
        screen.type(PASSPHRASE)


def test_a_first_page_that_seems_another_vaults_can_be_saved_from(
    lock_screen: Show, tmp_path: Path, qtbot: QtBot
) -> None:
    folder = make_vault(tmp_path / "v", PassphraseWay(PASSPHRASE))
    database = folder / "vault-1.db"
    database.write_bytes(bytes(4096) + database.read_bytes()[4096:])
    screen = lock_screen(folder)
    qtbot.waitUntil(screen.field.hasFocus)
    screen.type(PASSPHRASE)
    qtbot.waitUntil(lambda: screen.sees("belong to different vaults"))

    with qtbot.waitSignal(screen.page.leads_to) as led:
        screen.press("salvage")
    assert led.args == [LockedStep.SALVAGE]
