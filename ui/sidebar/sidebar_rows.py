"""The rows of the sidebar, from top to bottom."""

from dataclasses import dataclass
from enum import StrEnum

from ui.places.navigation import PageId, Place
from ui.sidebar.sidebar_view_model import State
from ui.translation import translate


class RowKind(StrEnum):
    """How a row looks, and whether it leads anywhere."""

    PLACE = "place"
    SECTION = "section"
    CLIENT = "client"
    ALL = "all"
    HINT = "hint"
    GAP = "gap"


@dataclass(frozen=True)
class Row:
    """One row; only one with a place can be chosen."""

    kind: RowKind
    text: str = ""
    icon: str = ""
    initials: str = ""
    place: Place | None = None
    need: int = 0  # how many things there need the coach
    due: bool = False  # something there is due, which is not counted

    @property
    def spoken(self) -> str:
        """The row for a screen reader."""
        if self.due:
            return translate("Sidebar", "{place}, one is due").format(place=self.text)
        if not self.need:
            return self.text
        if self.need == 1:
            return translate("Sidebar", "{place}, one thing needs you").format(place=self.text)
        words = translate("Sidebar", "{place}, {count} things need you")
        return words.format(place=self.text, count=self.need)


def rows_for(state: State, privacy_needs: int = 0, *, backup_due: bool = False) -> tuple[Row, ...]:
    """Today, the clients, and at the foot the check-up, the backups and the settings."""
    today = translate("Sidebar", "Today")
    privacy = translate("Sidebar", "Privacy check-up")
    backups = translate("Sidebar", "Backups")
    settings = translate("Sidebar", "Settings")
    return (
        Row(RowKind.PLACE, today, icon="sun", place=Place(PageId.TODAY)),
        Row(RowKind.SECTION, translate("Sidebar", "Clients")),
        *_clients(state),
        Row(RowKind.GAP),
        Row(
            RowKind.PLACE,
            privacy,
            icon="shield-check",
            place=Place(PageId.PRIVACY),
            need=privacy_needs,
        ),
        Row(
            RowKind.PLACE,
            backups,
            icon="archive-restore",
            place=Place(PageId.BACKUPS),
            due=backup_due,
        ),
        Row(RowKind.PLACE, settings, icon="settings-2", place=Place(PageId.SETTINGS)),
    )


def is_shown(row: Row, place: Place | None) -> bool:
    """Whether `row` leads to where the coach is."""
    if row.place is None or place is None:
        return False
    return (row.place.page, row.place.client) == (place.page, place.client)


def _clients(state: State) -> tuple[Row, ...]:
    if state.unread:
        return (Row(RowKind.HINT, translate("Sidebar", "Your clients can’t be read.")),)
    if not state.known:
        return (Row(RowKind.HINT, translate("Sidebar", "Nobody yet. Ctrl N adds the first.")),)
    people = tuple(
        Row(
            RowKind.CLIENT,
            client.name,
            initials=client.initials,
            place=Place(PageId.CLIENT, client=client.id),
        )
        for client in state.clients
    )
    everybody = Row(RowKind.ALL, _all(state.active), icon="users", place=Place(PageId.CLIENTS))
    return (*people, everybody)


def _all(count: int) -> str:
    if count < 2:
        return translate("Sidebar", "All clients")
    return translate("Sidebar", "All {count} clients").format(count=count)
