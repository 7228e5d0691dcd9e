"""A decision is recorded as it was filled in, and nothing that was typed gets lost."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QWidget,
)
from pytestqt.qtbot import QtBot

import ui.orders
from app.core.changes import Changes
from app.records.consents.record import ConsentEvent, EventKind, Method
from app.records.consents.service import ConsentService, Decision
from crypto.errors import SaveNotDurable
from tests.support.accessible_names import nameless
from tests.support.desk import Desk
from tests.support.find import find
from tests.support.record_desk import RecordDesk
from ui.pages.record.decision_dialog import DecisionDialog
from ui.theme.switcher import Theme
from ui.widgets.button import Button
from ui.widgets.field import Field
from ui.widgets.segments import Segments
from ui.widgets.small_print import SmallPrint
from ui.widgets.text import Text

GIVEN, REFUSED, WITHDRAWN = EventKind.GIVEN, EventKind.REFUSED, EventKind.WITHDRAWN
MARCH = date(2026, 3, 12)
TODAY = date(2026, 11, 17)


class Asked:
    """The open dialog, by what a person sees of it."""

    def __init__(self, record: RecordDesk, key: str = "text_messages") -> None:
        self.record = record
        record.desk.registry.run("record.decide")
        dialog = record.dialog()
        assert isinstance(dialog, DecisionDialog)
        self.dialog = dialog
        box = find(dialog, QComboBox, "decision.purpose")
        box.setCurrentIndex(box.findText(record.purpose(key).template.name))

    def choices(self) -> list[str]:
        """What may be decided."""
        return [each.text() for each in self._kinds()]

    def choose(self, words: str, among: str = "decision.kind") -> None:
        """Clicks a choice."""
        buttons = self.kind_frame(among).findChildren(QAbstractButton)
        (button,) = (each for each in buttons if each.text() == words)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def chosen(self) -> list[str]:
        """What is chosen as the decision."""
        return [each.text() for each in self._kinds() if each.isChecked()]

    def kind_frame(self, name: str = "decision.kind") -> Segments:
        """The frame of choices: the newest, while the one before it goes."""
        return self.dialog.findChildren(Segments, name)[-1]

    def line(self, name: str) -> QLineEdit:
        """A field."""
        return find(self.dialog, QLineEdit, f"decision.{name}")

    def fill(self, name: str, text: str) -> None:
        """Types into a field, over what stands there."""
        line = self.line(name)
        line.setFocus()
        line.selectAll()
        if text:
            QTest.keyClicks(line, text)
        else:
            QTest.keyClick(line, Qt.Key.Key_Delete)

    def error(self, name: str) -> str:
        """What is said to be wrong with a field."""
        fields = [each for each in self.dialog.findChildren(Field) if each.line is self.line(name)]
        return fields[0].error()

    def said(self) -> list[str]:
        """What is said of the whole."""
        prints = self.dialog.findChildren(SmallPrint, options=DIRECTLY)
        return [each.text() for each in prints if each.isVisible()]

    def record_it(self) -> None:
        """Presses the button, and waits."""
        self.record.desk.press("decision.record")

    @property
    def can_record(self) -> bool:
        """Whether the button can be pressed."""
        return find(self.dialog, Button, "decision.record").isEnabled()

    def _kinds(self) -> list[QAbstractButton]:
        return self.kind_frame().findChildren(QAbstractButton)


DIRECTLY = Qt.FindChildOption.FindChildrenRecursively


def last_event(record: RecordDesk) -> ConsentEvent:
    consents = record.desk.ask(lambda workspace: workspace.consents.of_client(record.client))
    return max((each.last for each in consents), key=lambda event: event.number)


def test_nothing_is_chosen_that_the_client_has_to_say(record: RecordDesk) -> None:
    asked = Asked(record)
    assert asked.choices() == ["Given", "Declined", "Asked"]
    assert asked.chosen() == []
    assert not asked.can_record
    assert find(asked.dialog, Button, "decision.record").toolTip() == "Choose what Amara decided"


def test_it_is_recorded_as_it_was_filled_in(record: RecordDesk) -> None:
    asked = Asked(record)
    asked.choose("Given")
    asked.choose("By email", "decision.method")
    asked.fill("day", "9 sep")
    asked.fill("time", "8.05")
    asked.fill("ends", "9 mar 2027")
    asked.fill("remark", "Only about times.")
    asked.record_it()
    event = last_event(record)
    assert record.dialog() is None
    assert (event.kind, event.method) == (GIVEN, Method.EMAIL)
    assert event.at.local.isoformat() == "2026-09-09T08:05:00+01:00"
    assert (event.ends_on, event.remark) == (date(2027, 3, 9), "Only about times.")
    assert event.notice == record.purpose("text_messages").notice.id


def test_now_is_recorded_to_the_second(record: RecordDesk, desk: Desk) -> None:
    desk.clock.move(timedelta(seconds=31))
    asked = Asked(record)
    asked.choose("Declined")
    asked.record_it()
    assert last_event(record).at.utc == desk.clock.now().utc


def test_after_midnight_today_is_another_day(record: RecordDesk, desk: Desk) -> None:
    desk.clock.move(timedelta(days=1))
    asked = Asked(record)
    asked.choose("Declined")
    asked.record_it()
    assert last_event(record).at.day == date(2026, 11, 18)


def test_the_notice_is_that_of_the_purpose_that_is_asked_about(record: RecordDesk) -> None:
    asked = Asked(record, "recording")
    text = find(asked.dialog, QPlainTextEdit, "notice.text").toPlainText()
    assert text == record.purpose("recording").notice.text


def test_what_can_be_decided_follows_from_what_is_on_record(record: RecordDesk) -> None:
    record.note("text_messages", GIVEN, MARCH)
    assert Asked(record).choices() == ["Withdrawn", "Renewed"]


def test_and_from_the_day(record: RecordDesk) -> None:
    record.note("text_messages", GIVEN, MARCH, ends_on=date(2026, 6, 20))
    asked = Asked(record)
    asked.choose("Withdrawn")
    assert asked.choices() == ["Withdrawn", "Renewed", "Asked"]
    asked.fill("day", "1 jun")
    assert asked.choices() == ["Withdrawn", "Renewed"]
    assert asked.chosen() == ["Withdrawn"]


def test_a_choice_that_is_not_possible_on_that_day_is_let_go(record: RecordDesk) -> None:
    record.note("text_messages", GIVEN, MARCH, ends_on=date(2026, 6, 20))
    asked = Asked(record)
    asked.choose("Asked")
    asked.fill("day", "1 jun")
    assert asked.chosen() == []
    assert not asked.can_record


def test_a_withdrawal_says_what_it_does(record: RecordDesk) -> None:
    record.note("text_messages", GIVEN, MARCH)
    asked = Asked(record)
    question = find(asked.dialog, Text, "decision.question")
    assert not question.isVisible()
    asked.choose("Withdrawn")
    assert question.isVisible()
    assert question.text() == (
        "Record that Amara withdrew “Text messages”? It holds from 17 Nov, and stays in the ledger."
    )
    asked.fill("day", "9 sep")
    assert "It holds from 9 Sep" in question.text()
    asked.choose("Renewed")
    assert not question.isVisible()


def test_an_end_is_asked_for_only_where_there_is_one(record: RecordDesk) -> None:
    asked = Asked(record)
    assert not asked.line("ends").isVisible()
    asked.choose("Given")
    assert asked.line("ends").isVisible()
    asked.choose("Declined")
    assert not asked.line("ends").isVisible()


def test_an_end_is_suggested_and_follows_the_day(record: RecordDesk) -> None:
    asked = Asked(record, "newsletter_quote")
    months = record.purpose("newsletter_quote").template.end_months
    asked.choose("Given")
    suggested = asked.line("ends").text()
    asked.fill("day", "1 sep")
    assert bool(months) == bool(suggested)
    assert bool(months) == (asked.line("ends").text() != suggested)


def test_an_end_that_was_typed_is_kept(record: RecordDesk) -> None:
    asked = Asked(record, "newsletter_quote")
    asked.choose("Given")
    asked.fill("ends", "3 jan 2027")
    asked.fill("day", "1 sep")
    asked.choose("Declined")
    asked.choose("Given")
    assert asked.line("ends").text() == "3 jan 2027"


@pytest.mark.parametrize(
    ("fill", "field", "words"),
    [
        ({"day": "soon"}, "day", "No day can be read from this."),
        ({"day": ""}, "day", "On which day was it?"),
        ({"day": "31 nov"}, "day", "November has 30 days."),
        ({"day": "tomorrow"}, "day", "That day is still to come."),
        ({"time": "25:00"}, "time", "A time looks like 10:55."),
        ({"time": ""}, "time", "A time looks like 10:55."),
        ({"time": "23:59"}, "time", "That time is still to come."),
        ({"ends": "soon"}, "ends", "No day can be read from this."),
        ({"ends": "1 jan 2026"}, "ends", "The end lies before the beginning."),
        ({"remark": "x" * 1001}, "remark", "That is longer than can be kept here."),
    ],
)
def test_what_is_wrong_is_said_at_its_field_and_nothing_is_recorded(
    record: RecordDesk, fill: dict[str, str], field: str, words: str
) -> None:
    asked = Asked(record)
    asked.choose("Given")
    for name, text in fill.items():
        asked.fill(name, text)
    asked.record_it()
    assert asked.error(field).startswith(words)
    assert asked.line(field).hasFocus()
    assert record.events() == []
    assert asked.can_record


def test_control_characters_in_a_remark_are_refused_by_name(record: RecordDesk) -> None:
    asked = Asked(record)
    asked.choose("Given")
    asked.line("remark").setText("before\x00after")
    asked.record_it()
    assert asked.error("remark").startswith("There is a character in it that can’t be kept.")
    asked.fill("remark", "before, after")
    asked.record_it()
    assert last_event(record).remark == "before, after"


def test_a_day_before_the_last_entry_is_told(record: RecordDesk) -> None:
    record.note("text_messages", GIVEN, MARCH)
    asked = Asked(record)
    asked.choose("Withdrawn")
    asked.fill("day", "11 mar 2026")
    asked.record_it()
    assert asked.error("day") == "The last entry is of 12 Mar; this can’t lie before it."
    assert record.events() == [GIVEN]


def refusing(error: Exception) -> Callable[[ConsentService, Decision], Changes]:
    def refuse(_service: ConsentService, _decision: Decision) -> Changes:
        raise error

    return refuse


def test_a_failure_says_what_is_safe_and_the_button_comes_back(
    record: RecordDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = Asked(record)
    asked.choose("Given")
    asked.fill("remark", "Only about times.")
    with monkeypatch.context() as patch:
        patch.setattr(ConsentService, "record", refusing(SaveNotDurable()))
        asked.record_it()
    (words,) = (each for each in asked.said() if "disk" in each)
    assert words.endswith("Free some space, then try again.")
    assert asked.line("remark").text() == "Only about times."
    asked.record_it()
    assert record.events() == [GIVEN]


def test_an_error_nobody_foresaw_is_told_without_its_own_text(
    record: RecordDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = Asked(record)
    asked.choose("Given")
    with monkeypatch.context() as patch:
        patch.setattr(ui.orders, "report", repr)
        patch.setattr(ConsentService, "record", refusing(RuntimeError("Amara Osei")))
        asked.record_it()
    assert not [words for words in asked.said() if "Amara" in words and "Facts only" not in words]
    assert [words for words in asked.said() if "didn’t foresee" in words]
    assert asked.can_record


def test_esc_keeps_the_remark_and_asks_for_the_answer_anew(record: RecordDesk, desk: Desk) -> None:
    asked = Asked(record)
    asked.choose("Given")
    asked.fill("day", "9 sep")
    asked.fill("remark", "Only about times.")
    desk.key(Qt.Key.Key_Escape)
    assert record.dialog() is None
    again = Asked(record)
    assert again.chosen() == []
    assert again.line("day").text() == "today"
    assert again.line("remark").text() == "Only about times."
    assert "The remark is from earlier. It isn’t recorded yet." in again.said()


def test_cancel_lets_it_go(record: RecordDesk, desk: Desk) -> None:
    asked = Asked(record)
    asked.fill("remark", "Only about times.")
    desk.press("decision.cancel")
    assert Asked(record).line("remark").text() == ""


def test_what_was_recorded_is_not_offered_again(record: RecordDesk) -> None:
    asked = Asked(record)
    asked.choose("Given")
    asked.fill("remark", "Only about times.")
    asked.record_it()
    assert Asked(record).line("remark").text() == ""


def test_esc_without_having_typed_keeps_nothing(record: RecordDesk, desk: Desk) -> None:
    record.desk.registry.run("record.decide")
    desk.key(Qt.Key.Key_Escape)
    again = Asked(record)
    assert not [words for words in again.said() if "earlier" in words]


def reached(control: QWidget) -> set[str]:
    """The names of a control and of what it is a part of."""
    around = control.parentWidget()
    return {control.objectName(), around.objectName() if around else ""}


def test_it_can_be_done_with_the_keyboard_alone(record: RecordDesk, desk: Desk) -> None:
    desk.key(Qt.Key.Key_Space)  # on "Record a decision"
    assert desk.focus().objectName() == "decision.purpose"
    desk.type("Text")
    desk.key(Qt.Key.Key_Tab)
    assert desk.focus().objectName() == "notice.text"
    desk.key(Qt.Key.Key_Tab)
    desk.key(Qt.Key.Key_Space)  # Given
    desk.key(Qt.Key.Key_Right)  # Declined
    for name in ("decision.method", "decision.day", "decision.time", "decision.remark"):
        desk.key(Qt.Key.Key_Tab)
        assert name in reached(desk.focus())
    desk.key(Qt.Key.Key_Return)
    assert record.dialog() is None
    assert record.events() == [REFUSED]
    assert last_event(record).notice == record.purpose("text_messages").notice.id


def test_tab_reaches_what_has_to_be_scrolled_to(record: RecordDesk, desk: Desk) -> None:
    desk.window.resize(1024, 500)
    asked = Asked(record)
    asked.choose("Given")
    line = asked.line("remark")
    for _ in range(20):
        if line.hasFocus():
            break
        desk.key(Qt.Key.Key_Tab)
    around = find(asked.dialog, QScrollArea)
    shown = around.viewport().rect()
    assert shown.contains(line.mapTo(around.viewport(), line.rect().center()))


@pytest.mark.parametrize("scale", [1.0, 1.3])
def test_nothing_scrolls_where_the_window_is_high_enough(
    record: RecordDesk, desk: Desk, theme: Theme, qtbot: QtBot, scale: float
) -> None:
    theme.set_text_scale(scale)
    desk.window.resize(1280, 1000)
    asked = Asked(record, "newsletter_quote")
    for words in ("Given", "Declined", "Given"):
        asked.choose(words)
        qtbot.wait(50)
        scroll = find(asked.dialog, QScrollArea)
        assert scroll.verticalScrollBar().maximum() == 0
        assert not scroll.verticalScrollBar().isVisible()


def test_no_choice_moves_what_is_typed_into_nor_lengthens_the_way_there(
    record: RecordDesk, desk: Desk, qtbot: QtBot
) -> None:
    asked = Asked(record, "newsletter_quote")
    asked.line("remark").setFocus()
    qtbot.wait(50)

    def place() -> QPoint:
        return asked.line("remark").mapTo(asked.dialog, QPoint())

    before = place()
    for words in ("Given", "Declined", "Asked"):
        asked.choose(words)
        asked.line("remark").setFocus()
        qtbot.wait(50)
        assert place() == before
        for name in ("time", "day"):
            QTest.keyClick(desk.focus(), Qt.Key.Key_Backtab)
            assert desk.focus() is asked.line(name)


def test_the_notice_has_what_room_there_is_to_be_read_aloud(
    record: RecordDesk, qtbot: QtBot
) -> None:
    record.desk.window.resize(1280, 780)
    asked = Asked(record)
    qtbot.wait(50)
    text = find(asked.dialog, QPlainTextEdit, "notice.text")
    assert text.height() >= 20 * text.fontMetrics().lineSpacing()
    assert find(asked.dialog, QScrollArea).verticalScrollBar().maximum() == 0
    record.desk.window.resize(1024, 640)
    qtbot.wait(50)
    assert text.height() < 20 * text.fontMetrics().lineSpacing()
    assert find(asked.dialog, QScrollArea).verticalScrollBar().maximum() == 0


def test_day_and_time_stand_level(record: RecordDesk, qtbot: QtBot) -> None:
    asked = Asked(record)
    asked.choose("Given")
    qtbot.wait(50)
    lines = [asked.line(name) for name in ("day", "time")]
    assert len({each.mapTo(asked.dialog, QPoint()).y() for each in lines}) == 1


def test_every_control_has_a_name(record: RecordDesk) -> None:
    asked = Asked(record)
    asked.choose("Given")
    assert nameless(asked.dialog) == []
