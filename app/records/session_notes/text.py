"""What of a text a session note keeps, as typed, and what cannot be part of a paragraph."""

import re

from app.core.errors import NoteTooLong

NOTE_LIMIT = 500_000  # characters in one note; more makes every key wait
PARAGRAPH_LIMIT = 20_000  # in one note; more makes its opening wait
PIECE_LIMIT = 8_000  # characters shown as one block; a line break is sought in a whole block

_BREAK = re.compile("\r\n|[\n\r\u2029]")
_NOT_TEXT = re.compile("[\ud800-\udfff\ufdd0\ufdd1]")  # half pairs, and what Qt ends frames with


def paragraphs(text: str) -> tuple[str, ...]:
    """A text from elsewhere as paragraphs.

    CR, LF, CRLF and U+2029 end a paragraph. Lone surrogates, U+FDD0, U+FDD1 and a byte order
    mark at the beginning are dropped; all else stays, U+2028, tabs and NUL included.
    """
    return tuple(_BREAK.split(_NOT_TEXT.sub("", text).lstrip("\ufeff")))


def fitting(text: str, room: int, more: int = PARAGRAPH_LIMIT) -> tuple[str, ...]:
    """The paragraphs of a text that is to go into a note with `room` characters left.

    Raises NoteTooLong for a longer one, before looking into it, and for one of more than `more`
    paragraphs.
    """
    if len(text) > room:
        raise NoteTooLong
    found = paragraphs(text)
    if len(found) > more:
        raise NoteTooLong
    return found


def pieces(paragraph: str, longest: int = PIECE_LIMIT) -> tuple[str, ...]:
    """A paragraph in pieces of at most `longest` characters, cut after a space if possible.

    Joined, the pieces are the paragraph.
    """
    found: list[str] = []
    start = 0
    while len(paragraph) - start > longest:
        end = start + longest
        after_space = paragraph.rfind(" ", start, end) + 1
        cut = after_space or end
        found.append(paragraph[start:cut])
        start = cut
    return (*found, paragraph[start:])
