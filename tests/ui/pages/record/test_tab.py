"""The Record tab shows how each consent stands and every entry, and leads on from there."""

from datetime import date

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from app.records.consents.record import EventKind, Method
from tests.support.accessible_names import nameless
from tests.support.desk import Desk
from tests.support.find import find
from tests.support.record_desk import RecordDesk
from tests.support.workspaces import add_client
from ui.pages.record.consent_dialog import ConsentDialog
from ui.pages.record.consent_table import ConsentTable
from ui.pages.record.decision_dialog import DecisionDialog
from ui.pages.record.entries_table import EntriesTable
from ui.pages.record.export_dialog import ExportDialog
from ui.theme.switcher import Theme
from ui.widgets.button import Button
from ui.widgets.combo_box import ComboBox
from ui.widgets.text import Text

GIVEN = EventKind.GIVEN
MARCH = date(2026, 3, 12)
READ = Qt.ItemDataRole.AccessibleTextRole


def table(record: RecordDesk) -> ConsentTable:
    return find(record.tab, ConsentTable)


def entries(record: RecordDesk) -> EntriesTable:
    return find(record.tab, EntriesTable)


def rows(view: ConsentTable | EntriesTable) -> list[str]:
    """What a screen reader says of each row."""
    model = view.model()
    return [str(model.index(at, 0).data(READ)) for at in range(model.rowCount())]


def row_middle(view: ConsentTable, row: int, x: int) -> QPoint:
    return QPoint(x, view.visualRect(view.model().index(row, 0)).center().y())


def test_an_empty_record_says_how_it_begins(record: RecordDesk) -> None:
    assert not table(record).isVisible()
    assert not find(record.desk.window, Button, "record.export_button").isEnabled()
    record.desk.press("record.first_decision")
    assert isinstance(record.dialog(), DecisionDialog)


def test_the_focus_is_on_what_there_is_to_begin_with(record: RecordDesk) -> None:
    assert record.desk.focus().objectName() == "record.first_decision"


def test_the_focus_comes_to_the_consents_once_they_are_there(record: RecordDesk) -> None:
    record.note("text_messages", GIVEN, MARCH)
    record.tab.focus_first()
    assert table(record).hasFocus()


def test_after_the_first_decision_the_focus_is_on_what_came_of_it(record: RecordDesk) -> None:
    record.desk.key(Qt.Key.Key_Space)
    for key in (Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_Space, Qt.Key.Key_Return):
        record.desk.key(key)
    assert record.events() == [GIVEN]
    assert table(record).hasFocus()


def test_everything_on_record_is_shown(record: RecordDesk) -> None:
    record.note("text_messages", GIVEN, MARCH)
    record.note("text_messages", EventKind.WITHDRAWN, date(2026, 9, 9), method=Method.EMAIL)
    record.note("newsletter_quote", GIVEN, MARCH, ends_on=date(2026, 6, 20))
    assert rows(table(record)) == [
        "Text messages. Withdrawn on 9 September 2026, by email",
        "One quote in a newsletter. Given on 12 March 2026, aloud, expired on 20 June 2026",
    ]
    assert [row.split(".")[0] for row in rows(entries(record))] == [
        "Entry 2: Withdrawn, 9 Sep",
        "Expired, 20 Jun",
        "Entry 3: Given, 12 Mar",
        "Entry 1: Given, 12 Mar",
    ]


def test_only_what_was_written_counts_as_sealed(record: RecordDesk) -> None:
    record.note("newsletter_quote", GIVEN, MARCH, ends_on=date(2026, 6, 20))
    said = [text.text() for text in record.tab.findChildren(Text)]
    assert "1 entry, sealed against changes" in said
    record.note("text_messages", GIVEN, MARCH)
    said = [text.text() for text in record.tab.findChildren(Text)]
    assert "2 entries, each sealed to the one before" in said


def test_the_row_that_was_current_stays_so_when_something_is_recorded(record: RecordDesk) -> None:
    record.note("email", GIVEN, MARCH)
    record.note("text_messages", GIVEN, MARCH)
    record.tab.focus_first()
    record.desk.key(Qt.Key.Key_Down)
    record.note("recording", GIVEN, MARCH)
    assert table(record).currentIndex().row() == 1


def test_another_client_is_not_shown_with_this_one_s_record(record: RecordDesk, desk: Desk) -> None:
    record.note("text_messages", GIVEN, MARCH)
    joel = desk.ask(lambda workspace: add_client(workspace, "Joel Pennington"))
    record.tab.show_client(joel)
    assert not table(record).isVisible()
    assert not find(desk.window, Button, "record.export_button").isEnabled()
    desk.rest()
    assert not table(record).isVisible()
    assert find(desk.window, Button, "record.export_button").text() == "Export for Joel"


