"""The theme in force changes everything at once, and only when something changes."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontInfo, QIcon, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.theme.switcher import Theme, ThemeChoice
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card
from ui.widgets.text import Text


def test_a_widget_on_screen_changes_its_colours(qtbot: QtBot, theme: Theme) -> None:
    card = Card()
    qtbot.addWidget(card)
    card.resize(60, 60)
    card.show()
    light = card.grab().toImage().pixelColor(30, 30)
    theme.set_choice(ThemeChoice.DARK)
    dark = card.grab().toImage().pixelColor(30, 30)
    assert light != dark
    assert dark == theme.tokens.color("bg.surface")


def test_a_painted_widget_changes_too(qtbot: QtBot, theme: Theme) -> None:
    button = Button(theme, "Start", ButtonKind.MAIN)
    qtbot.addWidget(button)
    button.show()
    theme.set_choice(ThemeChoice.DARK)
    assert button.grab().toImage().pixelColor(6, 17) == theme.tokens.color("rose.fill")


def test_the_palette_changes_for_native_parts(qapp: QApplication, theme: Theme) -> None:
    theme.set_choice(ThemeChoice.DARK)
    window = qapp.palette().color(QPalette.ColorRole.Window)
    assert window == theme.tokens.color("bg.page")


def test_one_change_is_told_once(qtbot: QtBot, theme: Theme) -> None:
    told: list[bool] = []
    theme.changed.connect(lambda: told.append(True))
    theme.set_choice(ThemeChoice.DARK)
    assert told == [True]


def test_the_same_choice_changes_nothing(qtbot: QtBot, theme: Theme) -> None:
    with qtbot.assertNotEmitted(theme.changed):
        theme.set_choice(ThemeChoice.LIGHT)
        theme.set_text_scale(1.0)


@pytest.mark.parametrize(
    ("scheme", "dark"),
    [
        (Qt.ColorScheme.Dark, True),
        (Qt.ColorScheme.Light, False),
        (Qt.ColorScheme.Unknown, False),
    ],
)
def test_the_system_is_followed(
    monkeypatch: pytest.MonkeyPatch, theme: Theme, scheme: Qt.ColorScheme, dark: bool
) -> None:
    theme.set_choice(ThemeChoice.SYSTEM)
    # The offscreen platform has no colour scheme of its own to change.
    monkeypatch.setattr(theme._hints, "colorScheme", lambda: scheme)
    theme._hints.colorSchemeChanged.emit(scheme)
    assert theme.tokens.dark is dark


def test_a_choice_outweighs_the_system(monkeypatch: pytest.MonkeyPatch, theme: Theme) -> None:
    monkeypatch.setattr(theme._hints, "colorScheme", lambda: Qt.ColorScheme.Dark)
    theme._hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert not theme.tokens.dark


def test_high_contrast_is_followed(monkeypatch: pytest.MonkeyPatch, theme: Theme) -> None:
    high = Qt.ContrastPreference.HighContrast
    monkeypatch.setattr(theme._accessibility, "contrastPreference", lambda: high)
    theme._accessibility.contrastPreferenceChanged.emit(high)
    assert theme.tokens.high_contrast


def test_text_scale_reaches_labels_on_screen(qtbot: QtBot, theme: Theme) -> None:
    label = Text("Amara Osei", "title")
    qtbot.addWidget(label)
    label.show()
    theme.set_text_scale(1.5)
    assert QFontInfo(label.font()).pixelSize() == 36


def test_an_icon_is_grey_while_disabled(theme: Theme) -> None:
    disabled = theme.icon("lock").pixmap(18, QIcon.Mode.Disabled).toImage()
    grey = theme.pixmap("lock", "ink.disabled", 18, 1.0).toImage()
    assert disabled.pixelColor(9, 10) == grey.pixelColor(9, 10)
    assert disabled != theme.icon("lock").pixmap(18).toImage()
