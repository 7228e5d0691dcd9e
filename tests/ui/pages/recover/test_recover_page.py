"""The Recovery Kit page with its real widgets and a real vault."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from app.settings.declared import VAULT_FOLDER
from app.settings.device import DeviceSettings
from app.workflows.restore.restore import restore
from app.workflows.ways_in import own_slot
from app.workspace import Workspace, create_workspace, open_workspace
from crypto.backup.unlock import ByWords
from crypto.errors import KeyringItemGone, KeyringLocked, VaultReadOnly
from crypto.keyring.store import KeyStore
from crypto.primitives.kdf import TEST_ONLY_COST, TEST_ONLY_COSTS
from crypto.secret import SecretBytes
from crypto.slots.keyring_passphrase import KeyringPassphraseWay
from crypto.slots.keyring_slot import KeyringWay
from crypto.slots.passphrase import PassphraseWay
from crypto.slots.slot import NewWay, SlotKind
from crypto.vault.lock import VaultLock
from tests.support.accessible_names import nameless
from tests.support.backed_up import a_backed_up_vault
from tests.support.cheap_ways import cheap_calls
from tests.support.damage import blank, flip
from tests.support.ending_threads import all_have_ended
from tests.support.fake_key_store import FakeKeyStore
from tests.support.find import find
from tests.support.fixed_clock import FixedClock
from ui.jobs import Jobs
from ui.locked.handed_on import HandedOn
from ui.locked.locked_page import LockedStep
from ui.pages.recover.page import RecoverPage
from ui.pages.recover.view_model import RecoverModel
from ui.theme.switcher import Theme
from ui.ways_in.half_model import HalfModel
from ui.ways_in.words_entry import WordsEntry
from ui.ways_in.words_model import WordsModel
from ui.widgets.button import Button

PASSPHRASE = "saddle thirty quiet orchard"
Words = tuple[str, ...]


@dataclass
class Screen:
    """The page in front, and what a person does on it."""

    page: RecoverPage
    qtbot: QtBot

    @property
    def words(self) -> Words:
        return find(self.page, WordsEntry).words()

    def field(self, place: int) -> QLineEdit:
        return find(self.page, QLineEdit, f"recover.word_{place}")

    def button(self, name: str) -> Button:
        return find(self.page, Button, f"recover.{name}")

    def type(self, text: str) -> None:
        """Letter by letter, each to whatever has the focus then."""
        for letter in text:
            self.key(Qt.Key.Key_Space) if letter == " " else self.letter(letter)

    def type_letters(self, text: str) -> None:
        for letter in text:
            self.letter(letter)

    def letter(self, letter: str) -> None:
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClicks(focus, letter)

    def key(
        self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, key, modifier)

    def paste(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self.key(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    def press(self, name: str) -> None:
        self.qtbot.waitUntil(self.button(name).isEnabled)
        self.qtbot.mouseClick(self.button(name), Qt.MouseButton.LeftButton)

    def sees(self, words: str) -> bool:
        labels = self.page.findChildren(QLabel)
        return any(words in label.text() and label.isVisible() for label in labels)

    def wait_until_sees(self, words: str) -> None:
        self.qtbot.waitUntil(lambda: self.sees(words), timeout=20_000)


Show = Callable[[Path], Screen]


@pytest.fixture
def store() -> FakeKeyStore:
    return FakeKeyStore("GNOME Keyring")


def make_vault(folder: Path, way: NewWay | None = None) -> Words:
    workspace, words = create_workspace(
        folder,
        "Whitlock Coaching",
        way or PassphraseWay(PASSPHRASE),
        FixedClock(),
        TEST_ONLY_COST,
        TEST_ONLY_COSTS,
    )
    workspace.close()
    return words


@pytest.fixture
def handed() -> HandedOn:
    return HandedOn()


@pytest.fixture
def page(
    qtbot: QtBot,
    theme: Theme,
    jobs: Jobs,
    device: DeviceSettings,
    store: FakeKeyStore,
    handed: HandedOn,
) -> Show:
    def show(folder: Path) -> Screen:
        device.put(VAULT_FOLDER, str(folder))
        half = HalfModel(jobs, device, cheap_calls(store))
        page = RecoverPage(theme, RecoverModel(jobs, device, handed=handed), half, WordsModel(jobs))
        qtbot.addWidget(page)
        page.resize(1280, 800)
        page.show()
        qtbot.waitActive(page)
        page.arrive()
        page.focus_first()
        qtbot.waitUntil(lambda: bool(find(page, WordsEntry)._list.words))
        return Screen(page, qtbot)

    return show


def opens(folder: Path, way: NewWay) -> bool:
    workspace = open_workspace(folder, way, FixedClock(), costs=TEST_ONLY_COSTS)
    workspace.close()
    return True


def test_the_words_open_the_vault_and_stay_nowhere(
    page: Show, tmp_path: Path, qtbot: QtBot
) -> None:
    words = make_vault(tmp_path / "v")
    screen = page(tmp_path / "v")

    screen.type(" ".join(words[:10]) + " ")
    assert screen.sees("10 of 24 words")
    assert not screen.button("open").isEnabled()
    screen.type(" ".join(words[10:]).upper())
    assert screen.words == words
    with qtbot.waitSignal(screen.page.opened):
        screen.key(Qt.Key.Key_Return)

    assert screen.words == ("",) * 24


def test_pasted_words_fill_all_fields_whichever_has_the_focus(
    page: Show, tmp_path: Path, qtbot: QtBot
) -> None:
    words = make_vault(tmp_path / "v")
    screen = page(tmp_path / "v")
    screen.field(9).setFocus()

    screen.paste("\n".join(f"{at} {word}" for at, word in enumerate(words, start=1)))

    assert screen.words == words
    with qtbot.waitSignal(screen.page.opened):
        screen.key(Qt.Key.Key_Return)


def test_a_word_that_can_only_be_one_completes_itself(page: Show, tmp_path: Path) -> None:
    make_vault(tmp_path / "v")
    screen = page(tmp_path / "v")

    screen.type("sadd")
    assert screen.field(1).text() == "saddle"
    assert screen.words[0] == "sadd"
    screen.key(Qt.Key.Key_Backspace)
    assert screen.field(1).text() == "sadd"
    screen.type("l zebra ")

    assert screen.words[:2] == ("saddle", "zebra")
    assert screen.field(3).hasFocus()


def test_the_arrows_and_backspace_walk_through_the_fields(page: Show, tmp_path: Path) -> None:
    make_vault(tmp_path / "v")
    screen = page(tmp_path / "v")

    screen.key(Qt.Key.Key_Down)
    screen.key(Qt.Key.Key_Down)
    assert screen.field(3).hasFocus()
    screen.key(Qt.Key.Key_Up)
    assert screen.field(2).hasFocus()
    screen.key(Qt.Key.Key_Backspace)
    assert screen.field(1).hasFocus()


def test_a_word_that_is_not_in_the_list_is_told_when_its_field_is_left_and_can_be_mended(
    page: Show, tmp_path: Path
) -> None:
    make_vault(tmp_path / "v")
    screen = page(tmp_path / "v")

    screen.type("velvet sadle")
    assert not screen.sees("isn’t one of the words")
    screen.type(" ")
    assert screen.sees("“sadle” isn’t one of the words. Did you mean “saddle”?")
    assert screen.field(2).property("wrong") == "true"
    assert "Did you mean" in screen.field(2).accessibleDescription()
    screen.press("suggestion")

    assert screen.words[:2] == ("velvet", "saddle")
    assert screen.field(2).property("wrong") == "false"
    assert screen.field(3).hasFocus()
    assert not screen.sees("isn’t one of the words")


def test_the_focus_goes_to_the_word_that_is_not_in_the_list(page: Show, tmp_path: Path) -> None:
    words = make_vault(tmp_path / "v")
    screen = page(tmp_path / "v")
    screen.paste(" ".join([*words[:6], "sadle", *words[7:]]))

    screen.key(Qt.Key.Key_Return)
    screen.wait_until_sees("“sadle” isn’t one of the words.")
    screen.page.focus_first()
    assert screen.field(7).hasFocus()


def test_two_words_the_wrong_way_round_are_found_and_put_right(
    page: Show, tmp_path: Path, qtbot: QtBot
) -> None:
    words = make_vault(tmp_path / "v")
    place = next(at for at in range(23) if words[at] != words[at + 1])
    swapped = [*words[:place], words[place + 1], words[place], *words[place + 2 :]]
    screen = page(tmp_path / "v")
    screen.paste(" ".join(swapped))

    screen.press("open")
    screen.wait_until_sees(f"Words {place + 1} and {place + 2} are the wrong way round.")
    assert screen.field(place + 1).property("wrong") == "true"
    with qtbot.waitSignal(screen.page.opened):
        screen.press("open")


def test_one_wrong_word_is_found_and_put_right(page: Show, tmp_path: Path, qtbot: QtBot) -> None:
    words = make_vault(tmp_path / "v")
    other = "zoo" if words[6] != "zoo" else "zero"
    screen = page(tmp_path / "v")
    screen.paste(" ".join((*words[:6], other, *words[7:])))

    screen.press("open")
    screen.wait_until_sees(f"Word 7 should be “{words[6]}”.")
    with qtbot.waitSignal(screen.page.opened):
        screen.press("open")


def test_what_was_found_stays_while_the_keyboard_goes_to_the_button(
    page: Show, tmp_path: Path, qtbot: QtBot
) -> None:
    words = make_vault(tmp_path / "v")
    other = "zoo" if words[6] != "zoo" else "zero"
    screen = page(tmp_path / "v")
    screen.paste(" ".join((*words[:6], other, *words[7:])))
    screen.key(Qt.Key.Key_Return)
    screen.wait_until_sees(f"Word 7 should be “{words[6]}”.")
    assert screen.field(7).hasFocus(), "there it is put right"

    while not screen.button("open").hasFocus():
        screen.key(Qt.Key.Key_Tab)
    assert screen.sees(f"Word 7 should be “{words[6]}”.")
    assert screen.field(7).property("wrong") == "true"
    with qtbot.waitSignal(screen.page.opened):
        screen.key(Qt.Key.Key_Return)


def test_a_vault_that_only_its_kit_opens_leads_to_the_question_how_it_opens_here(
    page: Show, tmp_path: Path, qtbot: QtBot
) -> None:
    backed_up = a_backed_up_vault(tmp_path)
    folder, way = tmp_path / "restored.vault", ByWords(backed_up.words)
    restore(backed_up.file, way, folder, "Restored", FixedClock(), costs=TEST_ONLY_COSTS)
    screen = page(folder)
    screen.paste(" ".join(backed_up.words))
    with qtbot.waitSignal(screen.page.leads_to) as led:
        screen.press("open")
    assert led.args == [LockedStep.ENROL]


def test_words_in_no_order_at_all_are_sent_back_to_the_paper(
    page: Show, tmp_path: Path, qtbot: QtBot
) -> None:
    words = make_vault(tmp_path / "v")
    screen = page(tmp_path / "v")
    screen.paste(" ".join((*words[12:], *words[:12])))

    screen.press("open")

    sentences = ("The words are real but not all right", "These words are for another vault")
    qtbot.waitUntil(lambda: any(screen.sees(one) for one in sentences), timeout=20_000)
    assert screen.button("open").text() == "Open the vault"


def test_another_vaults_kit_is_told_from_this_ones(page: Show, tmp_path: Path) -> None:
    make_vault(tmp_path / "v")
    others = make_vault(tmp_path / "other")
    screen = page(tmp_path / "v")
    screen.paste(" ".join(others))

    screen.press("open")

    screen.wait_until_sees("another vault or an older kit (this vault: kit 1, 17 Nov 2026)")


def test_a_word_is_replaced_by_what_is_typed_once_its_field_is_reached_by_a_key(
    page: Show, tmp_path: Path
) -> None:
    make_vault(tmp_path / "v")
    screen = page(tmp_path / "v")
    screen.type("scorpian zebra ")
    screen.key(Qt.Key.Key_Up)
    screen.key(Qt.Key.Key_Up)

    screen.type("velvet")
    assert screen.words[:2] == ("velvet", "zebra")
    screen.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert screen.words[0] == "velvet"
    screen.type("orchard")
    assert screen.words[0] == "orchard"
    screen.key(Qt.Key.Key_Home)
    screen.key(Qt.Key.Key_End, Qt.KeyboardModifier.ShiftModifier)
    screen.type("lantern")
    assert screen.words[0] == "lantern"


def test_the_words_can_be_cleared_at_once(page: Show, tmp_path: Path) -> None:
    make_vault(tmp_path / "v")
    screen = page(tmp_path / "v")
    screen.type("velvet zebra ")
    screen.press("clear")
    assert screen.words == ("",) * 24
    assert screen.field(1).hasFocus()


def test_a_word_that_is_none_is_told_once(page: Show, tmp_path: Path) -> None:
    words = make_vault(tmp_path / "v")
    screen = page(tmp_path / "v")
    screen.type(" ".join((*words[:23], "scorpian")))
    screen.key(Qt.Key.Key_Return)
    screen.wait_until_sees("“scorpian” isn’t one of the words.")
    screen.qtbot.waitUntil(screen.button("open").isEnabled)
    assert not screen.sees("Word 24 isn’t one of the words.")


def test_nothing_can_be_copied_out_of_the_fields_or_brought_back(
    page: Show, tmp_path: Path
) -> None:
    make_vault(tmp_path / "v")
    screen = page(tmp_path / "v")
    clipboard = QGuiApplication.clipboard()
    clipboard.setText("before")
    screen.type("velvet")
    control = Qt.KeyboardModifier.ControlModifier

    for key in (Qt.Key.Key_A, Qt.Key.Key_C, Qt.Key.Key_X):
        screen.key(key, control)
    screen.key(Qt.Key.Key_Home, Qt.KeyboardModifier.ShiftModifier)
    screen.key(Qt.Key.Key_C, control)
    QTest.mouseDClick(screen.field(1), Qt.MouseButton.LeftButton)
    screen.key(Qt.Key.Key_C, control)
    screen.page.hide()
    screen.field(1).undo()

    assert clipboard.text(QClipboard.Mode.Clipboard) == "before"
    if clipboard.supportsSelection():
        assert "velvet" not in clipboard.text(QClipboard.Mode.Selection)
    assert screen.words == ("",) * 24


def test_back_leads_to_the_lock_screen(page: Show, tmp_path: Path, qtbot: QtBot) -> None:
    make_vault(tmp_path / "v")
    screen = page(tmp_path / "v")

    with qtbot.waitSignal(screen.page.leads_to) as led:
        screen.press("back")

    assert led.args == [LockedStep.UNLOCK]


def test_a_recovery_proves_the_kit(page: Show, tmp_path: Path, qtbot: QtBot, jobs: Jobs) -> None:
    words = make_vault(tmp_path / "v")
    screen = page(tmp_path / "v")
    screen.paste(" ".join(words))
    with qtbot.waitSignal(screen.page.opened):
        screen.press("open")

    kept: list[bool | None] = []

    def ask(workspace: Workspace) -> bool | None:
        return workspace.ways_in.kits.facts().kept

    jobs.read(screen.page, ask, kept.append)
    qtbot.waitUntil(lambda: kept == [True])


def test_a_key_that_is_gone_is_put_back_by_one_button(
    page: Show, tmp_path: Path, qtbot: QtBot, jobs: Jobs, store: FakeKeyStore
) -> None:
    words = make_vault(tmp_path / "v", KeyringWay(store))
    store.items.clear()
    screen = page(tmp_path / "v")
    screen.paste(" ".join(words))
    screen.press("open")
    screen.wait_until_sees("GNOME Keyring on this computer can keep a key to the vault")
    assert screen.words == ("",) * 24

    with qtbot.waitSignal(screen.page.opened):
        screen.press("put_back")

    close(jobs, qtbot)
    assert opens(tmp_path / "v", KeyringWay(store))


def test_a_half_that_is_gone_is_put_back_with_a_passphrase_in_place_of_the_old_one(
    page: Show,
    tmp_path: Path,
    qtbot: QtBot,
    jobs: Jobs,
    store: FakeKeyStore,
    device: DeviceSettings,
) -> None:
    words = make_vault(tmp_path / "v", KeyringPassphraseWay(store, PASSPHRASE))
    remember_own(tmp_path / "v", store, device)
    store.items.clear()
    screen = page(tmp_path / "v")
    screen.paste(" ".join(words))
    screen.press("open")
    screen.wait_until_sees("GNOME Keyring no longer has this computer’s half of the key.")

    again = find(screen.page, QLineEdit, "recover.passphrase_again")
    screen.type_letters("orchard lantern willow amber")
    screen.key(Qt.Key.Key_Return)
    qtbot.waitUntil(again.hasFocus)
    screen.type_letters("orchard lantern willow amber")
    assert again.hasFocus()
    qtbot.waitUntil(screen.button("put_back").isEnabled)
    with qtbot.waitSignal(screen.page.opened):
        screen.key(Qt.Key.Key_Return)

    assert kinds(screen, jobs) == [SlotKind.KEYRING_PASSPHRASE, SlotKind.RECOVERY]
    close(jobs, qtbot)
    assert opens(tmp_path / "v", KeyringPassphraseWay(store, "orchard lantern willow amber"))


def test_on_a_new_computer_the_slots_of_others_stay(
    page: Show, tmp_path: Path, qtbot: QtBot, jobs: Jobs, store: FakeKeyStore
) -> None:
    elsewhere = FakeKeyStore("KDE Wallet")
    words = make_vault(tmp_path / "v", KeyringWay(elsewhere))
    screen = page(tmp_path / "v")
    screen.paste(" ".join(words))
    screen.press("open")
    screen.wait_until_sees("GNOME Keyring on this computer can keep a key")
    with qtbot.waitSignal(screen.page.opened):
        screen.press("put_back")

    close(jobs, qtbot)
    assert opens(tmp_path / "v", KeyringWay(store))
    assert opens(tmp_path / "v", KeyringWay(elsewhere))


def test_the_offer_can_be_passed_by(
    page: Show, tmp_path: Path, qtbot: QtBot, store: FakeKeyStore
) -> None:
    words = make_vault(tmp_path / "v", KeyringWay(store))
    store.items.clear()
    screen = page(tmp_path / "v")
    screen.paste(" ".join(words))
    screen.press("open")
    screen.wait_until_sees("GNOME Keyring on this computer")

    with qtbot.waitSignal(screen.page.opened):
        screen.press("skip")

    assert store.items == {}
    with pytest.raises(KeyringItemGone):
        store.read("any")


def test_the_offer_can_be_passed_by_while_the_store_asks(
    page: Show,
    tmp_path: Path,
    qtbot: QtBot,
    jobs: Jobs,
    store: FakeKeyStore,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    words = make_vault(tmp_path / "v", KeyringWay(store))
    store.items.clear()
    screen = page(tmp_path / "v")
    screen.paste(" ".join(words))
    screen.press("open")
    screen.wait_until_sees("GNOME Keyring on this computer")
    answered, write = Event(), store.write

    def write_once_answered(account: str, secret: SecretBytes) -> None:
        assert answered.wait(10)
        write(account, secret)

    monkeypatch.setattr(store, "write", write_once_answered)
    screen.press("put_back")
    with qtbot.waitSignal(screen.page.opened):
        screen.press("skip")
    answered.set()
    qtbot.waitUntil(all_have_ended)

    counted: list[int] = []
    jobs.read(screen.page, lambda workspace: len(workspace.ways_in.listed()), counted.append)
    qtbot.waitUntil(lambda: bool(counted))
    assert counted == [2]
    assert store.items == {}


def test_a_store_that_refuses_is_told_and_can_be_asked_again(
    page: Show, tmp_path: Path, qtbot: QtBot, store: FakeKeyStore
) -> None:
    words = make_vault(tmp_path / "v", KeyringWay(store))
    store.items.clear()
    screen = page(tmp_path / "v")
    screen.paste(" ".join(words))
    screen.press("open")
    screen.wait_until_sees("GNOME Keyring on this computer")
    store.failure = KeyringLocked()

    screen.press("put_back")
    screen.wait_until_sees("GNOME Keyring is locked.")
    store.failure = None
    with qtbot.waitSignal(screen.page.opened):
        screen.press("put_back")


@pytest.mark.parametrize("failure", [None, KeyringLocked()])
def test_where_nothing_is_gone_or_nothing_can_be_asked_nothing_is_offered(
    page: Show,
    tmp_path: Path,
    qtbot: QtBot,
    store: FakeKeyStore,
    failure: KeyringLocked | None,
) -> None:
    words = make_vault(tmp_path / "v", KeyringWay(store))
    screen = page(tmp_path / "v")
    store.failure = failure
    screen.paste(" ".join(words))

    with qtbot.waitSignal(screen.page.opened):
        screen.press("open")

    assert len(store.items) == 1


def test_a_folder_that_takes_no_writes_opens_for_reading_by_the_same_words(
    page: Show, tmp_path: Path, qtbot: QtBot, jobs: Jobs, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = make_vault(tmp_path / "v")
    screen = page(tmp_path / "v")
    screen.paste(" ".join(words))

    def takes_no_writes(_lock: VaultLock) -> None:
        raise VaultReadOnly

    monkeypatch.setattr(VaultLock, "acquire", takes_no_writes)
    screen.press("open")
    screen.wait_until_sees("The folder can’t be written to. Open it for reading only, or move it.")
    assert screen.button("open").text() == "Open for reading only"
    with qtbot.waitSignal(screen.page.opened):
        screen.press("open")
    asked: list[bool] = []
    jobs.read(screen.page, lambda workspace: workspace.takes_writes, asked.append)
    qtbot.waitUntil(lambda: bool(asked))
    assert asked == [False]


@pytest.mark.parametrize(
    ("harm", "presses", "told"),
    [
        (blank, ["salvage"], "This key file and these notes belong to different vaults."),
        (flip, ["open", "open"], "Part of the vault fails its check."),
    ],
)
def test_what_can_be_read_is_saved_where_the_words_open_the_key_alone(
    page: Show,
    handed: HandedOn,
    tmp_path: Path,
    qtbot: QtBot,
    harm: Callable[[Path, list[int]], None],
    presses: list[str],
    told: str,
) -> None:
    words = make_vault(tmp_path / "v")
    harm(tmp_path / "v" / "vault-1.db", [1])
    screen = page(tmp_path / "v")
    screen.paste(" ".join(words))
    assert not screen.button("salvage").isVisible()
    screen.press("open")
    screen.wait_until_sees(told)
    assert nameless(screen.page) == []
    for name in presses[:-1]:
        screen.press(name)
    screen.qtbot.waitUntil(lambda: screen.button(presses[-1]).text() == "Save what can be read")
    with qtbot.waitSignal(screen.page.leads_to) as led:
        screen.press(presses[-1])
    assert led.args == [LockedStep.SALVAGE]
    taken = handed.take()
    assert taken is not None
    assert (taken.place, taken.is_backup) == (tmp_path / "v", False)
    taken.damaged.close()
    assert not screen.button("salvage").isVisible()


def test_every_control_has_a_name(page: Show, tmp_path: Path) -> None:
    make_vault(tmp_path / "v")
    screen = page(tmp_path / "v")

    assert nameless(screen.page) == []


def kinds(screen: Screen, jobs: Jobs) -> list[SlotKind]:
    found: list[SlotKind] = []
    jobs.read(
        screen.page,
        lambda workspace: [way.kind for way in workspace.ways_in.listed()],
        found.extend,
    )
    screen.qtbot.waitUntil(lambda: bool(found))
    return found


def remember_own(folder: Path, store: KeyStore, device: DeviceSettings) -> None:
    way = KeyringPassphraseWay(store, PASSPHRASE)
    workspace = open_workspace(folder, way, FixedClock(), costs=TEST_ONLY_COSTS)
    vault_id = workspace.facts().vault_id
    own_slot.remember(device, vault_id, workspace.ways_in.opened_by, "a machine")
    workspace.close()


def close(jobs: Jobs, qtbot: QtBot) -> None:
    closed: list[Exception | None] = []
    jobs.close(jobs, [], lambda: closed.append(None), closed.append)
    qtbot.waitUntil(lambda: closed == [None])
