"""Sets a page of the help: Literata, with room between lines, as notes are set."""

from PySide6.QtGui import (
    QFont,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextList,
    QTextListFormat,
)

from ui.theme.switcher import Theme

MARKDOWN = (
    QTextDocument.MarkdownFeature.MarkdownDialectCommonMark
    | QTextDocument.MarkdownFeature.MarkdownNoHTML
)
STYLES = {0: "clause", 1: "title", 2: "section", 3: "heading"}
ABOVE = {0: 0, 1: 0, 2: 20, 3: 12}  # logical pixels above a paragraph or heading
BELOW = {0: 12, 1: 14, 2: 6, 3: 4}
BETWEEN_ITEMS = 6
INDENT = 22  # logical pixels at 100 % text
BEHIND_BULLET = 250  # percent of the width of a space


def typeset(document: QTextDocument, theme: Theme, markdown: str) -> None:
    """Put `markdown` into `document`, without HTML, and set it by the theme's type scale."""
    document.setMarkdown(markdown, MARKDOWN)
    document.setIndentWidth(theme.tokens.scaled(INDENT))
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    block = document.begin()
    while block.isValid():
        _set_block(block, theme)
        block = block.next()
    cursor.endEditBlock()


def _set_block(block: QTextBlock, theme: Theme) -> None:
    level = min(block.blockFormat().headingLevel(), 3)
    style = theme.tokens.type_style(STYLES[level])
    listed = block.textList()
    cursor = QTextCursor(block)
    form = QTextBlockFormat(block.blockFormat())
    form.setLineHeight(style.line, QTextBlockFormat.LineHeightTypes.MinimumHeight.value)
    form.setTopMargin(ABOVE[level])
    form.setBottomMargin(BETWEEN_ITEMS if _goes_on(block, listed) else BELOW[level])
    cursor.setBlockFormat(form)
    if _is_item(listed):
        cursor.setBlockCharFormat(_mark(theme, listed))
    iterator = block.begin()
    pieces: list[tuple[int, int, QTextCharFormat]] = []
    while not iterator.atEnd():
        piece = iterator.fragment()
        pieces.append((piece.position(), piece.length(), piece.charFormat()))
        iterator += 1
    for start, length, had in pieces:
        cursor.setPosition(start)
        cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
        cursor.setCharFormat(_letters(theme, STYLES[level], had, level))


def _is_item(listed: QTextList | None) -> bool:
    return listed is not None


def _goes_on(block: QTextBlock, listed: QTextList | None) -> bool:
    """Whether another item of the same list follows."""
    return listed is not None and block.next().textList() is listed


def _mark(theme: Theme, listed: QTextList) -> QTextCharFormat:
    """The bullet or number before an item: Qt leaves the width of a space of its font behind it."""
    font = theme.font(STYLES[0])
    if listed.format().style() == QTextListFormat.Style.ListDisc:
        font.setStretch(BEHIND_BULLET)
    form = QTextCharFormat()
    form.setFont(font)
    form.setForeground(theme.tokens.color("ink.primary"))
    return form


def _letters(theme: Theme, style: str, had: QTextCharFormat, level: int) -> QTextCharFormat:
    strong = had.fontWeight() > QFont.Weight.Normal and not level
    font = theme.font(style, strong=strong)
    font.setItalic(had.fontItalic())
    form = QTextCharFormat(had)
    form.clearProperty(QTextFormat.Property.FontSizeAdjustment.value)  # headings come with one
    form.setFont(font)
    ink = "rose.text" if had.isAnchor() else "ink.primary"
    form.setForeground(theme.tokens.color(ink))
    return form
