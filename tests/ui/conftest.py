"""A theme for tests of widgets and pages: light, at 100 %, on a clean application."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from ui.theme.switcher import Theme, ThemeChoice


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    """The light theme, taken off the application again afterwards."""
    theme = Theme(qapp, ThemeChoice.LIGHT, still=True)
    yield theme
    qapp.setStyleSheet("")
    theme.deleteLater()
