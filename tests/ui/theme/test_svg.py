"""An SVG is drawn sharp, whole or in part, on nothing."""

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication

from ui.theme.svg import render

HALF_RED = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">'
    '<rect x="5" width="5" height="10" fill="#ff0000"/></svg>'
)


def test_it_is_as_many_pixels_as_the_screen_has(qapp: QApplication) -> None:
    pixmap = render(HALF_RED, 20, 1.5)
    assert (pixmap.width(), pixmap.devicePixelRatio()) == (30, 1.5)


def test_where_nothing_is_drawn_the_ground_shows_through(qapp: QApplication) -> None:
    image = render(HALF_RED, 20, 1.0).toImage()
    assert image.pixelColor(2, 10).alpha() == 0
    assert image.pixelColor(15, 10).name() == "#ff0000"


def test_a_part_shows_what_the_whole_has_there(qapp: QApplication) -> None:
    part = render(HALF_RED, 20, 1.0, QRect(8, 0, 4, 20)).toImage()
    assert [part.pixelColor(x, 5).alpha() for x in range(4)] == [0, 0, 255, 255]
