"""What a write touched: the one fact that is broadcast after it, so that views re-read."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from app.core.ids import ClientId


class Kind(StrEnum):
    """The kinds of record that a view may care about."""

    PRACTICE = "practice"
    CLIENT = "client"
    SESSION = "session"
    SESSION_NOTE = "session_note"
    DRAFT = "draft"
    PURPOSE = "purpose"
    CONSENT = "consent"
    DISCLOSURE = "disclosure"
    WAY_IN = "way_in"
    BACKUP = "backup"


@dataclass(frozen=True)
class Change:
    """One record that was touched, and the client it belongs to, if any."""

    kind: Kind
    id: UUID
    client: ClientId | None = None


@dataclass(frozen=True)
class Changes:
    """Everything that one transaction touched."""

    touched: frozenset[Change] = frozenset()

    @classmethod
    def of(cls, kind: Kind, id: UUID, client: ClientId | None = None) -> "Changes":
        """The changes of a write that touched one record."""
        return cls(frozenset({Change(kind, id, client)}))

    def __or__(self, other: "Changes") -> "Changes":
        return Changes(self.touched | other.touched)

    def touches(self, *kinds: Kind) -> bool:
        """Whether any record of these kinds was touched."""
        return any(change.kind in kinds for change in self.touched)

    def id_of(self, kind: Kind) -> UUID:
        """The id of the one touched record of this kind; ValueError if there is not just one."""
        (id,) = (change.id for change in self.touched if change.kind is kind)
        return id
