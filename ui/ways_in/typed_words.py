"""Pure looks at the words of a kit as they are typed: split, counted, completed, compared."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

WORD_COUNT = 24
_WORD = re.compile(r"[^\W\d_]+")
_LONG_ENOUGH = 3  # letters from which on a word is completed


@dataclass(frozen=True)
class Slip:
    """What is wrong with 24 words that are nearly right; places count from 1."""

    places: tuple[int, ...]  # one word, or two neighbours that were swapped
    word: str  # what the one word should be; empty for a swap


def split(text: str) -> tuple[str, ...]:
    """The words of a text as pasted or dictated, without the numbers beside them on a sheet."""
    return tuple(_WORD.findall(text.lower()))


def filled(fields: Sequence[str], at: int, words: Sequence[str]) -> tuple[str, ...]:
    """The fields with `words` from field `at` on, counted from 0; all 24 begin at the first."""
    start = 0 if len(words) >= WORD_COUNT else at
    room = words[: len(fields) - start]
    return (*fields[:start], *room, *fields[start + len(room) :])


def completed(typed: str, wordlist: Sequence[str]) -> str:
    """The one word that begins as typed, "" as long as it could be several or is there already."""
    if len(typed) < _LONG_ENOUGH:
        return ""
    found = [word for word in wordlist if word.startswith(typed)]
    return found[0] if len(found) == 1 and found[0] != typed else ""


def slip_between(given: Sequence[str], right: Sequence[str]) -> Slip:
    """How the right words differ from those given."""
    pairs = enumerate(zip(given, right, strict=True), start=1)
    places = tuple(place for place, (was, is_right) in pairs if was != is_right)
    return Slip(places, right[places[0] - 1] if len(places) == 1 else "")
