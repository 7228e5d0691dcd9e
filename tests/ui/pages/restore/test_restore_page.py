"""The locked page that brings a backup back, with its real widgets and a real backup."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from app.settings.declared import VAULT_FOLDER
from app.settings.device import DeviceSettings
from app.workspace import Workspace
from crypto.errors import BackupDamaged, VaultInUse
from crypto.vault.vault import look_at
from tests.support.accessible_names import nameless
from tests.support.backed_up import CLIENT, BackedUp, a_backed_up_vault
from tests.support.fake_backups import PASSPHRASE, PATH, WORDS, FakeBackup, a_face
from tests.support.find import find
from ui.jobs import Jobs
from ui.locked.handed_on import HandedOn
from ui.locked.locked_page import LockedStep
from ui.pages.restore.page import RestorePage
from ui.pages.restore.view_model import OpenModel
from ui.restoring import words
from ui.restoring.calls import Calls, Open, Words, open_vault
from ui.restoring.drop_area import DropArea
from ui.restoring.restore_model import RestoreModel
from ui.theme.switcher import Theme
from ui.widgets.button import Button

PATIENCE = 20_000  # milliseconds


@dataclass
class Screen:
    """The page in front, and what a person does on it."""

    page: RestorePage
    qtbot: QtBot

    def button(self, name: str) -> Button:
        return find(self.page, Button, f"restore.{name}")

    def sees(self, words: str) -> bool:
        labels = self.page.findChildren(QLabel)
        return any(words in label.text() and label.isVisible() for label in labels)

    def wait_until_sees(self, words: str) -> None:
        self.qtbot.waitUntil(lambda: self.sees(words), timeout=PATIENCE)

    def key(
        self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, key, modifier)

    def type(self, text: str) -> None:
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClicks(focus, text)

    def paste(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self.key(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    def press(self, name: str) -> None:
        self.qtbot.waitUntil(self.button(name).isEnabled)
        self.qtbot.mouseClick(self.button(name), Qt.MouseButton.LeftButton)

    def give_path(self, path: Path) -> None:
        line = find(self.page, QLineEdit, "restore.path")
        line.setFocus()
        line.clear()
        self.type(str(path))
        self.key(Qt.Key.Key_Return)


Show = Callable[..., Screen]


@pytest.fixture
def handed() -> HandedOn:
    return HandedOn()


@pytest.fixture
def show(qtbot: QtBot, theme: Theme, jobs: Jobs, device: DeviceSettings, handed: HandedOn) -> Show:
    def show(calls: Calls, opening: Open = open_vault) -> Screen:
        model = RestoreModel(jobs, device, words.names, calls, may_salvage=True)
        page = RestorePage(theme, model, OpenModel(jobs, device, opening), handed)
        qtbot.addWidget(page)
        page.resize(1280, 800)
        with qtbot.waitActive(page):
            page.show()
        page.arrive()
        page.focus_first()
        return Screen(page, qtbot)

    return show


def drop(area: DropArea, data: QMimeData) -> None:
    copy, left, none = (
        Qt.DropAction.CopyAction,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(area, QDragEnterEvent(QPoint(9, 9), copy, data, left, none))
    QApplication.sendEvent(area, QDropEvent(QPointF(9, 9), copy, data, left, none))


def test_by_keys_from_the_path_to_the_open_vault(
    show: Show, tmp_path: Path, qtbot: QtBot, jobs: Jobs, device: DeviceSettings
) -> None:
    backed_up: BackedUp = a_backed_up_vault(tmp_path)
    screen = show(Calls(usual_parent=lambda: tmp_path / "Documents"))
    assert nameless(screen.page) == []
    screen.give_path(backed_up.file)
    screen.wait_until_sees("It opens with the words of Recovery Kit 1")
    assert nameless(screen.page) == []
    screen.paste(" ".join(backed_up.words))
    qtbot.waitUntil(screen.button("go_on").isEnabled)
    screen.key(Qt.Key.Key_Return)
    screen.wait_until_sees("1 client, 1 session, 1 note")
    qtbot.waitUntil(screen.button("go_on").isEnabled)
    with qtbot.waitSignal(screen.page.leads_to, timeout=PATIENCE) as led:
        screen.key(Qt.Key.Key_Return)
    assert led.args == [LockedStep.ENROL]
    restored = tmp_path / "Documents" / "Whitlock Coaching.vault"
    assert device.get(VAULT_FOLDER) == str(restored)
    assert look_at(restored).name == "Whitlock Coaching"
    found: list[object] = []

    def ask(workspace: Workspace) -> tuple[str, bool]:
        (client,) = workspace.clients.listed()
        return client.name, workspace.ways_in.kits.facts().rehearsed is not None

    jobs.read(screen.page, ask, found.append)
    qtbot.waitUntil(lambda: found == [(CLIENT, True)])


def test_a_backup_can_be_dropped(show: Show, qtbot: QtBot) -> None:
    screen = show(FakeBackup().calls())
    area = find(screen.page, DropArea)
    two = QMimeData()
    two.setUrls([QUrl.fromLocalFile("/tmp/one"), QUrl.fromLocalFile("/tmp/two")])
    drop(area, two)
    assert not screen.sees("It opens with")
    one = QMimeData()
    one.setUrls([QUrl.fromLocalFile("/tmp/one.underrose-backup")])
    drop(area, one)
    screen.wait_until_sees("It opens with the words of Recovery Kit 3, made 1 March 2026.")


def test_a_backup_without_a_passphrase_asks_for_none(show: Show) -> None:
    screen = show(FakeBackup().calls())
    screen.give_path(Path("/tmp/backup"))
    screen.wait_until_sees("It opens with the words")
    assert not screen.button("other").isVisible()


def test_a_kit_that_was_made_is_checked_before_the_vault_opens(show: Show, qtbot: QtBot) -> None:
    backup = FakeBackup(a_face(has_passphrase=True))
    opened: list[tuple[Words, bool]] = []

    def opening(_: Path, given: Words, *, typed: bool) -> Workspace:
        opened.append((given, typed))
        raise VaultInUse

    screen = show(backup.calls(), opening)
    screen.give_path(Path("/tmp/backup"))
    screen.wait_until_sees("or with the passphrase that was added to it")
    screen.press("other")
    qtbot.waitUntil(lambda: find(screen.page, QLineEdit, "restore.passphrase").hasFocus())
    screen.type(PASSPHRASE)
    screen.key(Qt.Key.Key_Return)
    screen.wait_until_sees("11 clients")
    screen.press("go_on")
    screen.wait_until_sees("gets a kit of its own")
    assert nameless(screen.page) == []
    assert not screen.button("go_on").isEnabled()
    for number in (1, 2, 3):
        fields = screen.page.findChildren(QLineEdit, f"restore.word_{number}")
        line = next(each for each in fields if each.isVisible())
        place = int(line.accessibleName().split()[-1])
        line.setFocus()
        screen.type(WORDS[place - 1])
    screen.press("go_on")
    screen.wait_until_sees("It was restored, and is kept.")
    assert screen.sees("This vault is open on this computer already.")
    assert opened == [(WORDS, False)]
    assert backup.orders[0].kept
    with qtbot.waitSignal(screen.page.leads_to) as led:
        screen.press("on")
    assert led.args == [LockedStep.UNLOCK]


def test_what_can_be_read_of_a_damaged_one_is_saved_elsewhere(
    show: Show, handed: HandedOn, qtbot: QtBot
) -> None:
    backup = FakeBackup(salvages=True)
    screen = show(backup.calls())
    screen.give_path(Path("/tmp/backup"))
    screen.wait_until_sees("It opens with the words")
    backup.failure = BackupDamaged()
    screen.paste(" ".join(WORDS))
    screen.press("go_on")
    screen.wait_until_sees("This backup is damaged. Nothing was changed.")
    assert screen.button("go_on").text() == "Save what can be read"
    assert screen.button("go_on").hasFocus()
    assert nameless(screen.page) == []
    with qtbot.waitSignal(screen.page.leads_to) as led:
        screen.press("go_on")
    assert led.args == [LockedStep.SALVAGE]
    screen.page.hide()
    taken = handed.take()
    assert taken is not None
    assert taken.damaged is backup.opened[0]
    assert (taken.is_backup, taken.place) == (True, PATH)
    assert taken.beside == Path("/srv/hanna/Documents/Underrose")
    assert not backup.opened[0].is_closed


def test_what_was_typed_is_gone_when_the_page_is_left(show: Show) -> None:
    screen = show(FakeBackup().calls())
    screen.give_path(Path("/tmp/backup"))
    screen.wait_until_sees("It opens with the words")
    first = find(screen.page, QLineEdit, "restore.word_1")
    screen.qtbot.waitUntil(first.hasFocus)
    screen.type("saddle")
    screen.page.hide()
    assert first.text() == ""


@pytest.mark.parametrize(
    ("kept", "step"),
    [("", LockedStep.FIRST_RUN), ("/srv/hanna/Some.vault", LockedStep.UNLOCK)],
)
def test_back_leads_to_where_one_came_from(
    show: Show, device: DeviceSettings, qtbot: QtBot, kept: str, step: LockedStep
) -> None:
    device.put(VAULT_FOLDER, kept)
    screen = show(FakeBackup().calls())
    with qtbot.waitSignal(screen.page.leads_to) as led:
        screen.press("back")
    assert led.args == [step]
