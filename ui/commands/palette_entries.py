"""What the palette offers for what was typed: pure matching, best first."""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property


class EntryKind(StrEnum):
    """The palette's groups, in the order in which they are shown."""

    CLIENT = "client"
    ACTION = "action"


PREFIXES = {"@": EntryKind.CLIENT, ">": EntryKind.ACTION}
AT_MOST = 8  # of one kind, unless only that kind is asked for


@dataclass(frozen=True)
class Entry:
    """Something that can be chosen; `words` are found too, but not shown."""

    kind: EntryKind
    id: str  # a command's id, or a client's hex
    title: str
    words: tuple[str, ...] = ()
    keys: str = ""
    icon: str = ""
    initials: str = ""

    @cached_property
    def plain_title(self) -> str:
        """The title as it is searched; worked out once, since each letter asks all entries."""
        return _plain(self.title)

    @cached_property
    def plain_words(self) -> tuple[str, ...]:
        """The words as they are searched."""
        return tuple(_plain(word) for word in self.words)


def matching(entries: Sequence[Entry], typed: str) -> tuple[Entry, ...]:
    """The entries for `typed`, by group; `@` in front asks for clients, `>` for actions."""
    kind = PREFIXES.get(typed[:1])
    sought = _plain(typed[1:] if kind else typed).split()
    found: list[Entry] = []
    for group in EntryKind:
        if kind in (None, group):
            best = _best((entry for entry in entries if entry.kind is group), sought)
            found += best if kind else best[:AT_MOST]
    return tuple(found)


def _best(entries: Iterable[Entry], sought: Sequence[str]) -> list[Entry]:
    ranked = [(rank, entry) for entry in entries if (rank := _rank(entry, sought)) is not None]
    return [entry for _, entry in sorted(ranked, key=lambda pair: pair[0])]


def _rank(entry: Entry, sought: Sequence[str]) -> int | None:
    """Lower is better: title's beginning, a word of it, inside it, a synonym; None is no match."""
    whole = 0
    for part in sought:
        rank = _rank_of_word(entry.plain_title, entry.plain_words, part)
        if rank is None:
            return None
        whole += rank
    return whole


def _rank_of_word(title: str, words: Sequence[str], part: str) -> int | None:
    if title.startswith(part):
        return 0
    if any(word.startswith(part) for word in title.split()):
        return 1
    if part in title:
        return 2
    return 3 if any(part in word for word in words) else None


def _plain(text: str) -> str:
    """Without case and accents, so that "jose" finds "José"."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(part for part in parts if not unicodedata.combining(part))
