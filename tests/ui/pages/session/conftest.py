"""An editor to type into, and a vault for the page around it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.support.desk import Desk, open_desk
from tests.support.fixed_clock import FixedClock
from ui.pages.session.editor import NoteEditor
from ui.theme.switcher import Theme


@pytest.fixture
def clock() -> FixedClock:
    """Tuesday 17 November 2026, 10:12 in London, until it is moved."""
    return FixedClock()


@pytest.fixture
def editor(theme: Theme, clock: FixedClock, qtbot: QtBot) -> NoteEditor:
    """An empty note of the size of a window."""
    editor = NoteEditor(theme, clock)
    editor.setAccessibleName("Session notes")
    editor.resize(1_280, 696)
    qtbot.addWidget(editor)
    return editor


@pytest.fixture
def desk(qtbot: QtBot, theme: Theme, tmp_path: Path) -> Iterator[Desk]:
    """A new vault, open."""
    with open_desk(qtbot, theme, tmp_path) as desk:
        yield desk
