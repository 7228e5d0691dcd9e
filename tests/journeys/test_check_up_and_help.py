"""The privacy check-up and the help, by keyboard alone, on a desktop with a real password store."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextEdit

from app.core.changes import Changes
from app.core.clock import SystemClock
from app.core.ids import ClientId, SessionId
from app.workspace import Workspace, create_workspace
from crypto.keyring.os_keyring import find_key_store
from crypto.primitives.kdf import TEST_ONLY_COST, TEST_ONLY_COSTS
from crypto.slots.keyring_passphrase import KeyringPassphraseWay
from crypto.slots.passphrase import PassphraseWay
from tests.support.composed import Composed, composed
from tests.support.desktop import Home, running, until
from tests.support.journey_facts import opened
from tests.support.journey_unlocked import unlock, wait_until_saved, wait_until_still
from tests.support.locked_home import home_with_vault
from tests.support.workspaces import PASSPHRASE, add_client
from ui.commands.registry import Registry
from ui.jobs import Jobs
from ui.pages.help.dialog import HelpDialog
from ui.pages.help.reader import HelpReader
from ui.pages.privacy.finding_row import FindingRow
from ui.pages.privacy.line import Lead
from ui.pages.ways_in.rehearse_dialog import RehearseDialog
from ui.places.navigation import Navigation, PageId, Place

CTRL, NONE = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier
MOST_ROWS = 20


@pytest.fixture
def whole(at_home: Home, qapp: QApplication, tmp_path: Path) -> Iterator[Composed]:
    """The whole window in this process, with a vault that needs the real password store."""

    def make() -> Workspace:
        way = KeyringPassphraseWay(find_key_store(), PASSPHRASE)
        clock = SystemClock()
        vault = tmp_path / "Practice.vault"
        costs = TEST_ONLY_COST, TEST_ONLY_COSTS
        workspace, _ = create_workspace(vault, "Practice", way, clock, *costs)
        return workspace

    with composed(qapp) as whole:
        whole.open_vault(make)
        yield whole


def press(whole: Composed, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
    focus = QApplication.focusWidget() or whole.window
    QTest.keyClick(focus, key, modifiers)
    whole.rest()


def rows(whole: Composed) -> list[FindingRow]:
    """Those that are seen, from the top down; one that was made anew is the window's last child."""
    found = [row for row in whole.window.findChildren(FindingRow) if row.isVisible()]
    return sorted(found, key=lambda row: row.mapToGlobal(QPoint()).y())


def leading(whole: Composed, lead: Lead) -> list[FindingRow]:
    return [row for row in rows(whole) if row.words.lead is lead]


def shown(whole: Composed) -> str:
    reader = whole.widget(HelpReader, "help.reader")
    return "" if reader is None else reader.toPlainText().partition("\n")[0]


def read_by_arrows(whole: Composed) -> list[str]:
    """What is heard from the first row to the last."""
    for _ in range(MOST_ROWS):
        press(whole, Qt.Key.Key_Up)
    heard: list[str] = []
    for _ in range(MOST_ROWS):
        focus = QApplication.focusWidget()
        if isinstance(focus, FindingRow) and focus.accessibleName() not in heard:
            heard.append(focus.accessibleName())
        press(whole, Qt.Key.Key_Down)
    return heard


def test_every_line_is_reached_by_arrows_and_says_what_it_found(whole: Composed) -> None:
    press(whole, Qt.Key.Key_5, CTRL)
    whole.wait_for(lambda: rows(whole) and rows(whole)[0].hasFocus())
    # Again where others came meanwhile: the check-up looks again after the check of the records.
    whole.wait_for(lambda: read_by_arrows(whole) == [row.accessibleName() for row in rows(whole)])
    heard = read_by_arrows(whole)
    told = "\n".join(heard)
    assert "This disk is" in told or "whether this disk is encrypted" in told
    assert "The vault opens with the password store and a passphrase" in told
    assert "The vault’s files are yours alone" in told
    assert "The vault is encrypted by SQLCipher 4." in told


def test_of_a_keyring_that_lies_elsewhere_nothing_is_claimed(whole: Composed) -> None:
    press(whole, Qt.Key.Key_5, CTRL)
    whole.wait_for(lambda: rows(whole))
    (told,) = (row.accessibleName() for row in rows(whole) if "GNOME Keyring" in row.words.found)
    # The daemon of this desktop has another home than this window.
    assert told.startswith("Can’t tell: Underrose can’t see whether GNOME Keyring has a password")


