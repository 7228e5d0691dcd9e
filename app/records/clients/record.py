"""A client, and the pure rules for naming, archiving and restoring one."""

from dataclasses import dataclass, replace
from enum import StrEnum

from app.core import names, text
from app.core.clock import Moment
from app.core.ids import ClientId


class Pronouns(StrEnum):
    """How the app's sentences speak of a client; unset uses the first name."""

    UNSET = ""
    SHE = "she"
    HE = "he"
    THEY = "they"


@dataclass(frozen=True)
class ClientDetails:
    """What the coach writes about a client; a name or initials is enough."""

    name: str
    pronouns: Pronouns = Pronouns.UNSET
    role: str = ""
    contact: str = ""
    goals: str = ""
    needs: str = ""
    prefers: str = ""
    avoid: str = ""
    if_not_working: str = ""

    def tidied(self) -> "ClientDetails":
        """The same with spaces trimmed; raises NameMissing, NameNotUsable or TextTooLong."""
        return ClientDetails(
            name=text.name(self.name),
            pronouns=self.pronouns,
            role=text.line(self.role),
            contact=text.line(self.contact),
            goals=text.lines(self.goals),
            needs=text.lines(self.needs),
            prefers=text.lines(self.prefers),
            avoid=text.lines(self.avoid),
            if_not_working=text.lines(self.if_not_working),
        )


@dataclass(frozen=True)
class Client:
    """One person coached. `since` is when they were added."""

    id: ClientId
    details: ClientDetails
    since: Moment
    archived_at: Moment | None = None

    @property
    def name(self) -> str:
        """The name or initials, as written."""
        return self.details.name

    @property
    def first_name(self) -> str:
        """What sentences call them."""
        return names.first_name(self.details.name)

    @property
    def initials(self) -> str:
        """At most two capitals for the tile and for file names."""
        words = [word for word in names.untitled(self.details.name) if word[0].isalnum()]
        if not words:
            return self.details.name[0]
        chosen = words if len(words) < 2 else [words[0], words[-1]]
        return "".join(word[0] for word in chosen).upper()

    @property
    def is_archived(self) -> bool:
        """Whether the client was put aside."""
        return self.archived_at is not None


def changed(client: Client, details: ClientDetails) -> Client:
    """The client with new details; raises as `ClientDetails.tidied` does."""
    return replace(client, details=details.tidied())


def archived(client: Client, at: Moment) -> Client:
    """The client put aside at `at`; archiving twice keeps the first time."""
    return client if client.is_archived else replace(client, archived_at=at)


def restored(client: Client) -> Client:
    """The client taken back among the active ones."""
    return replace(client, archived_at=None)


def content(client: Client) -> dict[str, str | int | None]:
    """What an entry of kind `client/1` commits to."""
    details = client.details
    archived_at = client.archived_at
    return {
        "name": details.name,
        "pronouns": details.pronouns.value,
        "role": details.role,
        "contact": details.contact,
        "goals": details.goals,
        "needs": details.needs,
        "prefers": details.prefers,
        "avoid": details.avoid,
        "if_not_working": details.if_not_working,
        "since_ms": client.since.milliseconds,
        "since_zone": client.since.zone,
        "archived_ms": archived_at.milliseconds if archived_at else None,
        "archived_zone": archived_at.zone if archived_at else None,
    }
