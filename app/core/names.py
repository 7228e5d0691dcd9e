"""What a person is called, from a name as somebody wrote it."""

from itertools import dropwhile

_TITLES = frozenset(
    {
        *("dr", "prof", "professor"),
        *("mr", "mrs", "ms", "miss", "mx"),
        *("rev", "reverend", "sir", "dame", "lord", "lady"),
    }
)


def untitled(name: str) -> list[str]:
    """The words of a name without the titles in front; all of them where nothing else is there."""
    words = name.split()
    return list(dropwhile(_is_title, words)) or words


def first_name(name: str) -> str:
    """For sentences: "Amara" of "Dr Amara Okafor", but "Dr Okafor" whole: that is a surname."""
    words = untitled(name)
    return words[0] if len(words) > 1 or words == name.split() else " ".join(name.split())


def _is_title(word: str) -> bool:
    return word.rstrip(".").casefold() in _TITLES
