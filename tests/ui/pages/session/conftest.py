"""An editor to type into."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from tests.support.fixed_clock import FixedClock
from ui.pages.session.editor import NoteEditor
from ui.theme import Theme


@pytest.fixture
def clock() -> FixedClock:
    """Tuesday 17 November 2026, 10:12 in London, until it is moved."""
    return FixedClock()


@pytest.fixture
def editor(theme: Theme, clock: FixedClock, qapp: QApplication) -> Iterator[NoteEditor]:
    """An empty note of the size of a window."""
    editor = NoteEditor(theme, clock)
    editor.resize(1_280, 696)
    yield editor
    editor.deleteLater()
