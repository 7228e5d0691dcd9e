"""Input methods learn nothing: of secrets not a key, of all else not a word."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.support.fixed_clock import FixedClock
from ui.commands.palette import Palette
from ui.pages.session.editor import NoteEditor
from ui.theme.switcher import Theme
from ui.ways_in.word_line import WordLine
from ui.widgets.day_field import DayField
from ui.widgets.field import Field, TextArea
from ui.widgets.passphrase_field import PassphraseField
from ui.widgets.secret_input import keep_secret, learn_nothing
from ui.widgets.time_field import TimeField

Hint = Qt.InputMethodHint
SECRET = Hint.ImhHiddenText | Hint.ImhSensitiveData | Hint.ImhNoPredictiveText


def test_a_secret_is_hidden_and_not_guessed(qtbot: QtBot) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    keep_secret(field)
    assert field.inputMethodHints() & SECRET == SECRET


def test_hints_that_were_there_stay(qtbot: QtBot) -> None:
    field = QPlainTextEdit()
    qtbot.addWidget(field)
    field.setInputMethodHints(Hint.ImhMultiLine)
    learn_nothing(field)
    keep_secret(field)
    assert field.inputMethodHints() & Hint.ImhMultiLine


def test_a_passphrase_is_a_secret_hidden_or_shown(theme: Theme, qtbot: QtBot) -> None:
    field = PassphraseField(theme, "Passphrase")
    qtbot.addWidget(field)
    assert field.line.inputMethodHints() & SECRET == SECRET
    field._eye.trigger()
    assert field.line.echoMode() is QLineEdit.EchoMode.Normal
    assert field.line.inputMethodHints() & SECRET == SECRET


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    return window


def test_what_is_filled_in_is_not_learned(window: QWidget, theme: Theme) -> None:
    fields = (
        Field(theme, "Name", parent=window),
        TextArea(theme, "Needs", parent=window),
        DayField(theme, "Day", date(2026, 11, 17), parent=window),
        TimeField(theme, "Time", parent=window),
    )
    assert all(field.editor.inputMethodHints() & Hint.ImhSensitiveData for field in fields)


def test_a_note_and_a_search_are_not_learned(window: QWidget, theme: Theme) -> None:
    note = NoteEditor(theme, FixedClock())
    note.setParent(window)
    palette = Palette(window, theme, [], lambda _: None)
    assert note.inputMethodHints() & Hint.ImhSensitiveData
    assert palette.field.inputMethodHints() & Hint.ImhSensitiveData


def test_the_words_of_a_kit_are_secrets(window: QWidget) -> None:
    line = WordLine()
    line.setParent(window)
    assert line.inputMethodHints() & SECRET == SECRET
