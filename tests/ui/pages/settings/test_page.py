"""Settings: the practice saved field by field, the looks at once, and what it is built on."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.records.practice.record import Practice
from app.settings.declared import TEXT_SCALE, THEME
from crypto.errors import SaveNotDurable
from tests.support.desk import Desk
from tests.support.find import find
from tests.support.made_up import made_up_workspace
from ui.pages.settings.about_model import AboutModel
from ui.pages.settings.page import SettingsPage
from ui.pages.settings.practice_model import PracticeModel
from ui.pages.settings.vault_section import VaultSection
from ui.places.navigation import PageId, Place
from ui.theme.switcher import ThemeChoice
from ui.ways_in.ways_model import WaysModel, read
from ui.widgets.button import Button
from ui.widgets.segments import Segments
from ui.widgets.tab_bar import TabBar
from ui.widgets.text import Text

GENERAL, PRACTICE = Place(PageId.SETTINGS), Place(PageId.SETTINGS, tab="practice")


@pytest.fixture
def page(desk: Desk) -> SettingsPage:
    """The page, not shown yet."""
    ways = WaysModel(desk.jobs, desk.device, parent=desk.window)
    return SettingsPage(
        desk.theme,
        PracticeModel(desk.jobs, desk.clock, desk.window),
        AboutModel(desk.jobs, desk.window),
        VaultSection(desk.theme, ways, desk.registry),
        desk.navigation,
        desk.registry,
        desk.device,
        desk.before_lock,
    )


def words(desk: Desk) -> list[str]:
    return [label.text() for label in desk.window.findChildren(QLabel) if label.isVisible()]


def practice(desk: Desk) -> Practice:
    return desk.ask(lambda w: w.practice.get())


def field(desk: Desk, name: str) -> QLineEdit:
    return find(desk.window, QLineEdit, f"settings.practice.{name}")


def test_the_practice_shows_what_the_vault_knows(desk: Desk, page: SettingsPage) -> None:
    desk.show(page, PRACTICE)
    assert field(desk, "practice_name").text() == "Whitlock Coaching"


def test_a_field_is_saved_when_it_is_left(desk: Desk, page: SettingsPage) -> None:
    desk.show(page, PRACTICE)
    field(desk, "coach_name").setFocus()
    desk.type("Hanna Whitlock")
    desk.key(Qt.Key.Key_Tab)
    assert practice(desk).coach_name == "Hanna Whitlock"
    assert "Saved 10:12" in words(desk)


def test_an_address_keeps_its_lines(desk: Desk, page: SettingsPage) -> None:
    desk.show(page, PRACTICE)
    address = find(page, QPlainTextEdit, "settings.practice.postal_address")
    address.setFocus()
    address.setPlainText("4 Mill Street\nPenwick")
    desk.key(Qt.Key.Key_Tab)
    assert practice(desk).postal_address == "4 Mill Street\nPenwick"


def test_a_country_is_chosen_by_name_and_kept_as_code(
    desk: Desk, page: SettingsPage, qtbot: QtBot
) -> None:
    desk.show(page, PRACTICE)
    country = find(page, QComboBox, "settings.practice.jurisdiction")
    assert country.currentIndex() == -1
    country.setFocus()
    desk.type("united")
    desk.key(Qt.Key.Key_Down)
    assert country.currentText() == "United Kingdom"
    assert practice(desk).jurisdiction == ""  # passed over "United Arab Emirates" a moment ago
    qtbot.waitUntil(lambda: practice(desk).jurisdiction == "GB")


def test_the_zone_is_offered_and_kept(desk: Desk, page: SettingsPage, qtbot: QtBot) -> None:
    desk.show(page, PRACTICE)
    zone = find(page, QComboBox, "settings.practice.zone")
    qtbot.waitUntil(lambda: zone.currentText() == "Europe/London")
    zone.setCurrentIndex(zone.findData("Europe/Berlin"))
    zone.activated.emit(zone.currentIndex())
    qtbot.waitUntil(lambda: practice(desk).zone == "Europe/Berlin")


def test_leaving_a_field_as_it_was_writes_nothing(desk: Desk, page: SettingsPage) -> None:
    desk.show(page, PRACTICE)
    field(desk, "practice_name").setFocus()
    desk.key(Qt.Key.Key_Tab)
    assert not any(text.startswith("Saved") for text in words(desk))


def test_what_cannot_be_kept_is_said_at_the_field(desk: Desk, page: SettingsPage) -> None:
    desk.show(page, PRACTICE)
    phone = field(desk, "phone")
    phone.setFocus()
    phone.setText("0163\x002")
    desk.key(Qt.Key.Key_Tab)
    assert any(text.startswith("There is a character in it") for text in words(desk))
    assert phone.text() == "0163\x002"
    assert practice(desk).phone == ""


def test_a_full_disk_is_said_and_the_text_saved_later(
    desk: Desk, page: SettingsPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_practice: Practice) -> None:
        raise SaveNotDurable

    desk.show(page, PRACTICE)
    with monkeypatch.context() as patch:
        desk.ask(lambda w: patch.setattr(w.practice, "change", full))
        field(desk, "coach_name").setFocus()
        desk.type("Hanna")
        desk.key(Qt.Key.Key_Tab)
    assert any(text.startswith("Not saved: the disk is full.") for text in words(desk))
    assert field(desk, "coach_name").text() == "Hanna"
    desk.lock()
    assert practice(desk).coach_name == "Hanna"


def test_a_choice_that_has_not_settled_is_saved_when_the_vault_locks(
    desk: Desk, page: SettingsPage
) -> None:
    desk.show(page, PRACTICE)
    country = find(page, QComboBox, "settings.practice.jurisdiction")
    country.setCurrentIndex(country.findData("DE"))
    country.activated.emit(country.currentIndex())
    desk.lock()
    assert practice(desk).jurisdiction == "DE"


def test_what_is_typed_when_the_vault_locks_is_saved(desk: Desk, page: SettingsPage) -> None:
    desk.show(page, PRACTICE)
    field(desk, "coach_name").setFocus()
    desk.type("Hanna")
    desk.lock()
    assert practice(desk).coach_name == "Hanna"


def test_a_change_elsewhere_is_shown(desk: Desk, page: SettingsPage) -> None:
    desk.show(page, PRACTICE)
    desk.jobs.write(page, lambda w: w.practice.change(Practice("W", phone="01632 960 018")))
    desk.rest()
    assert field(desk, "phone").text() == "01632 960 018"


def test_colours_change_at_once_and_stay(desk: Desk, page: SettingsPage) -> None:
    desk.show(page, GENERAL)
    press(find(page, Segments, "settings.theme"), "Dark")
    assert desk.theme.choice is ThemeChoice.DARK
    assert desk.device.get(THEME) == "dark"


def test_text_size_changes_at_once_and_stays(desk: Desk, page: SettingsPage) -> None:
    desk.show(page, GENERAL)
    press(find(page, Segments, "settings.text_scale"), "130 %")
    assert desk.theme.tokens.text_scale == 1.3
    assert desk.device.get(TEXT_SCALE) == 1.3


def test_a_command_s_choice_is_followed(desk: Desk, page: SettingsPage) -> None:
    desk.show(page, GENERAL)
    desk.theme.set_choice(ThemeChoice.DARK)
    assert find(page, Segments, "settings.theme").choice() == 2


def test_the_commands_lead_to_their_tabs(desk: Desk, page: SettingsPage) -> None:
    desk.show(page, GENERAL)
    tabs = find(page, TabBar)
    for command, index in (
        ("go.practice", 1),
        ("go.vault", 2),
        ("help.about", 3),
        ("go.settings", 0),
    ):
        desk.registry.run(command)
        assert tabs.currentIndex() == index


def test_no_word_of_the_vault_is_cut_off(desk: Desk, page: SettingsPage) -> None:
    desk.show(page, Place(PageId.SETTINGS, tab="vault"))
    desk.theme.set_text_scale(1.5)  # paragraphs need two lines there, and one across the page
    find(page, VaultSection).show_ways(desk.ask(read))
    desk.rest()
    QApplication.sendPostedEvents()
    told = [text for text in page.findChildren(Text) if text.isVisible() and text.wordWrap()]
    assert len(told) > 3
    for text in told:
        assert text.height() >= text.heightForWidth(text.width()), text.text()


def test_a_made_up_practice_asks_for_no_passphrase_that_nobody_has(
    desk: Desk, page: SettingsPage, tmp_path: Path
) -> None:
    workspace = made_up_workspace(tmp_path / "made up", 5, 2)
    ways = read(workspace)
    workspace.close()
    assert ways.made_up
    assert not ways.may_change
    desk.show(page, Place(PageId.SETTINGS, tab="vault"))
    find(page, VaultSection).show_ways(ways)
    said = [text.text() for text in page.findChildren(Text) if text.isVisible()]
    assert any("This practice is made up" in text for text in said)
    assert not any("Not yet proven" in text for text in said)
    assert not find(page, Button, "settings.vault.new_kit").isVisible()


def test_the_licences_can_be_read(desk: Desk, page: SettingsPage, qtbot: QtBot) -> None:
    desk.show(page, Place(PageId.SETTINGS, tab="about"))
    desk.press("settings.licences")
    window, name = page.window(), "settings.licences_text"
    qtbot.waitUntil(lambda: bool(window.findChildren(QPlainTextEdit, name)))
    assert "SQLCipher" in find(window, QPlainTextEdit, name).toPlainText()
    desk.press("settings.licences_close")


def press(segments: QWidget, text: str) -> None:
    button = next(one for one in segments.findChildren(QToolButton) if one.text() == text)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
