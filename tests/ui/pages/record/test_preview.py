"""The preview shows every page, whole or larger, as it will be printed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from app.workflows.consent_record.json_ld import to_json
from tests.support.consent_records import amaras_record
from tests.support.find import find
from ui.pages.record.preview import PagePreview
from ui.paper.document import PaintedDocument
from ui.paper.renderer import Paper
from ui.theme.switcher import Theme, ThemeChoice
from ui.widgets.button import Button
from ui.widgets.text import Text


@pytest.fixture
def pages(theme: Theme) -> PaintedDocument:
    record = amaras_record()
    return Paper().pages(record, to_json(record))


@pytest.fixture
def preview(qtbot: QtBot, theme: Theme) -> PagePreview:
    preview = PagePreview(theme)
    qtbot.addWidget(preview)
    preview.resize(470, 694)
    preview.show()
    return preview


def button(preview: PagePreview, name: str) -> Button:
    return find(preview, Button, f"export.{name}")


def sheet(preview: PagePreview) -> QWidget:
    return find(preview, QWidget, "export.preview")


def test_it_says_something_while_there_are_no_pages(preview: PagePreview) -> None:
    preview.say("The pages are being laid out.")
    assert not sheet(preview).isVisible()
    assert not button(preview, "next_page").isVisible()
    said = [text.text() for text in preview.findChildren(Text) if text.isVisible()]
    assert said == ["The pages are being laid out."]


def test_every_page_can_be_reached_and_the_last_is_the_last(
    preview: PagePreview, pages: PaintedDocument
) -> None:
    preview.show_pages(pages)
    assert not button(preview, "previous_page").isEnabled()
    for page in range(1, pages.count + 1):
        assert sheet(preview).accessibleName() == f"Page {page} of {pages.count}"
        button(preview, "next_page").click()
    assert not button(preview, "next_page").isEnabled()
    button(preview, "previous_page").click()
    assert sheet(preview).accessibleName() == f"Page {pages.count - 1} of {pages.count}"


def test_a_page_is_shown_whole_in_its_own_proportions(
    preview: PagePreview, pages: PaintedDocument, qtbot: QtBot
) -> None:
    preview.show_pages(pages)
    for height in (694, 590, 400):
        preview.resize(470, height)
        qtbot.wait(10)
        room = find(preview, QScrollArea)
        assert sheet(preview).width() <= 424
        assert room.verticalScrollBar().maximum() == 0
        assert room.horizontalScrollBar().maximum() == 0
        proportion = sheet(preview).height() / sheet(preview).width()
        assert proportion == pytest.approx(pages.proportion, rel=0.01)


def test_what_is_shown_is_the_page_that_is_printed(
    preview: PagePreview, pages: PaintedDocument
) -> None:
    preview.show_pages(pages)
    page = sheet(preview)
    shown = page.grab().toImage()
    printed = pages.image(1, page.width())
    for x, y in ((60, 60), (200, 150), (120, 300), (300, 420)):
        assert shown.pixelColor(x, y).lightness() == printed.pixelColor(x, y).lightness()


def test_a_page_can_be_made_larger_and_scrolled_by_keyboard(
    preview: PagePreview, pages: PaintedDocument, qtbot: QtBot
) -> None:
    preview.show_pages(pages)
    before = sheet(preview).width()
    button(preview, "zoom").click()
    room = find(preview, QScrollArea)
    assert sheet(preview).width() == 2 * before
    assert room.focusPolicy() is Qt.FocusPolicy.TabFocus
    qtbot.keyClick(room, Qt.Key.Key_Down)
    assert room.verticalScrollBar().value() > 0
    button(preview, "next_page").click()
    assert room.verticalScrollBar().value() == 0
    button(preview, "zoom").click()
    assert sheet(preview).width() == before


def test_the_page_that_was_looked_at_stays_when_pages_are_laid_out_again(
    preview: PagePreview, pages: PaintedDocument
) -> None:
    preview.show_pages(pages)
    button(preview, "next_page").click()
    preview.show_pages(pages)
    assert sheet(preview).accessibleName() == f"Page 2 of {pages.count}"


def test_paper_stays_white_in_the_dark(
    preview: PagePreview, pages: PaintedDocument, theme: Theme
) -> None:
    theme.set_choice(ThemeChoice.DARK)
    preview.show_pages(pages)
    assert sheet(preview).grab().toImage().pixelColor(20, 20).lightness() == 255
