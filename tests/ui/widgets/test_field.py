"""Fields carry their label, hint and error to the eye and to screen readers."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from ui.theme.switcher import Theme
from ui.widgets.field import Field, TextArea
from ui.widgets.passphrase_field import PassphraseField


def shown(qtbot: QtBot, field: Field) -> Field:
    qtbot.addWidget(field)
    field.show()
    field.activateWindow()
    qtbot.waitUntil(field.isActiveWindow)
    return field


def test_the_label_names_the_line(qtbot: QtBot, theme: Theme) -> None:
    field = shown(qtbot, Field(theme, "Vault name", hint="Shown on the lock screen."))
    assert field.line.accessibleName() == "Vault name"
    assert field.line.accessibleDescription() == "Shown on the lock screen."


def test_an_error_is_seen_and_heard(qtbot: QtBot, theme: Theme) -> None:
    field = shown(qtbot, Field(theme, "Due"))
    field.set_error("November has 30 days.")
    assert field.line.accessibleDescription() == "November has 30 days."
    edge = field.line.grab().toImage().pixelColor(field.line.width() // 2, 1)
    assert edge == theme.tokens.color("brick.mark")


def test_typing_takes_the_error_back_and_the_hint_returns(qtbot: QtBot, theme: Theme) -> None:
    field = shown(qtbot, Field(theme, "Due", hint="A day."))
    field.set_error("November has 30 days.")
    qtbot.keyClicks(field.line, "3")
    assert field.error() == ""
    assert field.line.accessibleDescription() == "A day."


def test_an_error_moves_nothing_beside_it(qtbot: QtBot, theme: Theme) -> None:
    field = shown(qtbot, Field(theme, "Due"))
    before = field.line.sizeHint()
    field.set_error("November has 30 days.")
    assert field.line.sizeHint() == before


def test_focus_always_shows(qtbot: QtBot, theme: Theme) -> None:
    field = shown(qtbot, Field(theme, "Due"))
    field.setFocus()
    edge = field.line.grab().toImage().pixelColor(field.line.width() // 2, 0)
    assert edge == theme.tokens.color("focus")


def test_a_large_field_is_as_tall_as_the_lock_screens(qtbot: QtBot, theme: Theme) -> None:
    assert shown(qtbot, Field(theme, "Passphrase", large=True)).line.height() == 40
    assert shown(qtbot, Field(theme, "Vault name")).line.height() == 34


def test_tab_leaves_a_text_area(qtbot: QtBot, theme: Theme) -> None:
    area = TextArea(theme, "Address")
    qtbot.addWidget(area)
    assert area.area.tabChangesFocus()
    area.set_text("4 Mill Street\nPenwick")
    assert area.text() == "4 Mill Street\nPenwick"


def test_a_passphrase_is_hidden_and_not_predicted(qtbot: QtBot, theme: Theme) -> None:
    field = shown(qtbot, PassphraseField(theme, "Passphrase"))
    hints = field.line.inputMethodHints()
    assert field.line.echoMode() is QLineEdit.EchoMode.Password
    assert hints & Qt.InputMethodHint.ImhHiddenText
    assert hints & Qt.InputMethodHint.ImhSensitiveData
    assert hints & Qt.InputMethodHint.ImhNoPredictiveText


def test_the_eye_shows_and_hides_it(qtbot: QtBot, theme: Theme) -> None:
    field = PassphraseField(theme, "Passphrase")
    shown(qtbot, field)
    eye = field.line.actions()[-1]
    assert eye.text() == "Show passphrase"
    eye.trigger()
    assert field.line.echoMode() is QLineEdit.EchoMode.Normal
    assert eye.text() == "Hide passphrase"
    eye.trigger()
    assert field.line.echoMode() is QLineEdit.EchoMode.Password


def test_an_emptied_passphrase_field_hides_again(qtbot: QtBot, theme: Theme) -> None:
    field = PassphraseField(theme, "Passphrase")
    shown(qtbot, field)
    field.line.actions()[-1].trigger()
    field.set_text("secret")
    field.clear()
    assert field.text() == ""
    assert field.line.echoMode() is QLineEdit.EchoMode.Password
