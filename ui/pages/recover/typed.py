"""Pure looks at the words that were typed: how many, which one, what is different."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

WORD_COUNT = 24
_WORD = re.compile(r"\S+")


@dataclass(frozen=True)
class Slip:
    """What is wrong with 24 words that are nearly right; places count from 1."""

    places: tuple[int, ...]  # one word, or two neighbours that were swapped
    word: str  # what the one word should be; empty for a swap


def count(text: str) -> int:
    """How many words there are."""
    return len(_WORD.findall(text))


def finished(text: str) -> str:
    """The text without a last word that may still grow."""
    if count(text) >= WORD_COUNT or text[-1:].isspace():
        return text
    return re.sub(r"\S+\Z", "", text)


def word_at(text: str, place: int) -> str:
    """The word at a place, counted from 1; empty when there are not so many."""
    words = _WORD.findall(text)
    return words[place - 1] if place <= len(words) else ""


def with_word(text: str, place: int, word: str) -> str:
    """The text with another word at a place, and a space to go on after the last one."""
    matches = list(_WORD.finditer(text))
    start, end = matches[place - 1].span()
    rest = text[end:] or " "
    return f"{text[:start]}{word}{rest}"


def slip_between(given: Sequence[str], right: Sequence[str]) -> Slip:
    """How the right words differ from those given."""
    pairs = enumerate(zip(given, right, strict=True), start=1)
    places = tuple(place for place, (was, is_right) in pairs if was != is_right)
    return Slip(places, right[places[0] - 1] if len(places) == 1 else "")
