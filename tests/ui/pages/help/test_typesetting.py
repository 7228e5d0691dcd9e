"""Pages of the help are set as notes are, and markup can't bring anything in."""

import pytest
from PySide6.QtGui import QFontMetrics, QTextBlock, QTextDocument

from ui.pages.help.typesetting import typeset
from ui.theme.switcher import Theme

TEXT = """# A title

Some *quiet* and **strong** words, and a [link](locking.md).

## A section

- one
- two
"""


@pytest.fixture
def document(theme: Theme) -> QTextDocument:
    document = QTextDocument()
    typeset(document, theme, TEXT)
    return document


def blocks(document: QTextDocument) -> list[QTextBlock]:
    found, block = list[QTextBlock](), document.begin()
    while block.isValid():
        found.append(block)
        block = block.next()
    return found


def first_size(block: QTextBlock) -> int:
    return block.begin().fragment().charFormat().font().pixelSize()


def test_headings_and_text_have_the_sizes_of_the_type_scale(
    document: QTextDocument, theme: Theme
) -> None:
    title, text, section, *_ = blocks(document)
    for block, style in ((title, "title"), (text, "clause"), (section, "section")):
        assert first_size(block) == theme.tokens.type_style(style).size
        assert block.begin().fragment().charFormat().font().family() == "Literata"


def test_it_grows_with_the_text(theme: Theme, document: QTextDocument) -> None:
    before = first_size(blocks(document)[1])
    theme.set_text_scale(1.5)
    typeset(document, theme, TEXT)
    assert first_size(blocks(document)[1]) == round(before * 1.5)


def test_a_bullet_stands_clear_of_the_words(document: QTextDocument, theme: Theme) -> None:
    item = next(block for block in blocks(document) if block.text() == "one")
    mark, words = item.charFormat().font(), theme.font("clause")
    assert mark.pixelSize() == words.pixelSize()
    behind = QFontMetrics(mark).horizontalAdvance(" ")
    assert behind >= 2 * QFontMetrics(words).horizontalAdvance(" ")


def test_links_stay_links(document: QTextDocument) -> None:
    pieces = list[str]()
    iterator = blocks(document)[1].begin()
    while not iterator.atEnd():
        pieces.append(iterator.fragment().charFormat().anchorHref())
        iterator += 1
    assert "locking.md" in pieces


def test_html_is_shown_as_it_is_written(theme: Theme) -> None:
    document = QTextDocument()
    typeset(document, theme, 'x <img src="file:///etc/hostname"> y')
    assert "<img" in document.toPlainText()