def test_help_belongs_to_the_screen_and_back_leads_back(whole: Composed) -> None:
    navigation = whole.part(Navigation)
    press(whole, Qt.Key.Key_5, CTRL)
    press(whole, Qt.Key.Key_F1)
    whole.wait_for(lambda: shown(whole) == "What is protected, and what isn’t")
    press(whole, Qt.Key.Key_Home)
    assert shown(whole) == "Getting started"
    press(whole, Qt.Key.Key_Tab)
    press(whole, Qt.Key.Key_Tab)
    press(whole, Qt.Key.Key_Return)
    assert shown(whole) == "Your vault"
    for _ in range(3):
        press(whole, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert navigation.place is not None
    assert navigation.place.page == "privacy"


def test_help_in_a_session_keeps_what_was_written(whole: Composed) -> None:
    navigation = whole.part(Navigation)
    begun: list[Changes] = []

    def begin(workspace: Workspace) -> Changes:
        return workspace.start_session(add_client(workspace, "Wilhelmina Ashgrove"))

    whole.part(Jobs).write(whole.window, begin, begun.append)
    (change,) = whole.wait_for(lambda: begun)[0].touched
    assert change.client is not None
    place = Place(PageId.SESSION, client=ClientId(change.client), session=SessionId(change.id))
    navigation.go(place)
    editor = whole.wait_for(QApplication.focusWidget)
    whole.rest(0.3)
    QTest.keyClicks(editor, "yes is how she buys time")
    press(whole, Qt.Key.Key_F1)
    dialog = whole.wait_for(lambda: whole.window.findChild(HelpDialog))
    reader = dialog.findChild(HelpReader)
    assert reader is not None
    whole.wait_for(lambda: reader.toPlainText().startswith("Sessions and notes"))
    assert navigation.place == place
    press(whole, Qt.Key.Key_Escape)
    page = whole.wait_for(QApplication.focusWidget)
    assert isinstance(page, QTextEdit)
    whole.wait_for(lambda: "yes is how she buys time" in page.toPlainText())


def test_the_kit_is_tried_from_its_line(whole: Composed) -> None:
    press(whole, Qt.Key.Key_5, CTRL)
    whole.wait_for(lambda: any(row.hasFocus() for row in rows(whole)))
    while not (
        isinstance(row := QApplication.focusWidget(), FindingRow) and row.words.lead == "kit"
    ):
        press(whole, Qt.Key.Key_Down)
    press(whole, Qt.Key.Key_Return)
    dialog = whole.wait_for(lambda: whole.window.findChild(RehearseDialog))
    assert dialog.isVisible()
    press(whole, Qt.Key.Key_Escape)
    assert isinstance(QApplication.focusWidget(), FindingRow)


def test_help_is_there_before_the_vault_is_open(at_home: Home, qapp: QApplication) -> None:
    with composed(qapp) as whole:
        registry = whole.wait_for(lambda: next(iter(qapp.findChildren(Registry)), None))
        whole.wait_for(lambda: registry.is_enabled("help.locked"))
        QTest.keyClick(QApplication.focusWidget() or whole.window, Qt.Key.Key_F1)
        whole.wait_for(lambda: shown(whole) == "Your vault")
        QTest.keyClick(QApplication.focusWidget() or whole.window, Qt.Key.Key_Escape)
        whole.wait_for(lambda: whole.widget(HelpDialog, "help.dialog") is None)


@pytest.fixture
def home_of_a_coach(tmp_path: Path) -> Home:
    return home_with_vault(tmp_path)


def where_the_coach_was(vault: Path) -> dict[str, Any]:
    with opened(vault, PassphraseWay(PASSPHRASE)) as workspace:
        return workspace.view_state.get()["place"]


def test_both_are_reached_in_the_app_itself(home_of_a_coach: Home) -> None:
    vault = home_of_a_coach.folder / "Practice.vault"
    with running(home_of_a_coach) as app:
        window = unlock(vault)
        window.press("ctrl+5")
        wait_until_still(window)
        window.press("F1")
        wait_until_still(window)
        wait_until_saved(vault)
        window.press("ctrl+q")
        until(lambda: app.process.poll() is not None, "it did not end")
        assert app.said == ""
    place = where_the_coach_was(vault)
    assert (place["page"], place["tab"]) == ("help", "security")
