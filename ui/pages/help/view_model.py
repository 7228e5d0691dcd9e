"""Reads the pages of the help, all at once and only once: they are small."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal

from resources.files import read_text
from ui.jobs import Jobs
from ui.pages.help.topics import Topic


class HelpModel(QObject):
    """Keeps what was read."""

    read = Signal()

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        """Nothing is read before `load`."""
        super().__init__(parent)
        self._jobs = jobs
        self._asked = False
        self._texts: Mapping[Topic, str] = {}

    def load(self) -> None:
        """Reads; `read` is emitted when there is something to show."""
        if not self._asked:
            self._asked = True
            self._jobs.away(self, read_all, self._take, self._jobs.trouble.emit, before_go=True)

    def text(self, topic: Topic) -> str:
        """The page as Markdown, empty until it is read."""
        return self._texts.get(topic, "")

    def _take(self, texts: Mapping[Topic, str]) -> None:
        self._texts = texts
        self.read.emit()


def read_all() -> Mapping[Topic, str]:
    """The text of every page. Raises ResourceMissing."""
    return {topic: read_text(f"help/{topic.value}.md") for topic in Topic}
