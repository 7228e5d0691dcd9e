"""What is known of an open vault's ways in, and what can be done about them. Pure."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING
from uuid import UUID

from app.workflows.ways_in.way_in import KitFacts, WayIn
from crypto.slots.passphrase_rules import normalised
from crypto.slots.slot import SlotKind
from ui.ways_in.calls import Here
from ui.ways_in.way_choice import WayChoice

if TYPE_CHECKING:
    from app.workflows.ways_in.known_slots import KnownSlots
    from crypto.keyring.store import KeyStore


class Proof(StrEnum):
    """What is asked for before a way in is changed."""

    PASSPHRASE = "passphrase"  # noqa: S105 - what is asked for, not a secret
    NOTHING = "nothing"  # the computer's own store is asked, and may ask
    KIT = "kit"  # nothing else opens the vault here


class Where(StrEnum):
    """Which computer a way in belongs to."""

    HERE = "here"
    ELSEWHERE = "elsewhere"
    UNKNOWN = "unknown"  # the store here was not asked, or does not say
    ANYWHERE = "anywhere"


@dataclass(frozen=True)
class Secret:
    """What the coach typed to show who they are; nothing, where nothing is asked."""

    passphrase: str = field(default="", repr=False)
    words: tuple[str, ...] = field(default=(), repr=False)


_OPENINGS = {
    SlotKind.KEYRING: WayChoice.KEYRING,
    SlotKind.KEYRING_PASSPHRASE: WayChoice.BOTH,
    SlotKind.PASSPHRASE: WayChoice.PASSPHRASE,
}
_KEPT = frozenset({WayChoice.KEYRING, WayChoice.BOTH})
_ALONE = frozenset({WayChoice.PASSPHRASE})
_NONE: frozenset[WayChoice] = frozenset()


@dataclass(frozen=True)
class Ways:
    """The ways in, seen from this computer."""

    known: "KnownSlots | None" = None
    ways: tuple[WayIn, ...] = ()
    kit: KitFacts | None = None
    opened_by: UUID | None = None
    may_change: bool = False
    made_up: bool = False  # a practice for looking around
    here: Here | None = None  # None until it was looked at
    remembered: UUID | None = None  # this computer's slot, as its settings have it

    @property
    def own(self) -> WayIn | None:
        """The way in that this computer's store holds the key of, or half of it."""
        held = self.here.held if self.here is not None else self.opened_by
        return next((way for way in self.ways if way.is_kept and way.id == held), None)

    @property
    def passphrase(self) -> WayIn | None:
        """The way in that a passphrase alone opens."""
        return next((way for way in self.ways if way.kind is SlotKind.PASSPHRASE), None)

    @property
    def usual(self) -> WayIn | None:
        """The way in that the lock screen of this computer asks for."""
        return self.own or self.passphrase

    @property
    def opening(self) -> WayChoice | None:
        """The same, as it is chosen."""
        return opening_of(self.usual) if self.usual is not None else None

    @property
    def half_is_gone(self) -> bool:
        """Whether a store holds a part of the key for some computer, and this one's does not."""
        looked = self.here is not None and self.here.error is None
        return looked and self.own is None and any(way.is_kept for way in self.ways)

    @property
    def lost(self) -> WayIn | None:
        """The way in of this computer whose secret its store has no longer."""
        if not self.half_is_gone:
            return None
        return next((way for way in self.ways if way.id == self.remembered), None)

    @property
    def proof(self) -> Proof:
        """What is asked for before a way in is changed."""
        if self.opening is None:
            return Proof.KIT
        if self.opening.takes_passphrase or self.passphrase is not None:
            return Proof.PASSPHRASE
        return Proof.NOTHING

    @property
    def addable(self) -> frozenset[WayChoice]:
        """The ways in that could stand beside those that are there."""
        kept = _KEPT if self.has_store and self.own is None else _NONE
        return kept | (_ALONE if self.passphrase is None else _NONE)

    @property
    def choosable(self) -> frozenset[WayChoice]:
        """The ways in that could take the usual one's place."""
        alone = self.passphrase is None or self.passphrase is self.usual
        return (_KEPT if self.has_store else _NONE) | (_ALONE if alone else _NONE)

    @property
    def store(self) -> "KeyStore | None":
        """This computer's password store, once it was looked for."""
        return self.here.store if self.here is not None else None

    @property
    def store_name(self) -> str:
        """What it calls itself, empty without one."""
        return self.here.store_name if self.here is not None else ""

    @property
    def has_store(self) -> bool:
        """Whether this computer has a password store that can be asked."""
        return self.here is not None and self.here.error is None and self.here.store is not None

    def removable(self, way: WayIn) -> bool:
        """Whether the vault opens without it: not the kit, and not the last one beside it."""
        others = [each for each in self.ways if each.kind is not SlotKind.RECOVERY]
        return way.kind is not SlotKind.RECOVERY and len(others) > 1

    def where(self, way: WayIn) -> Where:
        """Which computer it belongs to."""
        if not way.is_kept:
            return Where.ANYWHERE
        if self.own is not None:
            return Where.HERE if way.id == self.own.id else Where.ELSEWHERE
        return Where.ELSEWHERE if self.has_store else Where.UNKNOWN


def opening_of(way: WayIn) -> WayChoice:
    """A way in as it is chosen; KeyError for the Recovery Kit, which isn't chosen."""
    return _OPENINGS[way.kind]


def is_same(passphrase: str, other: str) -> bool:
    """Whether both would open the same, however they were typed."""
    return normalised(passphrase) == normalised(other)
