"""The page of the check-up: three states, by keyboard, each row with a name."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.workflows.privacy_check.finding import Fact, Finding, State
from tests.support.desk import Desk
from tests.support.find import find
from tests.support.privacy_desk import Around, checked_on_request, privacy_model
from ui.pages.privacy.finding_row import FindingRow
from ui.pages.privacy.line import Lead
from ui.pages.privacy.page import PrivacyPage
from ui.places.navigation import PageId, Place
from ui.widgets.button import Button, ButtonKind

PRIVACY = Place(PageId.PRIVACY)
DISK = Finding(Fact.DISK_PLAIN)
SCREEN = Finding(Fact.SCREEN_UNKNOWN)
FILES = Finding(Fact.FILES_OPEN, (2,))

Shown = Callable[..., PrivacyPage]


@pytest.fixture
def show(qtbot: QtBot, desk: Desk) -> Shown:
    """Shows the page with what was found around the vault."""

    def show(*findings: Finding) -> PrivacyPage:
        model = privacy_model(desk, Around(*findings))
        checked_on_request(desk, model)
        page = PrivacyPage(desk.theme, model, desk.navigation, desk.registry)
        desk.show(page, PRIVACY)
        qtbot.waitUntil(lambda: model.state.loaded)
        return page

    return show


def rows(page: PrivacyPage) -> list[FindingRow]:
    return [row for row in page._rows() if row.isVisible()]


def words(page: PrivacyPage) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


def test_what_needs_the_coach_comes_first(show: Shown) -> None:
    page = show(DISK, SCREEN)
    assert [row.words.state.value for row in rows(page)] == [
        "look",
        "look",
        "unknown",
        "unknown",
        "fine",
        "fine",
    ]
    assert [text for text in words(page) if text in ("Needs you", "Can’t tell", "In order")] == [
        "Needs you",
        "Can’t tell",
        "In order",
    ]


def test_what_cannot_be_told_says_how_to_find_out(show: Shown) -> None:
    assert "Leave the computer alone for ten minutes, and see." in words(show(SCREEN))


def test_the_title_counts(show: Shown) -> None:
    summary = find(show(DISK), QLabel, "privacy.summary").text()
    assert summary == (
        "Looked at just now. Two things are in order, two need you, one couldn’t be checked."
    )


def test_the_first_row_has_the_focus_and_arrows_move_it(desk: Desk, show: Shown) -> None:
    page = show(DISK)
    first, second, *_ = rows(page)
    assert first.hasFocus()
    desk.key(Qt.Key.Key_Down)
    assert second.hasFocus()
    desk.key(Qt.Key.Key_Up)
    desk.key(Qt.Key.Key_Up)
    assert first.hasFocus()


def test_tab_walks_through_every_row_and_on(desk: Desk, show: Shown) -> None:
    page = show(DISK)
    visited = [desk.focus()]
    for _ in rows(page):
        desk.key(Qt.Key.Key_Tab)
        visited.append(desk.focus())
    assert visited == [*rows(page), find(page, Button, "privacy.more")]


def test_enter_does_what_the_rows_button_does(desk: Desk, show: Shown) -> None:
    tried: list[str] = []
    desk.registry.bind("vault.rehearse", lambda: tried.append("kit"))
    page = show(DISK)
    assert rows(page)[0].words.button == "Try it"
    desk.key(Qt.Key.Key_Return)
    assert tried == ["kit"]
    while rows(page)[-1] is not desk.focus():
        desk.key(Qt.Key.Key_Down)
    assert rows(page)[-1].words.subject == "auto_lock"
    desk.key(Qt.Key.Key_Return)
    assert desk.places[-1] == Place(PageId.SETTINGS)


def test_one_button_at_most_is_the_main_one(show: Shown) -> None:
    page = show(DISK, FILES)
    kinds = [row.button.property("kind") for row in rows(page) if row.button is not None]
    assert kinds.count(ButtonKind.MAIN.value) == 1


def test_every_row_says_its_state(show: Shown) -> None:
    for row in rows(show(DISK, SCREEN)):
        assert row.accessibleName() == row.words.spoken
        assert row.accessibleName().partition(":")[0] in ("Needs you", "Can’t tell", "In order")


def test_looking_again_keeps_the_row_in_question(qtbot: QtBot, desk: Desk, show: Shown) -> None:
    page = show(DISK, SCREEN)
    while not (isinstance(row := desk.focus(), FindingRow) and row.words.subject == "screen"):
        desk.key(Qt.Key.Key_Down)
    around = page._model._around
    assert isinstance(around, Around)
    around.findings = (SCREEN,)
    desk.press("privacy.again")
    qtbot.waitUntil(lambda: len(rows(page)) == 5)
    now = desk.focus()
    assert isinstance(now, FindingRow)
    assert now.words.subject == "screen"


def test_open_files_are_mended_at_a_key(qtbot: QtBot, desk: Desk, show: Shown) -> None:
    page = show(FILES)
    folder = desk.ask(lambda workspace: workspace.facts().folder)
    folder.chmod(0o755)
    desk.press("privacy.files")
    qtbot.waitUntil(lambda: folder.stat().st_mode & 0o777 == 0o700)
    qtbot.waitUntil(lambda: not page._model.state.busy)


def test_the_records_are_checked_at_a_key(qtbot: QtBot, desk: Desk, show: Shown) -> None:
    page = show()
    desk.press("privacy.integrity")
    qtbot.waitUntil(lambda: "Every record is intact" in words(page))


def test_the_limits_lead_to_the_security_page(desk: Desk, show: Shown) -> None:
    show()
    desk.press("privacy.more")
    assert desk.places[-1] == Place(PageId.HELP, tab="security")


def test_it_says_what_it_cannot_do(show: Shown) -> None:
    told = words(show())
    assert "What Underrose can’t do" in told
    assert "mean that the notes are gone. Nobody can open them, not even us." in told


def test_files_are_made_private_by_a_command_which_a_vault_for_reading_refuses(
    show: Shown, desk: Desk, qtbot: QtBot
) -> None:
    page = show(FILES)
    folder = desk.ask(lambda workspace: workspace.facts().folder)
    folder.chmod(0o755)
    assert desk.registry.is_enabled("vault.make_private")
    refused: list[None] = []
    desk.registry.refuse_writes(lambda: refused.append(None))
    (row,) = (row for row in rows(page) if row.words.lead is Lead.FILES)

    row.acted.emit(Lead.FILES)
    desk.rest()

    assert refused == [None]
    assert folder.stat().st_mode & 0o777 == 0o755


def test_there_is_nothing_to_make_private_where_nothing_is_open(show: Shown, desk: Desk) -> None:
    show(DISK)

    assert not desk.registry.is_enabled("vault.make_private")


def test_damage_has_both_ways_out_on_its_row_and_the_second_is_reached_by_tab(show: Shown) -> None:
    page = show(Finding(Fact.INTEGRITY_FAULTS, (0, "client")))
    row = next(row for row in rows(page) if row.words.lead is Lead.RESTORE)
    assert row.button is not None
    assert row.other is not None
    said = [row.button.text(), row.other.text()]
    assert said == ["Restore a backup", "Save what can be read"]
    led: list[Lead] = []
    row.acted.connect(led.append)
    row.acted.disconnect(page._cards[State.LOOK].acted)
    row.button.click()
    row.other.click()
    assert led == [Lead.RESTORE, Lead.SALVAGE]
    assert row.other.focusPolicy() & Qt.FocusPolicy.TabFocus
