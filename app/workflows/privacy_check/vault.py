"""What the open vault itself tells: how it opens, whether it was checked, and the kit's age."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from app.core.clock import Moment
from app.ledger.check_outcome import Fault, Problem
from app.ledger.verdict import VerdictKind
from app.workflows.privacy_check.finding import Fact, Finding, Subject
from app.workflows.ways_in.way_in import KitFacts, KitNeed, kit_need
from crypto.slots.slot import SlotKind

LOCK_LATE_MINUTES = 15  # away for longer than this, and a laptop left open is worth a word


@dataclass(frozen=True)
class Checked:
    """How the last check of the whole vault went; `faults` are what `kinds_of` says."""

    at: Moment
    entries: int
    rows: int
    faults: tuple[str, ...] = ()


@dataclass(frozen=True)
class VaultLook:
    """What was read from the open vault."""

    kinds: frozenset[SlotKind]
    kit: KitFacts
    checked: Checked | None
    pin_compared: bool
    owed: VerdictKind | None = None  # what the coach has not answered yet
    made_up: bool = False  # a practice for looking around, whose words nobody was given


def needs_store(kinds: Collection[SlotKind]) -> bool:
    """Whether a way in asks this computer's password store."""
    return any(kind.in_a_store for kind in kinds)


def judge(look: VaultLook, auto_lock_minutes: int, now: Moment) -> tuple[Finding, ...]:
    """What it means on this day. `auto_lock_minutes` is the device's setting."""
    findings = (
        integrity(look.checked, look.owed, pin_compared=look.pin_compared, now=now),
        kit(look.kit, now),
        ways_in(look.kinds),
        auto_lock(auto_lock_minutes),
    )
    return tuple(one for one in findings if not look.made_up or one.fact.subject is not Subject.KIT)


def kinds_of(faults: Iterable[Fault]) -> tuple[str, ...]:
    """What each fault is in: a kind of record, or a part of the file. Never whose it is."""
    return tuple(_PARTS.get(fault.problem) or fault.family or "entry" for fault in faults)


_PARTS = {Problem.PAGE_DAMAGED: "page", Problem.UNREADABLE: "part"}
_OWED = {
    VerdictKind.ROLLED_BACK: Fact.INTEGRITY_OLDER,
    VerdictKind.FORKED: Fact.INTEGRITY_FORKED,
    VerdictKind.HEADER_ROLLED_BACK: Fact.INTEGRITY_OTHER_KEYS,
    VerdictKind.HEADER_FORKED: Fact.INTEGRITY_OTHER_KEYS,
}


def integrity(
    checked: Checked | None, owed: VerdictKind | None = None, *, pin_compared: bool, now: Moment
) -> Finding:
    """Whether every entry and record was found as it was written, and is the newest."""
    days = 0 if checked is None else (now.day - checked.at.in_zone(now.zone).day).days
    if checked is not None and checked.faults:
        return Finding(Fact.INTEGRITY_FAULTS, (days, *checked.faults))
    if owed is not None and owed in _OWED:
        return Finding(_OWED[owed])
    if checked is None:
        return Finding(Fact.INTEGRITY_NOT_CHECKED)
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
