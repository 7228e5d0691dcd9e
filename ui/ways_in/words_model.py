"""The list of words that a kit's words are taken from, loaded where that holds up nobody."""

from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from ui.jobs import Jobs


class WordList(NamedTuple):
    """The words that there are."""

    words: tuple[str, ...]

    def suggest(self, word: str) -> str:
        """The word that was most likely meant, "" when none is near."""
        # it was loaded with the list
        from crypto.slots.recovery import suggest

        return suggest(word) or ""


def load_words() -> WordList:
    """Loads the list; belongs off the GUI thread."""
    # it would delay the first picture
    from crypto.slots.recovery import complete

    return WordList(complete(""))


class WordsModel(QObject):
    """Knows no word before `load`, and never one that was typed."""

    loaded = Signal(object)  # WordList

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs

    def load(self) -> None:
        """Loads the list; `loaded` has it."""
        self._jobs.away(self, load_words, self.loaded.emit, self._jobs.trouble.emit)
