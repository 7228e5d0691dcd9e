"""An export asks for what is missing, shows what leaves, writes where it is told, and says so."""

import stat
import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QScrollArea, QTreeView, QWidget
from pytestqt.qtbot import QtBot

import ui.orders
from app.records.consents.record import EventKind
from app.records.practice.record import Practice
from app.workflows.consent_record.export import ExportConsentRecord
from crypto.errors import SaveNotDurable
from tests.support.accessible_names import nameless
from tests.support.consent_records import ZONE
from tests.support.desk import Desk
from tests.support.find import find
from tests.support.record_desk import RecordDesk
from ui.pages.record.export_dialog import ExportDialog
from ui.theme.switcher import Theme
from ui.widgets.button import Button
from ui.widgets.field import LabelledField
from ui.widgets.small_print import SmallPrint

GIVEN = EventKind.GIVEN


@pytest.fixture
def record(record: RecordDesk) -> RecordDesk:
    """Amara's record with a consent on it."""
    today = record.desk.clock.now().day
    record.note("text_messages", GIVEN, today - timedelta(days=30))
    return record


class Export:
    """The open dialog, by what a person sees of it."""

    def __init__(self, record: RecordDesk) -> None:
        self.desk = record.desk
        self.desk.registry.run("record.export")
        dialog = record.dialog()
        assert isinstance(dialog, ExportDialog)
        self.dialog = dialog
        self.desk.rest()

    def button(self, name: str = "export") -> Button:
        return find(self.dialog, Button, f"export.{name}")

    def press(self, name: str = "export") -> None:
        self.desk.press(f"export.{name}")

    def shows(self, name: str) -> bool:
        widget = self.dialog.findChild(QWidget, name)
        return isinstance(widget, QWidget) and widget.isVisible()

    def fill_practice(self, name: str, text: str) -> None:
        editor = find(self.dialog, QWidget, f"practice_form.{name}")
        editor.setFocus()
        QTest.keyClicks(editor, text)

    def fill_everything(self) -> None:
        self.fill_practice("coach_name", "Hanna Whitlock")
        self.fill_practice("postal_address", "4 Mill Street")
        self.fill_practice("email", "hanna@whitlock.example")
        self.fill_practice("jurisdiction", "United King")

    def save_in(self, folder: Path) -> None:
        find(self.dialog, QLineEdit, "export.folder").setText(str(folder))

    def error(self, name: str) -> str:
        fields = self.dialog.findChildren(LabelledField)
        return next(each.error() for each in fields if each.editor.objectName() == name)

    def words(self) -> list[str]:
        labels = self.dialog.findChildren(QLabel)
        shown = [each.text() for each in labels if each.isVisible() and each.text()]
        return [words.replace("\N{ZERO WIDTH SPACE}", "") for words in shown]

    def failures(self) -> list[str]:
        prints = self.dialog.findChildren(SmallPrint)
        return [each.text() for each in prints if each.isVisible() and each.text()]


def forget_practice(desk: Desk, **known: str) -> None:
    practice = Practice(practice_name="Whitlock Coaching", zone=ZONE, **known)
    desk.ask(lambda workspace: workspace.practice.change(practice))


def practice(desk: Desk) -> Practice:
    return desk.ask(lambda workspace: workspace.practice.get())


def raising(error: Exception) -> Callable[..., Any]:
    def fail(*_: object) -> None:
        raise error

    return fail


def test_a_complete_practice_goes_straight_to_the_pages(record: RecordDesk) -> None:
    export = Export(record)
    assert export.shows("export.folder")
    assert "Page 1 of" in " ".join(export.words())
    assert "Every consent (1) and every entry (1)" in export.words()
    assert "Session notes are never part of this record." in export.words()


