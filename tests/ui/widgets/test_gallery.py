"""Every shared widget is built and painted, in light and dark, at 100 and 150 % text.

    UNDERROSE_GALLERY=/some/folder pytest tests/ui/widgets/test_gallery.py

leaves the pictures in that folder, to be laid beside the design's.
"""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.widgets import gallery
from ui.theme.switcher import Theme, ThemeChoice
from ui.widgets.confirm import Confirm
from ui.widgets.toast import show_toast

PAGES = {"components": gallery.components, "first-run": gallery.first_run}


def keep(window: QWidget, name: str) -> None:
    """Save a picture of `window` if pictures were asked for."""
    if folder := os.environ.get("UNDERROSE_GALLERY"):
        Path(folder).mkdir(parents=True, exist_ok=True)
        assert window.grab().save(str(Path(folder, f"{name}.png")))


def shown(qtbot: QtBot, window: QMainWindow) -> QMainWindow:
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


@pytest.mark.parametrize("scale", [1.0, 1.5])
@pytest.mark.parametrize("choice", [ThemeChoice.LIGHT, ThemeChoice.DARK])
@pytest.mark.parametrize("page", PAGES)
def test_every_widget_paints(
    qtbot: QtBot, theme: Theme, page: str, choice: ThemeChoice, scale: float
) -> None:
    theme.set_choice(choice)
    theme.set_text_scale(scale)
    build: Callable[[Theme], QMainWindow] = PAGES[page]
    window = shown(qtbot, build(theme))
    field = window.findChild(QWidget, "Focus.field")
    if field is not None:
        field.setFocus()
    image = window.grab().toImage()
    assert image.pixelColor(2, 2) == theme.tokens.color("bg.page")
    keep(window, f"{page}-{choice}-{scale}")


@pytest.mark.parametrize("choice", [ThemeChoice.LIGHT, ThemeChoice.DARK])
def test_a_dialog_and_a_toast_paint(qtbot: QtBot, theme: Theme, choice: ThemeChoice) -> None:
    theme.set_choice(choice)
    window = shown(qtbot, gallery.components(theme))
    toast = show_toast(window, theme, "Marked as done", undo=lambda: None)
    question = Confirm(
        window,
        theme,
        "Delete session 14 with Amara?",
        "The notes, five marks and two commitments go. Backups made before today still hold them.",
        safe="Keep it",
        other="Delete notes",
        then=lambda: None,
    )
    question.open()
    keep(window, f"dialog-{choice}")
    question.dismiss()
    keep(window, f"toast-{choice}")
    toast.go()
