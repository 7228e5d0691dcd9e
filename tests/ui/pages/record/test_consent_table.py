"""The lines of time are drawn in the colours that mean what they say, and can be read."""

from datetime import date
from itertools import pairwise

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetrics, QImage, QPainter
from pytestqt.qtbot import QtBot

from app.records.consents.record import EventKind
from tests.support.consent_records import ZONE, Diary, amara, amaras_record, at, purpose
from ui.pages.record.consent_table import ConsentTable
from ui.pages.record.consents_table_model import Column
from ui.pages.record.timeline import Axis, axis_of, track_of
from ui.pages.record.track_painter import month_names, paint_track
from ui.pages.record.view_model import Snapshot, State, derive
from ui.theme.switcher import Theme, ThemeChoice

TODAY = date(2026, 11, 17)
GIVEN = EventKind.GIVEN
TEXTS = purpose("text_messages")
ROOM = QRectF(0, 0, 474, 52)


def state(diary: Diary | None = None) -> State:
    record = diary.record(at(2026, 11, 17)) if diary else amaras_record()
    facts = Snapshot(
        record.client,
        record.practice,
        tuple(line.purpose for line in record.lines),
        tuple(line.consent for line in record.lines),
        (),
    )
    return derive(facts, at(2026, 11, 17, 10, 12))


def drawn(theme: Theme, diary: Diary) -> set[str]:
    """The colours in the line of time of the one consent in `diary`."""
    (line,) = diary.record(at(2026, 11, 17)).lines
    axis = axis_of((line.consent,), ZONE, TODAY)
    image = QImage(474, 52, QImage.Format.Format_RGB32)
    image.fill(theme.tokens.color("bg.surface"))
    painter = QPainter(image)
    paint_track(painter, theme, ROOM, axis, track_of(line.consent, axis, ZONE), "bg.surface")
    painter.end()
    return {image.pixelColor(x, 26).name() for x in range(474)}


@pytest.mark.parametrize("choice", [ThemeChoice.LIGHT, ThemeChoice.DARK])
def test_only_what_is_in_force_is_drawn_in_full(theme: Theme, choice: ThemeChoice) -> None:
    theme.set_choice(choice)
    mark, pale = (theme.tokens.color(name).name() for name in ("leaf.mark", "leaf.line"))
    given = Diary(amara()).note(TEXTS, GIVEN, at(2026, 3, 12))
    assert {mark, pale} <= drawn(theme, given)
    given.note(TEXTS, EventKind.WITHDRAWN, at(2026, 9, 9))
    assert pale in drawn(theme, given)
    declined = Diary(amara()).note(TEXTS, EventKind.REFUSED, at(2026, 3, 12))
    assert not {mark, pale} & drawn(theme, declined)


def test_a_no_is_never_red(theme: Theme) -> None:
    reds = {theme.tokens.color(name).name() for name in ("brick.mark", "brick.text", "brick.line")}
    for kind in (EventKind.REFUSED, EventKind.WITHDRAWN):
        diary = Diary(amara()).note(TEXTS, GIVEN, at(2026, 3, 12)).note(TEXTS, kind, at(2026, 9, 9))
        assert not reds & drawn(theme, diary)


@pytest.mark.parametrize("width", [1000, 474, 250, 120, 60])
def test_names_of_months_never_run_into_each_other(theme: Theme, width: int) -> None:
    metrics = QFontMetrics(theme.font("caption"))
    years = Axis(date(2021, 1, 1), date(2026, 12, 31), TODAY)
    for axis in (years, Axis(date(2026, 3, 1), date(2026, 12, 18), TODAY)):
        names = month_names(axis, QRectF(0, 0, width, 20), metrics)
        assert names
        assert all(one[2] < after[1] for one, after in pairwise(names))


def test_every_row_and_every_line_can_be_heard(qtbot: QtBot, theme: Theme) -> None:
    table = ConsentTable(theme)
    qtbot.addWidget(table)
    table.show_state(state())
    model = table.model()
    for row in range(model.rowCount()):
        heard = [
            str(model.index(row, column).data(Qt.ItemDataRole.AccessibleTextRole))
            for column in Column
        ]
        assert heard[Column.NAME].endswith(heard[Column.TIME])
        assert heard[Column.STATE]


def test_a_name_of_any_length_is_shown_in_full(qtbot: QtBot, theme: Theme) -> None:
    long = purpose("text_messages", name="A name that is much longer than its column " * 4)
    table = ConsentTable(theme)
    qtbot.addWidget(table)
    table.resize(900, 400)
    table.show_state(state(Diary(amara()).note(long, GIVEN, at(2026, 3, 12))))
    row = table.visualRect(table.model().index(0, 0))
    lines = QFontMetrics(theme.font("body", strong=True)).horizontalAdvance(long.template.name)
    assert row.height() >= lines / 252 * theme.tokens.type_style("body").line