def test_the_pages_are_those_that_are_printed(record: RecordDesk, tmp_path: Path) -> None:
    export = Export(record)
    (shown,) = (words for words in export.words() if words.startswith("Page 1 of"))
    export.save_in(tmp_path)
    export.press()
    (pdf,) = tmp_path.glob("*.pdf")
    with pikepdf.open(pdf) as opened:
        assert shown == f"Page 1 of {len(opened.pages)}"


def test_two_files_are_written_for_nobody_else_to_read(record: RecordDesk, tmp_path: Path) -> None:
    folder = tmp_path / "usb"
    folder.mkdir()
    export = Export(record)
    export.save_in(folder)
    export.press()
    files = sorted(folder.iterdir())
    assert [file.suffix for file in files] == [".json", ".pdf"]
    assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}
    assert "Amara" not in " ".join(file.name for file in files)


def test_the_result_says_where_they_are_and_leads_on(record: RecordDesk, tmp_path: Path) -> None:
    export = Export(record)
    export.save_in(tmp_path)
    export.press()
    (pdf,) = tmp_path.glob("*.pdf")
    assert f"Written to {tmp_path}" in export.words()
    assert pdf.name in export.words()
    assert pdf.with_suffix(".json").name in export.words()
    assert not export.button().isVisible()
    assert export.button("cancel").text() == "Done"
    assert export.button("cancel").hasFocus()
    export.press("copy_path")
    assert QGuiApplication.clipboard().text() == str(tmp_path)
    export.press("cancel")
    assert record.dialog() is None


def test_the_export_is_an_entry_itself(record: RecordDesk, tmp_path: Path) -> None:
    export = Export(record)
    export.save_in(tmp_path)
    export.press()
    copies = record.desk.ask(lambda workspace: workspace.disclosures.of_client(record.client))
    assert len(copies) == 1
    export.press("cancel")
    rows = find(record.tab, QTreeView, "record.entries").model()
    spoken = str(rows.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole))
    assert spoken.startswith("Copy exported, 17 Nov.")


def test_cancel_writes_nothing(record: RecordDesk, tmp_path: Path) -> None:
    export = Export(record)
    export.save_in(tmp_path)
    export.press("cancel")
    assert not list(tmp_path.glob("*.pdf"))
    copies = record.desk.ask(lambda workspace: workspace.disclosures.of_client(record.client))
    assert copies == ()


def unwritable(tmp_path: Path, kind: str) -> Path:
    place = tmp_path / "place"
    if kind == "a file":
        place.write_text("not a folder", encoding="utf-8")
    elif kind == "the kernel's":
        place = Path("/proc")
    return place  # else it isn't there


@pytest.mark.skipif(sys.platform != "linux", reason="/proc")
@pytest.mark.parametrize("kind", ["not there", "a file", "the kernel's"])
def test_a_folder_that_cannot_be_written_is_told_and_another_can_be_chosen(
    record: RecordDesk, tmp_path: Path, kind: str
) -> None:
    export = Export(record)
    export.save_in(unwritable(tmp_path, kind))
    export.press()
    words = "The file couldn’t be written to this folder. Choose another."
    assert export.error("export.folder") == words
    assert find(export.dialog, QLineEdit, "export.folder").hasFocus()
    assert find(export.dialog, QLineEdit, "export.folder").accessibleDescription() == words
    copies = record.desk.ask(lambda workspace: workspace.disclosures.of_client(record.client))
    assert copies == ()
    good = tmp_path / "good"
    good.mkdir()
    export.save_in(good)
    assert export.error("export.folder") == ""
    export.press()
    assert len(list(good.iterdir())) == 2


def test_an_empty_folder_field_is_told(record: RecordDesk) -> None:
    export = Export(record)
    find(export.dialog, QLineEdit, "export.folder").setText("   ")
    export.press()
    assert export.error("export.folder") == "Say in which folder."
    assert export.button().isEnabled()


@pytest.mark.parametrize("typed", ["records", "~/records"])
def test_a_folder_that_is_not_whole_begins_at_home(
    record: RecordDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, typed: str
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / "records").mkdir()
    export = Export(record)
    find(export.dialog, QLineEdit, "export.folder").setText(typed)
    export.press()
    assert len(list((tmp_path / "records").iterdir())) == 2


