"""First run with its real widgets, a real vault and a keyring in memory."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFileDialog, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.settings.declared import LOOKED_AROUND, VAULT_FOLDER
from app.settings.device import DeviceSettings
from app.workspace import Workspace, create_workspace
from crypto.errors import CryptoError, KeyringMissing, KeyringWriteUnverified, VaultInUse
from crypto.keyring.store import KeyStore
from crypto.primitives.kdf import TEST_ONLY_COST, TEST_ONLY_COSTS
from crypto.slots.slot import SlotKind
from crypto.vault.vault import look_at
from tests.support.accessible_names import nameless
from tests.support.fake_key_store import FakeKeyStore
from tests.support.find import find
from tests.support.fixed_clock import FixedClock
from tests.support.made_up import made_up_workspace
from ui.jobs import Jobs
from ui.locked.locked_page import LockedStep
from ui.pages.first_run.calls import Calls, NewVault, kit_of
from ui.pages.first_run.kit_step import KitStep
from ui.pages.first_run.page import FirstRunPage
from ui.theme.switcher import Theme
from ui.ways_in import print_kit
from ui.ways_in.kit import Kit
from ui.ways_in.word_grid import WordGrid
from ui.widgets.button import Button
from ui.widgets.radio_button import RadioButton

PASSPHRASE = "saddle thirty quiet orchard"


def create_cheaply(new: NewVault) -> tuple[Workspace, Kit]:
    workspace, words = create_workspace(
        new.folder, new.name, new.way, FixedClock(), TEST_ONLY_COST, TEST_ONLY_COSTS
    )
    return workspace, kit_of(new.folder, words)


@dataclass
class Screen:
    """The page in front, and what a person does on it."""

    page: FirstRunPage
    qtbot: QtBot

    def type(self, name: str, text: str) -> None:
        self.qtbot.keyClicks(self.line(name), text)

    def press(self, name: str) -> None:
        self.qtbot.waitUntil(self.button(name).isEnabled)
        self.qtbot.mouseClick(self.button(name), Qt.MouseButton.LeftButton)

    def answer(self, name: str) -> None:
        button = find(self.page, Button, f"confirm.{name}")
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    def choose(self, opening: str) -> None:
        find(self.page, RadioButton, f"first_run.open_by_{opening}").click()

    def button(self, name: str) -> Button:
        return find(self.page, Button, f"first_run.{name}")

    def line(self, name: str) -> QLineEdit:
        return find(self.page, QLineEdit, f"first_run.{name}")

    def sees(self, words: str) -> bool:
        labels = self.page.findChildren(QLabel)
        return any(words in label.text() and label.isVisible() for label in labels)

    def fill_in(self, name: str = "Whitlock Coaching", passphrase: str = PASSPHRASE) -> None:
        self.type("name", name)
        self.type("passphrase", passphrase)
        self.type("passphrase_again", passphrase)

    def create(self) -> "Screen":
        """Creates the vault and comes to its kit."""
        self.press("create")
        self.qtbot.waitUntil(lambda: self.sees("Keep your Recovery Kit"))
        return self

    @property
    def kit_step(self) -> KitStep:
        return find(self.page, KitStep)

    @property
    def words(self) -> tuple[str, ...]:
        return self.kit_step._model.kit.words

    @property
    def places(self) -> tuple[int, ...]:
        return self.kit_step._model.places

    def type_the_three_words(self) -> None:
        for at, place in enumerate(self.places, start=1):
            self.type(f"word_{at}", self.words[place - 1])


Show = Callable[[Calls], Screen]


@pytest.fixture
def store() -> FakeKeyStore:
    return FakeKeyStore("GNOME Keyring")


@pytest.fixture
def calls(store: FakeKeyStore) -> Calls:
    return Calls(find_store=lambda: store, create=create_cheaply)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "Documents" / "Underrose"


@pytest.fixture
def show(
    qtbot: QtBot, theme: Theme, jobs: Jobs, device: DeviceSettings, place: Path
) -> Iterator[Show]:
    def show_page(calls: Calls) -> Screen:
        page = FirstRunPage(theme, jobs, device, calls, place)
        qtbot.addWidget(page)
        page.resize(1280, 800)
        page.show()
        page.arrive()
        page.focus_first()
        return Screen(page, qtbot)

    yield show_page
    qtbot.wait(1)


@pytest.fixture
def first_run(show: Show, calls: Calls, qtbot: QtBot) -> Screen:
    screen = show(calls)
    qtbot.waitUntil(lambda: screen.sees("GNOME Keyring found"))
    return screen


def test_the_focus_begins_at_the_name(first_run: Screen) -> None:
    assert first_run.line("name").hasFocus()


def test_the_suggested_vault_is_made_where_it_said(
    first_run: Screen, place: Path, device: DeviceSettings, store: FakeKeyStore
) -> None:
    first_run.fill_in()

    first_run.create()

    face = look_at(place / "Whitlock Coaching.vault")
    assert face.name == "Whitlock Coaching"
    assert face.kinds == {SlotKind.KEYRING_PASSPHRASE, SlotKind.RECOVERY}
    assert len(store.items) == 1
    assert device.get(VAULT_FOLDER) == str(face.folder)


def test_a_vault_for_the_keyring_alone_takes_no_passphrase(first_run: Screen, place: Path) -> None:
    first_run.type("name", "Whitlock Coaching")
    first_run.choose("keyring")
    assert not first_run.line("passphrase").isVisible()

    first_run.create()

    kinds = look_at(place / "Whitlock Coaching.vault").kinds
    assert kinds == {SlotKind.KEYRING, SlotKind.RECOVERY}


def test_what_was_typed_stays_when_another_way_is_chosen(
    first_run: Screen, place: Path, store: FakeKeyStore
) -> None:
    first_run.fill_in()
    first_run.choose("passphrase")
    first_run.qtbot.waitUntil(first_run.line("passphrase").isVisible)

    first_run.create()

    kinds = look_at(place / "Whitlock Coaching.vault").kinds
    assert kinds == {SlotKind.PASSPHRASE, SlotKind.RECOVERY}
    assert store.items == {}


def test_without_a_keyring_only_a_passphrase_can_be_chosen(show: Show, calls: Calls) -> None:
    def none() -> KeyStore:
        raise KeyringMissing

    screen = show(replace(calls, find_store=none))
    screen.qtbot.waitUntil(lambda: screen.sees("So your vault will open with a passphrase."))

    assert find(screen.page, RadioButton, "first_run.open_by_passphrase").isChecked()
    assert not find(screen.page, RadioButton, "first_run.open_by_keyring").isEnabled()
    assert not find(screen.page, RadioButton, "first_run.open_by_both").isEnabled()
    screen.fill_in()
    screen.create()


def test_a_keyring_that_keeps_nothing_leaves_the_passphrase(
    first_run: Screen, store: FakeKeyStore, place: Path
) -> None:
    first_run.fill_in()
    store.failure = KeyringWriteUnverified()

    first_run.press("create")

    first_run.qtbot.waitUntil(lambda: first_run.sees("did not keep what was saved."))
    assert find(first_run.page, RadioButton, "first_run.open_by_passphrase").isChecked()
    first_run.create()
    assert look_at(place / "Whitlock Coaching.vault")


@pytest.mark.parametrize("opening", ["both", "passphrase"])
def test_a_short_or_easy_passphrase_is_not_enough(first_run: Screen, opening: str) -> None:
    first_run.choose(opening)
    first_run.qtbot.waitUntil(first_run.line("passphrase").isVisible)
    first_run.fill_in(passphrase="saddle")
    first_run.qtbot.waitUntil(lambda: first_run.sees("At least 12 characters."))
    assert not first_run.button("create").isEnabled()

    for name in ("passphrase", "passphrase_again"):
        first_run.type(name, "saddlesaddle")
    first_run.qtbot.waitUntil(lambda: first_run.sees("Easy to guess."))
    assert not first_run.button("create").isEnabled()
    create = first_run.button("create")
    first_run.qtbot.waitUntil(lambda: "too easy" in create.toolTip())


def test_two_different_passphrases_are_told(first_run: Screen) -> None:
    first_run.type("passphrase", PASSPHRASE)
    first_run.type("passphrase_again", "saddle thirsty")

    assert first_run.sees("The two differ.")


def test_a_folder_that_is_there_already_is_told_before_anything_is_made(
    first_run: Screen, place: Path
) -> None:
    (place / "Whitlock Coaching.vault").mkdir(parents=True)
    first_run.fill_in()

    first_run.qtbot.waitUntil(lambda: first_run.sees("Something of that name is there already."))

    assert not first_run.button("create").isEnabled()


def test_another_place_can_be_chosen_and_a_cloud_is_warned_of(
    first_run: Screen, tmp_path: Path
) -> None:
    first_run.type("name", "Whitlock Coaching")
    (tmp_path / "Dropbox").mkdir()

    first_run.press("change_place")
    dialog = find(first_run.page, QFileDialog)
    dialog.fileSelected.emit(str(tmp_path / "Dropbox"))
    dialog.close()

    first_run.qtbot.waitUntil(lambda: first_run.sees("This folder is copied by Dropbox"))
    assert first_run.line("place").text().endswith("Dropbox/Whitlock Coaching.vault")


def test_a_control_character_in_the_name_is_told_at_the_name(
    first_run: Screen, place: Path
) -> None:
    first_run.line("name").setText("Whit\x07lock\x00")
    first_run.line("name").textEdited.emit("Whit\x07lock\x00")
    first_run.choose("keyring")

    first_run.press("create")

    first_run.qtbot.waitUntil(lambda: first_run.sees("The vault can’t have that name."))
    assert not place.exists() or not any(place.iterdir())


def test_an_existing_vault_leads_to_its_lock_screen(
    first_run: Screen, tmp_path: Path, device: DeviceSettings
) -> None:
    other = NewVault(
        tmp_path / "old", "Old", first_run.page._create.choice.choice.opening, PASSPHRASE, None
    )
    create_cheaply(other)[0].close()

    with first_run.qtbot.waitSignal(first_run.page.leads_to) as led:
        first_run.page._create.open_existing(tmp_path / "old")

    assert led.args == [LockedStep.UNLOCK]
    assert device.get(VAULT_FOLDER) == str(tmp_path / "old")


def test_a_folder_without_a_vault_leads_nowhere(first_run: Screen, tmp_path: Path) -> None:
    first_run.page._create.open_existing(tmp_path)

    first_run.qtbot.waitUntil(lambda: first_run.sees("There is no vault in that folder."))


def test_the_words_are_covered_as_soon_as_one_of_them_is_asked(first_run: Screen) -> None:
    first_run.fill_in()
    kit = first_run.create()
    grid = find(kit.page, WordGrid)
    assert not grid.is_covered
    assert kit.words[0] in grid.accessibleName()

    kit.line("word_1").setFocus()
    assert grid.is_covered
    assert grid.accessibleName() == "The words are covered"

    kit.type("word_1", "some")
    kit.press("cover")
    assert not grid.is_covered
    assert kit.line("word_1").text() == ""


def test_a_wrong_word_is_told_when_its_field_is_left(first_run: Screen) -> None:
    first_run.fill_in()
    kit = first_run.create()

    kit.line("word_1").setFocus()
    kit.type("word_1", "sadle")
    assert not kit.sees("on your sheet")
    kit.line("word_2").setFocus()

    assert kit.sees(f"That isn’t word {kit.places[0]} on your sheet.")
    assert not kit.button("kept").isEnabled()


def test_the_keyboard_begins_at_the_first_way_to_keep_the_words(first_run: Screen) -> None:
    first_run.fill_in()
    kit = first_run.create()
    assert kit.button("print").hasFocus()
    assert not find(kit.page, WordGrid).is_covered


def test_enter_goes_on_from_any_word_once_all_are_right(first_run: Screen) -> None:
    first_run.fill_in()
    kit = first_run.create()
    kit.type("word_1", kit.words[kit.places[0] - 1])
    first_run.qtbot.keyClick(kit.line("word_1"), Qt.Key.Key_Return)
    assert kit.line("word_2").hasFocus()
    for at in (2, 3):
        kit.type(f"word_{at}", kit.words[kit.places[at - 1] - 1])
    first_run.qtbot.keyClick(kit.line("word_1"), Qt.Key.Key_Return)
    assert first_run.sees("A name or initials is enough to begin.")


def test_the_first_passphrase_stays_where_it_is_when_the_two_differ(first_run: Screen) -> None:
    first_run.type("passphrase", PASSPHRASE)
    before = first_run.line("passphrase").mapTo(first_run.page, QPoint(0, 0))
    first_run.type("passphrase_again", "something else")
    first_run.line("name").setFocus()
    first_run.qtbot.waitUntil(lambda: first_run.sees("The two differ."))
    first_run.qtbot.wait(50)  # the layout follows
    assert first_run.line("passphrase").mapTo(first_run.page, QPoint(0, 0)) == before


def test_three_right_words_and_a_first_client_open_the_desk(first_run: Screen, jobs: Jobs) -> None:
    first_run.fill_in()
    kit = first_run.create()
    kit.type_the_three_words()
    kit.press("kept")
    assert first_run.sees("A name or initials is enough to begin.")

    first_run.type("client", "Amara Osei")
    with first_run.qtbot.waitSignal(first_run.page.opened):
        first_run.qtbot.keyClick(first_run.line("client"), Qt.Key.Key_Return)

    names: list[str] = []
    jobs.read(
        first_run.page,
        lambda workspace: [client.name for client in workspace.clients.listed()],
        names.extend,
    )
    first_run.qtbot.waitUntil(lambda: names == ["Amara Osei"])
    assert kit_is_kept(first_run, jobs)


def test_keys_pressed_twice_add_one_client_and_open_one_desk(first_run: Screen, jobs: Jobs) -> None:
    first_run.fill_in()
    first_run.create().press("later")
    first_run.answer("other")
    opened: list[None] = []
    first_run.page.opened.connect(lambda: opened.append(None))
    first_run.type("client", "Amara Osei")
    skip = first_run.button("skip")

    for _ in range(3):
        first_run.qtbot.keyClick(first_run.line("client"), Qt.Key.Key_Return)
    skip.click()

    names: list[str] = []
    jobs.read(
        first_run.page,
        lambda workspace: [client.name for client in workspace.clients.listed()],
        names.extend,
    )
    first_run.qtbot.waitUntil(lambda: bool(names))
    assert names == ["Amara Osei"]
    assert len(opened) == 1


def kit_is_kept(screen: Screen, jobs: Jobs) -> bool | None:
    kept: list[bool | None] = []
    jobs.read(screen.page, lambda workspace: workspace.ways_in.kits.facts().kept, kept.append)
    screen.qtbot.waitUntil(lambda: bool(kept))
    return kept[0]


def test_a_kit_that_was_not_checked_is_remembered(first_run: Screen, jobs: Jobs) -> None:
    first_run.fill_in()
    kit = first_run.create()
    assert kit_is_kept(kit, jobs) is False

    kit.press("later")
    kit.answer("other")

    assert kit_is_kept(kit, jobs) is False


def test_the_check_and_the_client_can_be_put_off(first_run: Screen) -> None:
    first_run.fill_in()
    kit = first_run.create()

    kit.press("later")
    kit.answer("safe")
    assert kit.sees("Keep your Recovery Kit")
    kit.press("later")
    kit.answer("other")
    with first_run.qtbot.waitSignal(first_run.page.opened):
        first_run.press("skip")


def test_a_client_without_a_usable_name_is_told(first_run: Screen) -> None:
    first_run.fill_in()
    first_run.create().press("later")
    first_run.answer("other")
    assert not first_run.button("add").isEnabled()
    first_run.line("client").setText("Ama\x00ra")
    first_run.line("client").textEdited.emit("Ama\x00ra")

    first_run.press("add")

    first_run.qtbot.waitUntil(lambda: first_run.sees("There is a character in it"))
    assert first_run.button("add").isEnabled()
    assert first_run.line("client").hasFocus()


def test_the_kit_is_saved_where_the_coach_says_after_a_question(
    first_run: Screen, tmp_path: Path
) -> None:
    first_run.fill_in()
    kit = first_run.create()
    (tmp_path / "stick").mkdir()

    kit.press("save")
    kit.answer("other")
    first_run.qtbot.waitUntil(lambda: bool(first_run.page.findChildren(QFileDialog)))
    dialog = find(first_run.page, QFileDialog)
    dialog.fileSelected.emit(str(tmp_path / "stick" / "kit.pdf"))
    dialog.close()

    first_run.qtbot.waitUntil(lambda: first_run.sees("Saved as kit.pdf."))
    assert (tmp_path / "stick" / "kit.pdf").read_bytes().startswith(b"%PDF-")


def test_the_kit_is_not_saved_beside_the_vault(first_run: Screen, place: Path) -> None:
    first_run.fill_in()
    kit = first_run.create()

    kit.kit_step._model.save(place / "kit.pdf")

    first_run.qtbot.waitUntil(lambda: first_run.sees("whoever copies the vault has its key"))
    assert not (place / "kit.pdf").exists()


def test_printing_asks_first(first_run: Screen, monkeypatch: pytest.MonkeyPatch) -> None:
    printed: list[Kit] = []

    def note(window: QWidget, kit: Kit) -> None:
        del window
        printed.append(kit)

    monkeypatch.setattr(print_kit, "has_printer", lambda: True)
    monkeypatch.setattr(print_kit, "print_kit", note)
    first_run.fill_in()
    kit = first_run.create()

    kit.press("print")
    assert kit.sees("Print the Recovery Kit?")
    assert printed == []
    kit.answer("other")

    assert [each.number for each in printed] == [1]


def test_a_computer_without_a_printer_says_so(
    first_run: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(print_kit, "has_printer", lambda: False)
    first_run.fill_in()
    kit = first_run.create()

    kit.press("print")

    assert kit.sees("No printer was found. Save it as PDF, or write it down.")


def test_a_step_that_is_done_leaves_no_secret_behind(first_run: Screen) -> None:
    first_run.fill_in()
    kit = first_run.create()
    words = kit.words
    kit.press("later")
    kit.answer("other")
    first_run.qtbot.waitUntil(lambda: not first_run.page.findChildren(KitStep))

    shown = [label.text() for label in first_run.page.findChildren(QLabel)]
    shown += [line.text() for line in first_run.page.findChildren(QLineEdit)]
    assert not any(PASSPHRASE in text or text in words for text in shown if text)


def test_every_control_of_each_step_has_a_name(first_run: Screen) -> None:
    assert nameless(first_run.page) == []
    first_run.fill_in()
    kit = first_run.create()
    assert nameless(kit.page) == []
    kit.press("later")
    kit.answer("other")
    assert nameless(first_run.page) == []


def test_an_error_that_nobody_foresaw_still_lets_the_coach_go_on(show: Show, calls: Calls) -> None:
    outcomes: list[Callable[[NewVault], tuple[Workspace, Kit]]] = [create_cheaply]

    def fail_once(new: NewVault) -> tuple[Workspace, Kit]:
        if outcomes:
            outcomes.clear()
            raise CryptoError
        return create_cheaply(new)

    screen = show(replace(calls, create=fail_once))
    screen.qtbot.waitUntil(lambda: screen.sees("GNOME Keyring found"))
    screen.fill_in()
    screen.press("create")
    screen.qtbot.waitUntil(lambda: screen.sees("Something went wrong"))

    screen.create()


def test_who_looks_around_first_comes_to_a_made_up_practice(
    show: Show, store: FakeKeyStore, device: DeviceSettings, place: Path, qtbot: QtBot
) -> None:
    asked: list[Path] = []

    def look_around(parent: Path) -> tuple[Workspace, None]:
        asked.append(parent)
        return made_up_workspace(parent / "vault", 5, 2), None

    screen = show(Calls(find_store=lambda: store, look_around=look_around))
    with qtbot.waitSignal(screen.page.opened):
        screen.press("look_around")
    assert asked == [place]
    assert device.get(VAULT_FOLDER) == ""  # the next start is a first run again
    assert store.items == {}
    assert not screen.sees("is locked")


def test_after_a_look_around_it_says_what_became_of_that(
    show: Show, store: FakeKeyStore, device: DeviceSettings
) -> None:
    device.put(LOOKED_AROUND, True)
    screen = show(Calls(find_store=lambda: store))
    assert screen.sees("The made-up practice is locked.")
    assert screen.button("look_around").text() == "Look around again"


def test_while_a_practice_is_made_up_nothing_else_is_made(
    show: Show, store: FakeKeyStore, qtbot: QtBot
) -> None:
    def look_around(_parent: Path) -> tuple[Workspace, None]:
        raise VaultInUse

    screen = show(Calls(find_store=lambda: store, look_around=look_around))
    screen.fill_in()
    qtbot.waitUntil(screen.button("create").isEnabled)
    screen.press("look_around")
    assert not screen.button("create").isEnabled()
    assert not screen.button("look_around").isEnabled()
    assert screen.button("look_around").text() == "Making up a practice to look around in"
    qtbot.waitUntil(screen.button("create").isEnabled)  # it did not open
    assert screen.sees("This vault is open on this computer already.")
    assert screen.button("look_around").text() == "Look around first"


def test_tab_goes_through_the_step_as_it_is_read(first_run: Screen, qtbot: QtBot) -> None:
    seen: list[str] = []
    for _ in range(9):
        focused = first_run.page.window().focusWidget()
        assert focused is not None
        seen.append(focused.objectName().removeprefix("first_run."))
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    at = seen.index("passphrase")
    assert seen[0] == "name"
    assert [name for name in seen if name.startswith("open_by")] == ["open_by_both"]  # the chosen
    assert seen[at : at + 4] == ["passphrase", "passphrase_again", "existing", "look_around"]
