"""Paper is set in the bundled fonts, so each test of it needs them."""

import pytest
from PySide6.QtWidgets import QApplication

from ui.paper.typesetting import Typesetter
from ui.theme.fonts import register_fonts
from ui.theme.tokens import Tokens, load_tokens


@pytest.fixture(autouse=True)
def paper_fonts(qapp: QApplication) -> None:
    """Registers the fonts; Qt keeps one copy however often that is done."""
    del qapp
    register_fonts()


@pytest.fixture
def setter() -> Typesetter:
    """A typesetter that has met no letter yet."""
    return Typesetter(Tokens(load_tokens()))
