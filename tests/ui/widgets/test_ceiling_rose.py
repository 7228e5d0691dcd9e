"""The ceiling rose lies behind its page, in the page's own colours."""

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.theme.rose import carved_line
from ui.theme.switcher import Theme, ThemeChoice
from ui.widgets.ceiling_rose import CeilingRose


def rose_on(room: QWidget, theme: Theme, ground: str = "bg.page") -> CeilingRose:
    return CeilingRose(
        theme,
        room,
        diameter=100,
        centre=lambda size: QPointF(size.width() / 2, size.height() / 2),
        ground=ground,
    )


def furthest_apart(one: QImage, other: QImage) -> int:
    return max(
        abs(one.pixelColor(x, y).red() - other.pixelColor(x, y).red())
        for x in range(one.width())
        for y in range(one.height())
    )


@pytest.mark.parametrize("choice", [ThemeChoice.LIGHT, ThemeChoice.DARK])
@pytest.mark.parametrize("ground", ["bg.page", "bg.chrome"])
def test_it_is_carved_from_the_ground(
    qtbot: QtBot, theme: Theme, ground: str, choice: ThemeChoice
) -> None:
    room = QWidget()
    qtbot.addWidget(room)
    room.resize(200, 200)
    rose = rose_on(room, theme, ground)
    room.show()
    theme.set_choice(choice)
    image = room.grab().toImage()
    found = {image.pixelColor(x, 100).name() for x in range(50, 150)}
    assert theme.tokens.color(ground).name() in found
    assert carved_line(theme.tokens, ground) != theme.tokens.color(ground)
    assert rose.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)


def test_it_follows_its_room(qtbot: QtBot, theme: Theme) -> None:
    room = QWidget()
    qtbot.addWidget(room)
    rose = rose_on(room, theme)
    room.show()
    room.resize(300, 250)
    assert rose.size() == room.size()


def test_what_the_edge_of_the_room_cuts_looks_as_it_does_in_a_larger_one(
    qtbot: QtBot, theme: Theme
) -> None:
    def picture(height: int, middle: int) -> QImage:
        room = QWidget()
        qtbot.addWidget(room)
        room.resize(90, height)
        CeilingRose(theme, room, diameter=100, centre=lambda _: QPointF(45, middle))
        return room.grab().toImage()

    whole, cut = picture(200, 100), picture(120, 20)
    assert furthest_apart(cut, whole.copy(0, 80, 90, 120)) <= 1  # of 255: rounding at the cut
    assert furthest_apart(cut, picture(120, 200)) > 1  # out of sight