def test_a_full_disk_says_that_nothing_was_recorded(
    record: RecordDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    export = Export(record)
    export.save_in(tmp_path)
    with monkeypatch.context() as patch:
        patch.setattr(ExportConsentRecord, "write", raising(SaveNotDurable()))
        export.press()
    assert any("Free some space, then try again." in words for words in export.failures())
    assert export.button().isEnabled()
    assert export.button("cancel").isEnabled()
    export.press()
    assert len(list(tmp_path.glob("*.pdf"))) == 1


def test_pages_that_fail_can_be_tried_again(
    record: RecordDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(ui.orders, "report", repr)
        patch.setattr(ExportConsentRecord, "prepare", raising(RuntimeError("Amara Osei")))
        export = Export(record)
    assert any("didn’t foresee" in words for words in export.failures())
    assert not any("Osei" in words for words in export.words())
    assert export.button().text() == "Try again"
    export.press()
    assert export.button().text() == "Export"
    assert export.shows("export.folder")


def test_the_first_export_asks_for_what_is_missing_only(record: RecordDesk, desk: Desk) -> None:
    forget_practice(desk, coach_name="Hanna Whitlock")
    export = Export(record)
    assert not export.shows("practice_form.coach_name")
    assert not export.shows("practice_form.practice_name")
    for name in ("postal_address", "email", "jurisdiction"):
        assert export.shows(f"practice_form.{name}")
    assert export.button().text() == "Go on"
    assert desk.focus().objectName() == "practice_form.postal_address"


def test_what_was_given_goes_on_the_record_and_into_settings(
    record: RecordDesk, desk: Desk
) -> None:
    forget_practice(desk)
    export = Export(record)
    export.fill_everything()
    export.press()
    assert export.shows("export.folder")
    kept = practice(desk)
    assert (kept.coach_name, kept.postal_address) == ("Hanna Whitlock", "4 Mill Street")
    assert (kept.email, kept.jurisdiction) == ("hanna@whitlock.example", "GB")
    assert kept.practice_name == "Whitlock Coaching"


def test_each_missing_detail_is_told_at_its_field(record: RecordDesk, desk: Desk) -> None:
    forget_practice(desk)
    export = Export(record)
    export.fill_practice("coach_name", "Hanna Whitlock")
    export.press()
    for name in ("postal_address", "email", "jurisdiction"):
        assert export.error(f"practice_form.{name}") == "This is needed on the record."
    assert desk.focus().objectName() == "practice_form.postal_address"
    assert practice(desk).coach_name == ""


def test_a_detail_that_cannot_be_kept_is_told_at_its_field(record: RecordDesk, desk: Desk) -> None:
    forget_practice(desk)
    export = Export(record)
    export.fill_everything()
    find(export.dialog, QLineEdit, "practice_form.coach_name").setText("Hanna\x00Whitlock")
    export.press()
    error = export.error("practice_form.coach_name")
    assert error.startswith("There is a character in it that can’t be kept.")
    assert practice(desk).email == ""


def test_what_was_confirmed_is_kept_when_the_export_is_cancelled(
    record: RecordDesk, desk: Desk
) -> None:
    forget_practice(desk)
    export = Export(record)
    export.fill_everything()
    export.press()
    export.press("cancel")
    assert practice(desk).coach_name == "Hanna Whitlock"


def test_esc_keeps_what_was_typed_so_far(record: RecordDesk, desk: Desk) -> None:
    forget_practice(desk)
    export = Export(record)
    export.fill_practice("coach_name", "Hanna Whitlock")
    find(export.dialog, QLineEdit, "practice_form.email").setText("hanna\x00")
    desk.key(Qt.Key.Key_Escape)
    assert record.dialog() is None
    assert practice(desk).coach_name == "Hanna Whitlock"
    assert practice(desk).email == ""


def test_cancel_keeps_it_too(record: RecordDesk, desk: Desk) -> None:
    forget_practice(desk)
    export = Export(record)
    export.fill_practice("coach_name", "Hanna Whitlock")
    export.press("cancel")
    assert practice(desk).coach_name == "Hanna Whitlock"


def test_tab_goes_on_before_it_gives_up(record: RecordDesk, desk: Desk) -> None:
    forget_practice(desk, coach_name="Hanna", postal_address="4 Mill Street", jurisdiction="GB")
    Export(record)
    assert desk.focus().objectName() == "practice_form.email"
    for name in ("export.export", "export.cancel"):
        desk.key(Qt.Key.Key_Tab)
        assert desk.focus().objectName() == name
    desk.key(Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    assert desk.focus().objectName() == "export.export"


def test_enter_in_a_detail_goes_on(record: RecordDesk, desk: Desk) -> None:
    forget_practice(desk, coach_name="Hanna", postal_address="4 Mill Street", jurisdiction="GB")
    export = Export(record)
    desk.type("hanna@whitlock.example")
    desk.key(Qt.Key.Key_Return)
    assert export.shows("export.folder")


def test_enter_in_the_folder_neither_closes_nor_writes(
    record: RecordDesk, desk: Desk, tmp_path: Path
) -> None:
    export = Export(record)
    export.save_in(tmp_path)
    find(export.dialog, QLineEdit, "export.folder").setFocus()
    desk.key(Qt.Key.Key_Return)
    assert record.dialog() is export.dialog
    assert export.button().isVisible()
    assert not list(tmp_path.glob("*.pdf"))


def test_ctrl_enter_exports(record: RecordDesk, desk: Desk, tmp_path: Path) -> None:
    export = Export(record)
    export.save_in(tmp_path)
    desk.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert len(list(tmp_path.glob("*.pdf"))) == 1


def test_it_can_be_done_with_the_keyboard_alone(
    record: RecordDesk, desk: Desk, tmp_path: Path
) -> None:
    forget_practice(desk)
    record.tab.focus_first()
    before = desk.focus()
    desk.key(Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    for text in ("Hanna Whitlock", "4 Mill Street", "hanna@whitlock.example", "United King"):
        desk.type(text)
        desk.key(Qt.Key.Key_Tab)
    assert desk.focus().objectName() == "export.export"
    desk.key(Qt.Key.Key_Return)
    for _ in range(9):
        if desk.focus().objectName() == "export.folder":
            break
        desk.key(Qt.Key.Key_Tab)
    desk.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    desk.type(str(tmp_path))
    desk.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert len(list(tmp_path.glob("*.pdf"))) == 1
    desk.key(Qt.Key.Key_Return)
    assert record.dialog() is None
    assert desk.focus() is before


def fill_asked(export: Export, typed: str) -> None:
    line = find(export.dialog, QLineEdit, "export.asked")
    line.setFocus()
    line.selectAll()
    QTest.keyClick(line, Qt.Key.Key_Delete)
    QTest.keyClicks(line, typed)
    export.desk.rest()


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("17 nov", "at Amara’s request of the same day."),
        ("9 nov", "at Amara’s request of 9 November 2026."),
        ("", "Made on 17 November 2026. It lists"),
    ],
)
def test_the_day_on_which_it_was_asked_for_stands_on_the_record(
    record: RecordDesk, tmp_path: Path, typed: str, words: str
) -> None:
    export = Export(record)
    fill_asked(export, typed)
    export.save_in(tmp_path)
    export.press()
    (pdf,) = tmp_path.glob("*.pdf")
    with pikepdf.open(pdf) as opened:
        (html,) = (
            attached.get_file().read_bytes().decode()
            for name, attached in opened.attachments.items()
            if name.endswith(".html")
        )
    assert words in html


def test_how_long_there_is_to_give_it_is_said(record: RecordDesk) -> None:
    export = Export(record)
    assert "Asked for today. You have until 17 Dec to give it to Amara." in export.words()
    fill_asked(export, "2 nov")
    assert "Asked for Mon 2 Nov. You have until 2 Dec to give it to Amara." in export.words()
    fill_asked(export, "2 sep")
    assert "Asked for Wed 2 Sep. It was due by 2 Oct." in export.words()
    fill_asked(export, "")
    assert "Nobody asked for it." in export.words()


@pytest.mark.parametrize(
    ("typed", "words"),
    [("soon", "No day can be read from this."), ("tomorrow", "That day is still to come.")],
)
def test_a_day_that_cannot_be_is_told_and_nothing_is_exported(
    record: RecordDesk, typed: str, words: str
) -> None:
    export = Export(record)
    fill_asked(export, typed)
    assert not export.button().isEnabled()
    assert export.button().toolTip() == words
    find(export.dialog, QLineEdit, "export.folder").setFocus()
    assert export.error("export.asked").startswith(words)
    fill_asked(export, "9 nov")
    assert export.button().isEnabled()


def test_json_is_kept_under_more(record: RecordDesk) -> None:
    export = Export(record)
    assert not any("JSON" in words for words in export.words())
    export.press("more")
    assert any("JSON" in words for words in export.words())
    export.press("more")
    assert not any("JSON" in words for words in export.words())


def test_esc_waits_until_it_is_told_what_became_of_it(
    record: RecordDesk, desk: Desk, tmp_path: Path
) -> None:
    export = Export(record)
    export.save_in(tmp_path)
    QTest.mouseClick(export.button(), Qt.MouseButton.LeftButton)
    assert not export.button("cancel").isEnabled()
    QTest.keyClick(desk.focus(), Qt.Key.Key_Escape)
    assert record.dialog() is export.dialog
    desk.rest()
    QTest.keyClick(desk.focus(), Qt.Key.Key_Escape)
    assert record.dialog() is None


@pytest.mark.parametrize("scale", [1.0, 1.3])
@pytest.mark.parametrize("complete", [True, False])
def test_it_fits_the_smallest_window(
    record: RecordDesk, desk: Desk, theme: Theme, qtbot: QtBot, scale: float, complete: bool
) -> None:
    if not complete:
        forget_practice(desk)
    theme.set_text_scale(scale)
    desk.window.resize(1024, 640)
    export = Export(record)
    qtbot.wait(50)
    panel = export.dialog.panel.geometry()
    assert export.dialog.rect().contains(panel)
    for button in (export.button(), export.button("cancel")):
        there = button.rect().translated(button.mapTo(export.dialog, button.rect().topLeft()))
        assert panel.contains(there)
    scroll = find(export.dialog, QScrollArea)
    assert scroll.horizontalScrollBar().maximum() == 0
    for _ in range(30):
        desk.key(Qt.Key.Key_Tab)
        focused = desk.focus()
        if scroll.isAncestorOf(focused):
            middle = focused.mapTo(scroll.viewport(), focused.rect().center())
            assert scroll.viewport().rect().contains(middle)


def test_every_control_has_a_name(record: RecordDesk, desk: Desk) -> None:
    export = Export(record)
    export.press("zoom")
    assert nameless(export.dialog) == []


def test_every_control_of_the_questions_has_a_name(record: RecordDesk, desk: Desk) -> None:
    forget_practice(desk)
    assert nameless(Export(record).dialog) == []


def test_a_long_path_is_shown_in_full(record: RecordDesk, tmp_path: Path, qtbot: QtBot) -> None:
    folder = tmp_path.joinpath(*(["a-folder-of-many"] * 9))
    folder.mkdir(parents=True)
    export = Export(record)
    export.save_in(folder)
    export.press()
    qtbot.wait(50)
    assert find(export.dialog, QScrollArea).horizontalScrollBar().maximum() == 0
    assert f"Written to {folder}" in export.words()