def test_an_archived_client_can_still_withdraw_and_get_a_copy(
    record: RecordDesk, desk: Desk
) -> None:
    record.note("text_messages", GIVEN, MARCH)
    desk.ask(lambda workspace: workspace.clients.archive(record.client))
    record.open()
    assert find(desk.window, Button, "record.decide_button").isEnabled()
    assert find(desk.window, Button, "record.export_button").isEnabled()
    desk.key(Qt.Key.Key_Return)
    dialog = record.dialog()
    assert isinstance(dialog, ConsentDialog)
    assert find(dialog, Button, "consent.decide").isVisible()


def test_a_click_only_goes_to_a_row(record: RecordDesk) -> None:
    record.note("text_messages", GIVEN, MARCH)
    view = table(record)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=row_middle(view, 0, 60))
    assert view.currentIndex().row() == 0
    assert record.dialog() is None


def test_a_double_click_opens_it(record: RecordDesk) -> None:
    record.note("text_messages", GIVEN, MARCH)
    view = table(record)
    place = row_middle(view, 0, 60)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert isinstance(record.dialog(), ConsentDialog)


def test_so_does_a_click_on_its_chevron(record: RecordDesk) -> None:
    record.note("text_messages", GIVEN, MARCH)
    view = table(record)
    place = row_middle(view, 0, view.viewport().width() - 24)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert isinstance(record.dialog(), ConsentDialog)


def test_a_consent_shows_the_notice_that_was_shown_and_its_own_entries(
    record: RecordDesk,
) -> None:
    record.note("text_messages", GIVEN, MARCH, remark="Only about times.")
    record.note("recording", EventKind.REFUSED, MARCH)
    record.tab.focus_first()
    record.desk.key(Qt.Key.Key_Home)
    record.desk.key(Qt.Key.Key_Return)
    dialog = record.dialog()
    assert dialog is not None
    said = [text.text() for text in dialog.findChildren(Text)]
    assert "Given on 12 March 2026, aloud, no end date" in said
    assert "Said aloud, written down 17 Nov: Only about times." in said
    assert "Declined" not in said
    notice = find(dialog, QWidget, "notice.text")
    assert notice.accessibleName().endswith("version 1, British English")
    assert nameless(dialog) == []


def test_reading_leads_on_to_deciding_and_back_to_the_row(record: RecordDesk) -> None:
    record.note("email", GIVEN, MARCH)
    record.note("recording", EventKind.REFUSED, MARCH)
    record.tab.focus_first()
    record.desk.key(Qt.Key.Key_Down)
    record.desk.key(Qt.Key.Key_Return)
    record.desk.press("consent.decide")
    dialog = record.dialog()
    assert isinstance(dialog, DecisionDialog)
    assert find(dialog, ComboBox, "decision.purpose").currentText() == "Recording of sessions"
    record.desk.key(Qt.Key.Key_Escape)
    assert record.dialog() is None
    assert table(record).hasFocus()
    assert table(record).currentIndex().row() == 1


def test_closing_gives_the_focus_back_to_the_row(record: RecordDesk) -> None:
    record.note("email", GIVEN, MARCH)
    record.tab.focus_first()
    record.desk.key(Qt.Key.Key_Return)
    assert record.desk.focus().objectName() == "consent.close"
    record.desk.key(Qt.Key.Key_Return)
    assert record.dialog() is None
    assert table(record).hasFocus()


def test_ctrl_e_exports(record: RecordDesk, desk: Desk) -> None:
    record.note("email", GIVEN, MARCH)
    desk.key(Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    assert isinstance(record.dialog(), ExportDialog)


def test_a_long_name_is_never_cut(record: RecordDesk, theme: Theme) -> None:
    record.note("email", GIVEN, MARCH)
    record.note("health_notes", GIVEN, MARCH)
    view = table(record)
    short, long = (view.visualRect(view.model().index(row, 0)).height() for row in (0, 1))
    assert short == theme.tokens.size("ledgerRow")
    assert long > short


def test_the_tables_are_as_high_as_their_rows_at_any_text_size(
    record: RecordDesk, theme: Theme
) -> None:
    record.note("health_notes", GIVEN, MARCH, remark="A long remark. " * 20)
    for scale in (1.0, 1.5):
        theme.set_text_scale(scale)
        record.desk.rest()
        for view in (table(record), entries(record)):
            last = view.visualRect(view.model().index(view.model().rowCount() - 1, 0))
            assert abs(view.viewport().height() - last.bottom() - 1) <= 1


def test_the_page_follows_the_current_row(record: RecordDesk, desk: Desk) -> None:
    desk.window.resize(1024, 300)
    for key in ("email", "recording", "text_messages", "newsletter_quote", "icf_log"):
        record.note(key, GIVEN, MARCH)
    record.tab.focus_first()
    for _ in range(5):
        desk.key(Qt.Key.Key_Down)
    view = table(record)
    row = view.visualRect(view.currentIndex())
    shown = record.page.viewport().rect()
    assert shown.contains(view.viewport().mapTo(record.page.viewport(), row.center()))


def test_every_control_has_a_name(record: RecordDesk, desk: Desk) -> None:
    record.note("email", GIVEN, MARCH)
    assert nameless(desk.window) == []
