"""What the vault itself tells, on a given day."""

from datetime import timedelta

import pytest

from app.core.clock import Moment
from app.core.ids import new_id
from app.ledger.check_outcome import Fault, Problem
from app.ledger.verdict import VerdictKind
from app.workflows.privacy_check.finding import Fact, Finding, State, Subject
from app.workflows.privacy_check.vault import (
    Checked,
    VaultLook,
    auto_lock,
    integrity,
    judge,
    kinds_of,
    kit,
    needs_store,
    ways_in,
)
from app.workflows.ways_in.way_in import KitFacts
from crypto.slots.slot import SlotKind
from tests.support.fixed_clock import FixedClock

NOW = FixedClock().now()
KIT = KitFacts(1, NOW.day, kept=True)
RECOVERY = SlotKind.RECOVERY


def ago(days: int) -> Moment:
    return NOW.plus(-timedelta(days=days))


def test_a_vault_that_was_checked_says_when_and_how_much() -> None:
    checked = Checked(ago(3), entries=1482, rows=2318)
    assert integrity(checked, pin_compared=True, now=NOW) == Finding(
        Fact.INTEGRITY_INTACT, (1482, 2318, 3)
    )
    assert integrity(checked, pin_compared=False, now=NOW).fact is Fact.INTEGRITY_NOT_COMPARED


def test_faults_are_told_before_everything_else() -> None:
    checked = Checked(ago(0), 10, 10, ("client", "page"))
    told = integrity(checked, VerdictKind.ROLLED_BACK, pin_compared=True, now=NOW)
    assert told == Finding(Fact.INTEGRITY_FAULTS, (0, "client", "page"))


def test_a_fault_is_told_by_what_it_is_in_and_never_by_whose_it_is() -> None:
    faults = (
        Fault(Problem.ROW_CHANGED, "client", 7, new_id()),
        Fault(Problem.PAGE_DAMAGED),
        Fault(Problem.UNREADABLE),
        Fault(Problem.CHAIN_GAP, generation=3),
    )
    assert kinds_of(faults) == ("client", "page", "part", "entry")


@pytest.mark.parametrize(
    ("owed", "fact"),
    [
        (VerdictKind.ROLLED_BACK, Fact.INTEGRITY_OLDER),
        (VerdictKind.FORKED, Fact.INTEGRITY_FORKED),
        (VerdictKind.HEADER_ROLLED_BACK, Fact.INTEGRITY_OTHER_KEYS),
        (VerdictKind.HEADER_FORKED, Fact.INTEGRITY_OTHER_KEYS),
        (VerdictKind.SEAL_DAMAGED, Fact.INTEGRITY_INTACT),
    ],
)
def test_an_older_vault_is_not_in_order_however_sound_it_is(owed: VerdictKind, fact: Fact) -> None:
    checked = Checked(ago(0), entries=10, rows=10)
    assert integrity(checked, owed, pin_compared=True, now=NOW).fact is fact
    if fact is not Fact.INTEGRITY_INTACT:
        assert fact.state is State.LOOK
        assert integrity(None, owed, pin_compared=True, now=NOW).fact is fact


def test_what_was_never_checked_is_not_fine() -> None:
    assert integrity(None, pin_compared=True, now=NOW) == Finding(Fact.INTEGRITY_NOT_CHECKED)


@pytest.mark.parametrize(
    ("made", "kept", "rehearsed", "expected"),
    [
        (2, True, None, Finding(Fact.KIT_NEW, (2,))),
        (2, False, None, Finding(Fact.KIT_UNSEEN)),
        (2, None, None, Finding(Fact.KIT_NEVER)),  # a vault that never noted it
        (100, True, None, Finding(Fact.KIT_NEVER)),
        (300, True, 26, Finding(Fact.KIT_REHEARSED, (26,))),
        (300, False, 26, Finding(Fact.KIT_REHEARSED, (26,))),
        (300, True, 122, Finding(Fact.KIT_DUE, (122,))),
    ],
)
def test_the_kit_is_asked_for_each_quarter(
    made: int, kept: bool | None, rehearsed: int | None, expected: Finding
) -> None:
    at = None if rehearsed is None else ago(rehearsed)
    assert kit(KitFacts(1, ago(made).day, kept, at), NOW) == expected


@pytest.mark.parametrize(
    ("kinds", "fact"),
    [
        ({RECOVERY, SlotKind.KEYRING_PASSPHRASE}, Fact.WAYS_BOTH),
        ({RECOVERY, SlotKind.KEYRING_PASSPHRASE, SlotKind.PASSPHRASE}, Fact.WAYS_PASSPHRASE),
        ({RECOVERY, SlotKind.PASSPHRASE, SlotKind.KEYRING}, Fact.WAYS_KEYRING),
        ({RECOVERY}, Fact.WAYS_KIT),
    ],
)
def test_the_weakest_way_in_is_told(kinds: set[SlotKind], fact: Fact) -> None:
    assert ways_in(kinds) == Finding(fact)


def test_the_password_store_matters_only_to_some_ways() -> None:
    assert needs_store({RECOVERY, SlotKind.KEYRING_PASSPHRASE})
    assert not needs_store({RECOVERY, SlotKind.PASSPHRASE})


@pytest.mark.parametrize(
    ("minutes", "found"),
    [
        (5, Finding(Fact.AUTO_LOCK_ON, (5,))),
        (60, Finding(Fact.AUTO_LOCK_LATE, (60,))),
    ],
)
def test_a_late_lock_is_told(minutes: int, found: Finding) -> None:
    assert auto_lock(minutes) == found


def test_all_of_it_is_judged() -> None:
    look = VaultLook(frozenset({RECOVERY, SlotKind.PASSPHRASE}), KIT, None, pin_compared=False)
    assert {finding.fact for finding in judge(look, 5, NOW)} == {
        Fact.INTEGRITY_NOT_CHECKED,
        Fact.KIT_NEW,
        Fact.WAYS_PASSPHRASE,
        Fact.AUTO_LOCK_ON,
    }


def test_nobody_is_asked_for_the_kit_of_a_made_up_practice() -> None:
    look = VaultLook(frozenset({RECOVERY}), KIT, None, pin_compared=False, made_up=True)
    subjects = {finding.fact.subject for finding in judge(look, 5, NOW)}
    assert subjects == {Subject.INTEGRITY, Subject.WAYS_IN, Subject.AUTO_LOCK}
