"""Rules for the short texts that people type into fields."""

import unicodedata

from app.core.errors import NameMissing, NameNotUsable, TextTooLong

NAME_LIMIT = 200
LINE_LIMIT = 1_000
TEXT_LIMIT = 20_000
_UNUSABLE = frozenset({"Cc", "Cs", "Co", "Cn", "Zl", "Zp"})
_UNSEEN = frozenset({"Cf", "Mn", "Me", "Zs"})  # shows nothing by itself
_SPACING = str.maketrans({"\t": " ", "\n": " ", "\r": " "})


def name(text: str) -> str:
    """A name without spaces around it.

    Raises NameMissing when nothing is left that shows, NameNotUsable for control characters, lone
    surrogates, unassigned code points or more than 200 characters.
    """
    trimmed = text.strip()
    if all(unicodedata.category(c) in _UNSEEN for c in trimmed):
        raise NameMissing
    if len(trimmed) > NAME_LIMIT or any(unicodedata.category(c) in _UNUSABLE for c in trimmed):
        raise NameNotUsable
    return trimmed


def line(text: str) -> str:
    """One line without spaces around it; may be empty. Raises TextTooLong, NameNotUsable."""
    return _checked(text.translate(_SPACING), LINE_LIMIT)


def lines(text: str) -> str:
    """Several lines without blank space around them. Raises TextTooLong, NameNotUsable."""
    parts = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\n".join(_checked(part, TEXT_LIMIT) for part in parts).strip()


def _checked(text: str, limit: int) -> str:
    trimmed = text.strip()
    if len(trimmed) > limit:
        raise TextTooLong
    if any(unicodedata.category(c) in _UNUSABLE for c in trimmed):
        raise NameNotUsable
    return trimmed
