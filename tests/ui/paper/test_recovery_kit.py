"""The Recovery Kit sheet: one page, the words in order, and a square that hides none of them."""

import shutil
import subprocess
from datetime import date

import pytest
import segno
from PySide6.QtGui import QImage

from ui.paper.document import PaintedDocument
from ui.paper.recovery_kit import RecoveryKitSheet, kit_pages, qr_modules
from ui.paper.renderer import Paper
from ui.paper.styles import PaperSize

SPELT = """
    harbour velvet otter sparrow linen copper meadow ladder quartz pillow saddle ember
    willow anchor thimble marble cedar lantern pocket river amber button orchard thistle
"""
WORDS = tuple(SPELT.split())


def kit(vault_name: str = "Whitlock Coaching", number: int = 3) -> RecoveryKitSheet:
    return RecoveryKitSheet(vault_name, number, date(2026, 3, 12), WORDS)


@pytest.mark.parametrize("size", PaperSize)
@pytest.mark.parametrize("name", ["Whitlock Coaching", "W" * 200, "玉山", "محمد"])
def test_it_is_one_page(size: PaperSize, name: str) -> None:
    assert kit_pages(kit(name), size).count == 1


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="pdftotext is not installed")
def test_it_says_what_it_opens_since_when_and_how() -> None:
    pdf = Paper().render_recovery_kit(kit())
    run = subprocess.run(
        ["pdftotext", "-layout", "-", "-"], input=pdf, capture_output=True, check=True
    )
    text = run.stdout.decode()
    rows = [line.split() for line in text.splitlines()]
    assert ["1", "harbour", "7", "meadow", "13", "willow", "19", "pocket"] in rows
    assert ["6", "copper", "12", "ember", "18", "lantern", "24", "thistle"] in rows
    for words in ("Whitlock Coaching", "Made on 12 March 2026", "Kit 3", "How to use it"):
        assert words in text


def test_the_square_holds_the_number_only() -> None:
    expected = segno.make_qr("12", error="h", boost_error=False)
    assert [[int(dark) for dark in row] for row in qr_modules(12)] == [
        [int(module) for module in row] for row in expected.matrix
    ]
    assert len(qr_modules(12)) == 21  # the smallest there is: no room for a word more


def test_the_square_is_drawn_as_it_is() -> None:
    image = kit_pages(kit(), PaperSize.A4).image(1, 2381)  # 4 pixels to a point
    modules = qr_modules(3)
    left, top = _first_dark_of_square(image)
    side = 56 * 4 / len(modules)
    for y, row in enumerate(modules):
        for x, dark in enumerate(row):
            pixel = image.pixelColor(int(left + (x + 0.5) * side), int(top + (y + 0.5) * side))
            assert (pixel.lightness() < 128) == dark


def test_its_repr_keeps_the_words_to_itself() -> None:
    assert not any(word in repr(kit()) for word in WORDS)


def test_what_is_printed_is_the_same_page() -> None:
    document: PaintedDocument = Paper().kit_pages(kit())
    assert document.count == 1
    assert document.pdf("Recovery Kit").startswith(b"%PDF-1.")


def _first_dark_of_square(image: QImage) -> tuple[int, int]:
    """The square's top left corner: below the words, the first long dark run at the margin."""
    margin = round(19 / 25.4 * 72 * 4) + 6
    for y in range(image.height() // 3, image.height()):
        if all(image.pixelColor(margin + x, y).lightness() < 128 for x in range(50)):
            return margin - 6, y
    raise AssertionError("no square found")
