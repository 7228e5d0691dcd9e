"""What the open vault itself tells: how it opens, whether it was checked, and the kit's age."""

from collections.abc import Collection
from dataclasses import dataclass

from app.core.clock import Moment
from app.workflows.privacy_check.finding import Fact, Finding, Subject
from app.workflows.ways_in.way_in import KitFacts, KitNeed, kit_need
from crypto.slots.slot import SlotKind

LOCK_LATE_MINUTES = 15  # away for longer than this, and a laptop left open is worth a word


@dataclass(frozen=True)
class Checked:
    """How the last check of the whole vault went."""

    at: Moment
    entries: int
    rows: int
    faults: int


@dataclass(frozen=True)
class VaultLook:
    """What was read from the open vault."""

    kinds: frozenset[SlotKind]
    kit: KitFacts
    checked: Checked | None
    pin_compared: bool
    made_up: bool = False  # a practice for looking around, whose words nobody was given


def needs_store(kinds: Collection[SlotKind]) -> bool:
    """Whether a way in asks this computer's password store."""
    return any(kind.in_a_store for kind in kinds)


def judge(look: VaultLook, auto_lock_minutes: int, now: Moment) -> tuple[Finding, ...]:
    """What it means on this day. `auto_lock_minutes` is the device's setting."""
    findings = (
        integrity(look.checked, pin_compared=look.pin_compared, now=now),
        kit(look.kit, now),
        ways_in(look.kinds),
        auto_lock(auto_lock_minutes),
    )
    return tuple(one for one in findings if not look.made_up or one.fact.subject is not Subject.KIT)


def integrity(checked: Checked | None, *, pin_compared: bool, now: Moment) -> Finding:
    """Whether every entry and record was found as it was written."""
    if checked is None:
        return Finding(Fact.INTEGRITY_NOT_CHECKED)
    days = (now.day - checked.at.in_zone(now.zone).day).days
    if checked.faults:
        return Finding(Fact.INTEGRITY_FAULTS, (checked.faults, days))
    fact = Fact.INTEGRITY_INTACT if pin_compared else Fact.INTEGRITY_NOT_COMPARED
    return Finding(fact, (checked.entries, checked.rows, days))


def kit(facts: KitFacts, now: Moment) -> Finding:
    """Whether the Recovery Kit was seen on paper, and when it was last proven, in days."""
    need = kit_need(facts, now.day)
    if need is KitNeed.A_KIT:
        return Finding(Fact.KIT_UNSEEN)
    if facts.rehearsed is not None:
        days = (now.day - facts.rehearsed.in_zone(now.zone).day).days
        return Finding(Fact.KIT_DUE if need is KitNeed.REHEARSAL else Fact.KIT_REHEARSED, (days,))
    if need is KitNeed.REHEARSAL or not facts.kept:
        return Finding(Fact.KIT_NEVER)
    return Finding(Fact.KIT_NEW, ((now.day - facts.made_on).days,))


def ways_in(kinds: Collection[SlotKind]) -> Finding:
    """The weakest way in, apart from the Recovery Kit that every vault has."""
    if SlotKind.KEYRING in kinds:
        return Finding(Fact.WAYS_KEYRING)
    if SlotKind.PASSPHRASE in kinds:
        return Finding(Fact.WAYS_PASSPHRASE)
    if SlotKind.KEYRING_PASSPHRASE in kinds:
        return Finding(Fact.WAYS_BOTH)
    return Finding(Fact.WAYS_KIT)


def auto_lock(minutes: int) -> Finding:
    """After how long without a key or a movement it locks."""
    late = minutes > LOCK_LATE_MINUTES
    return Finding(Fact.AUTO_LOCK_LATE if late else Fact.AUTO_LOCK_ON, (minutes,))
