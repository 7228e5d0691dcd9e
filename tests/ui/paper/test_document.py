"""A document is painted alike on every surface, with its foot on every page."""

from io import BytesIO

import pikepdf
import pytest
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage, QPdfWriter

from ui.paper.blocks import Text
from ui.paper.document import Foot, Known, PaintedDocument, lay_out
from ui.paper.styles import BODY, BOTTOM, FOOT, SIDE, TOP, PaperSize
from ui.paper.typesetting import UNITS


def three_pages(size: PaperSize = PaperSize.A4) -> PaintedDocument:
    return lay_out(
        size,
        lambda known: [
            Text(BODY, f"Two is on {known.page_of.get('two', '?')} of {known.pages}"),
            Text(BODY, "Two", new_page=True, anchor="two"),
            Text(BODY, "Three", new_page=True),
        ],
        lambda page, known: Foot((f"Page {page}",), f"of {known.pages}"),
    )


def ink_in(image: QImage, left: float, top: float, right: float, bottom: float) -> bool:
    """Whether anything dark lies within the given shares of the image."""
    width, height = image.width(), image.height()
    return any(
        image.pixelColor(x, y).lightness() < 160
        for y in range(int(top * height), int(bottom * height))
        for x in range(int(left * width), int(right * width))
    )


def test_the_text_knows_where_its_parts_are() -> None:
    seen: list[Known] = []

    def blocks(known: Known) -> list[Text]:
        seen.append(known)
        return [Text(BODY, "One"), Text(BODY, "Two", new_page=True, anchor="two")]

    lay_out(PaperSize.A4, blocks, lambda page, known: Foot((), f"{page}/{known.pages}"))
    assert seen == [Known(), Known({"two": 2}, 2, lost_letters=False)]


def test_an_image_is_as_wide_as_asked_and_sharp() -> None:
    document = three_pages()
    image = document.image(1, 424, 2.0)
    assert (image.width(), image.height()) == (848, 1199)
    assert image.devicePixelRatio() == 2.0
    assert document.count == 3


def test_each_page_has_text_at_its_top_and_a_foot_within_its_margins() -> None:
    document = three_pages()
    width, height = PaperSize.A4.width, PaperSize.A4.height
    left, right = SIDE / width, 1 - SIDE / width
    foot = (height - BOTTOM - 2 * FOOT.line) / height
    for page in range(1, document.count + 1):
        image = document.image(page, 600)
        assert ink_in(image, left, TOP / height, right, 0.1)
        assert ink_in(image, left, foot, left + 0.1, 1 - BOTTOM / height)
        assert ink_in(image, right - 0.1, foot, right, 1 - BOTTOM / height)
        assert not ink_in(image, 0, 0, left - 0.01, 1)
        assert not ink_in(image, right + 0.01, 0, 1, 1)
        assert not ink_in(image, 0, 1 - BOTTOM / height, 1, 1)


def test_both_sizes_of_paper_keep_the_margins() -> None:
    assert PaperSize.LETTER.width == 8.5 * 72
    assert round(PaperSize.A4.width * UNITS) == 11906
    image = three_pages(PaperSize.LETTER).image(1, 612)
    assert (image.width(), image.height()) == (612, 792)


def test_a_printer_of_any_resolution_gets_the_same_page() -> None:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    printer = QPdfWriter(buffer)
    printer.setResolution(300)
    document = three_pages()
    document.print_on(printer)
    with pikepdf.open(BytesIO(buffer.data().data())) as printed:
        assert len(printed.pages) == 3
        assert [round(float(edge)) for edge in printed.pages[0].mediabox] == [0, 0, 595, 842]
        (matrix,) = _first_matrices(printed.pages[0], 1)
    assert matrix == pytest.approx(72 / 300, rel=1e-3)


def _first_matrices(page: pikepdf.Page, count: int) -> list[float]:
    """The scales that the page's first matrices set."""
    found = [
        float(str(instruction.operands[0]))
        for instruction in pikepdf.parse_content_stream(page)
        if str(instruction.operator) == "cm"
    ]
    return found[:count]
