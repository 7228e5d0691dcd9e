"""Where the person is, and the way back: a stack of places."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QObject, Signal

from app.core.ids import ClientId, SessionId


class PageId(StrEnum):
    """The pages of an unlocked vault."""

    TODAY = "today"
    CLIENTS = "clients"
    CLIENT = "client"
    SESSION = "session"
    PRIVACY = "privacy"
    BACKUPS = "backups"
    SETTINGS = "settings"
    HELP = "help"


@dataclass(frozen=True)
class Place:
    """A page, and what it shows: `Place(PageId.CLIENT, client=id, tab="sessions")`."""

    page: PageId
    client: ClientId | None = None
    tab: str = ""
    session: SessionId | None = None


HOME = Place(PageId.TODAY)
FURTHEST_BACK = 100


class Navigation(QObject):
    """Goes to places; back and forward walk the places visited."""

    arrived = Signal(object)  # Place

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._places: list[Place] = []
        self._index = -1

    @property
    def place(self) -> Place | None:
        """Where the person is; None before the first place."""
        return self._places[self._index] if self._places else None

    @property
    def can_go_back(self) -> bool:
        """Whether there is a place before this one."""
        return self._index > 0

    @property
    def can_go_forward(self) -> bool:
        """Whether the person came back from somewhere."""
        return self._index < len(self._places) - 1

    def go(self, place: Place) -> None:
        """Goes to a place, unless the person is there already."""
        if place == self.place:
            return
        kept = self._places[: self._index + 1][-FURTHEST_BACK:]
        self._places = [*kept, place]
        self._index = len(kept)
        self.arrived.emit(place)

    def back(self) -> None:
        """Goes back one place, if there is one."""
        if self.can_go_back:
            self._step(-1)

    def forward(self) -> None:
        """Goes forward again, if the person came back."""
        if self.can_go_forward:
            self._step(1)

    def _step(self, by: int) -> None:
        self._index += by
        self.arrived.emit(self._places[self._index])
