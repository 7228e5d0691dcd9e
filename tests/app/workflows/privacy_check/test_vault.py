"""What the vault itself tells, on a given day."""

from datetime import timedelta

import pytest

from app.core.clock import Moment
from app.workflows.privacy_check.finding import Fact, Finding
from app.workflows.privacy_check.vault import (
    Checked,
    VaultLook,
    auto_lock,
    integrity,
    judge,
    kit,
    needs_store,
    ways_in,
)
from crypto.slots.slot import SlotKind
from tests.support.fixed_clock import FixedClock

NOW = FixedClock().now()
RECOVERY = SlotKind.RECOVERY


def ago(days: int) -> Moment:
    return NOW.plus(-timedelta(days=days))


def test_a_vault_that_was_checked_says_when_and_how_much() -> None:
    checked = Checked(ago(3), entries=1482, rows=2318, faults=0)
    assert integrity(checked, pin_compared=True, now=NOW) == Finding(
        Fact.INTEGRITY_INTACT, (1482, 2318, 3)
    )
    assert integrity(checked, pin_compared=False, now=NOW).fact is Fact.INTEGRITY_NOT_COMPARED


def test_faults_are_told_before_everything_else() -> None:
    checked = Checked(ago(0), entries=10, rows=10, faults=2)
    assert integrity(checked, pin_compared=True, now=NOW) == Finding(Fact.INTEGRITY_FAULTS, (2, 0))


def test_what_was_never_checked_is_not_fine() -> None:
    assert integrity(None, pin_compared=True, now=NOW) == Finding(Fact.INTEGRITY_NOT_CHECKED)


@pytest.mark.parametrize(
    ("days", "fact"), [(0, Fact.KIT_REHEARSED), (91, Fact.KIT_REHEARSED), (92, Fact.KIT_DUE)]
)
def test_the_kit_is_asked_for_each_quarter(days: int, fact: Fact) -> None:
    assert kit(ago(days), NOW) == Finding(fact, (days,))


def test_a_kit_that_was_never_tried_is_told() -> None:
    assert kit(None, NOW) == Finding(Fact.KIT_NEVER)


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
    look = VaultLook(frozenset({RECOVERY, SlotKind.PASSPHRASE}), None, None, pin_compared=False)
    assert {finding.fact for finding in judge(look, 5, NOW)} == {
        Fact.INTEGRITY_NOT_CHECKED,
        Fact.KIT_NEVER,
        Fact.WAYS_PASSPHRASE,
        Fact.AUTO_LOCK_ON,
    }
