"""The stock of words and sentences that made-up notes are drawn from, and how one is drawn.

What stands first in a list is drawn most often, as in any language: the weight of an alternative
falls with its rank (Zipf). Alternatives name other lists in braces.
"""

import re
from bisect import bisect
from collections.abc import Callable, Mapping, Sequence
from itertools import accumulate
from random import Random

import msgspec

LANGUAGE = "en-GB"
FLATNESS = 1.5  # added to the rank, so that the first of a list does not drown the others
FLATTER = 4  # long lists, of names mostly, are that much flatter: a language has a long tail
_SLOT = re.compile(r"\{(\w+)\}")

Rules = Mapping[str, Sequence[str]]


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole file: lists for every client, and those of the themes that clients come with."""

    language: str
    rules: dict[str, list[str]]
    themes: list[dict[str, list[str]]]


class Stock:
    """The lists of one theme, ready to be drawn from."""

    def __init__(self, rules: Rules) -> None:
        self._rules = {name: _Alternatives(texts) for name, texts in rules.items()}

    def names(self) -> frozenset[str]:
        """The lists that can be drawn from."""
        return frozenset(self._rules)

    def draw(self, name: str, chance: Random, fixed: Mapping[str, str]) -> str:
        """A text from the list `name`; `fixed` are the words for braces that name no list.

        The same `chance` draws the same text. Raises KeyError for braces that nothing fills.
        """
        parts: list[str] = []
        self._put(parts, name, chance, fixed)
        return _capitalised("".join(parts))

    def _put(self, parts: list[str], name: str, chance: Random, fixed: Mapping[str, str]) -> None:
        alternatives = self._rules.get(name)
        if alternatives is None:
            parts.append(fixed[name])
            return
        # Words and braces take turns, words first.
        for at, part in enumerate(alternatives.drawn(chance)):
            if at % 2:
                self._put(parts, part, chance, fixed)
            else:
                parts.append(part)


class _Alternatives:
    """One list, its texts cut at their braces."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = [_SLOT.split(text) for text in texts]
        flatness = max(FLATNESS, len(texts) / FLATTER)
        weights = accumulate(1 / (rank + flatness) for rank in range(len(texts)))
        self._cumulative = list(weights)

    def drawn(self, chance: Random) -> list[str]:
        at = bisect(self._cumulative, chance.random() * self._cumulative[-1])
        return self._texts[min(at, len(self._texts) - 1)]


def read_stocks(read: Callable[[str], bytes]) -> tuple[Stock, ...]:
    """A stock for each theme; `read` returns the bytes of a bundled file by name.

    Raises msgspec.ValidationError when the file is not as declared here.
    """
    file = msgspec.json.decode(read(f"templates/demo/notes.{LANGUAGE}.json"), type=_File)
    return tuple(Stock(file.rules | theme) for theme in file.themes)


def _capitalised(text: str) -> str:
    return text[:1].upper() + text[1:]
