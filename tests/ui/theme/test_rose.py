"""The ceiling rose is carved from its ground, in any part and at any pixel ratio."""

import pytest
from PySide6.QtCore import QRect

from ui.theme.rose import carved_line, carved_rose
from ui.theme.switcher import Theme

WHOLE = QRect(0, 0, 100, 100)


@pytest.mark.parametrize("ground", ["bg.page", "bg.chrome"])
def test_it_shows_its_ground_and_its_line_apart(theme: Theme, ground: str) -> None:
    image = carved_rose(theme.tokens, ground, 100, 1.0, WHOLE).toImage()
    found = {image.pixelColor(x, 50).name() for x in range(100)}
    assert theme.tokens.color(ground).name() in found
    assert carved_line(theme.tokens, ground) != theme.tokens.color(ground)


def test_it_is_as_sharp_as_the_screen(theme: Theme) -> None:
    rose = carved_rose(theme.tokens, "bg.page", 100, 2.0, QRect(0, 60, 100, 40))
    assert (rose.width(), rose.height(), rose.devicePixelRatio()) == (200, 80, 2.0)


def test_around_it_nothing_is_drawn(theme: Theme) -> None:
    assert (
        carved_rose(theme.tokens, "bg.page", 100, 1.0, WHOLE).toImage().pixelColor(0, 0).alpha()
        == 0
    )
