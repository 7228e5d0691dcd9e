"""Icons take the colour they are asked for, at the size and sharpness they are asked for."""

import pytest
from PySide6.QtGui import QColor, QPixmap
from PySide6.QtWidgets import QApplication

from resources.files import ResourceMissing, path
from ui.theme.icons import IconCache

INK, OTHER = QColor(10, 20, 30), QColor(200, 100, 50)
NAMES = sorted(file.stem for file in path("icons").glob("*.svg"))


def solid_colours(pixmap: QPixmap) -> set[str]:
    image = pixmap.toImage()
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return {pixel.name() for pixel in pixels if pixel.alpha() == 255}


def ink_amount(pixmap: QPixmap) -> int:
    image = pixmap.toImage()
    return sum(
        image.pixelColor(x, y).alpha() for x in range(image.width()) for y in range(image.height())
    )


@pytest.fixture
def icons(qapp: QApplication) -> IconCache:
    return IconCache()


@pytest.mark.parametrize("name", NAMES)
def test_every_icon_draws_in_the_colour_asked_for(icons: IconCache, name: str) -> None:
    assert INK.name() in solid_colours(icons.pixmap(name, INK, 48, 1.0))


def test_another_colour_recolours_all_of_it(icons: IconCache) -> None:
    assert solid_colours(icons.pixmap("key-round", OTHER, 48, 1.0)) == {OTHER.name()}


def test_the_same_request_is_rendered_once(icons: IconCache) -> None:
    assert icons.pixmap("lock", INK, 18, 1.0) is icons.pixmap("lock", INK, 18, 1.0)


def test_a_sharper_screen_gets_more_pixels(icons: IconCache) -> None:
    pixmap = icons.pixmap("lock", INK, 18, 2.0)
    assert (pixmap.width(), pixmap.deviceIndependentSize().width()) == (36, 18)


def test_strokes_are_thinner_from_17_pixels_on(icons: IconCache) -> None:
    # Rendered at the same number of pixels, so that only the stroke differs.
    small, large = icons.pixmap("lock", INK, 16, 17.0), icons.pixmap("lock", INK, 17, 16.0)
    assert ink_amount(large) < ink_amount(small)


def test_an_icon_that_is_not_bundled_is_an_error(icons: IconCache) -> None:
    with pytest.raises(ResourceMissing):
        icons.pixmap("no-such-icon", INK, 18, 1.0)


def test_the_window_icon_has_small_and_large_drawings(icons: IconCache) -> None:
    sizes = {size.width() for size in icons.window_icon().availableSizes()}
    assert {16, 32, 128} <= sizes
