"""What is said and offered follows from how the vault stands."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.core.clock import Moment
from app.ledger.verdict import Verdict, VerdictKind
from ui.pages.standing import words
from ui.pages.standing.calls import Faults, Found
from ui.pages.standing.state import CHOICES, Choice, Facts, State, Trouble, derive

SAVED = Moment(datetime(2025, 11, 17, 9, 52, tzinfo=UTC), "Europe/Berlin")
OLDER = Verdict(VerdictKind.ROLLED_BACK, 1482, 1410)


def state_of(verdict: Verdict, *, read_only: bool = False) -> State:
    return derive(Facts(Found(verdict, SAVED, Path("/vaults/Whitlock.vault"), read_only)))


@pytest.mark.parametrize(
    ("verdict", "trouble"),
    [
        (OLDER, Trouble.OLDER),
        (Verdict(VerdictKind.ROLLED_BACK, 7, 7), Trouble.OLDER_DRAFT),
        (Verdict(VerdictKind.ROLLED_BACK, 7, 6, write_behind=True), Trouble.UNDONE),
        (Verdict(VerdictKind.FORKED, 7, 9), Trouble.FORKED),
        (Verdict(VerdictKind.HEADER_ROLLED_BACK, 3, 2), Trouble.OLDER_KEYS),
        (Verdict(VerdictKind.HEADER_FORKED, 3, 3), Trouble.FORKED_KEYS),
        (Verdict(VerdictKind.SEAL_DAMAGED, 7, 7), Trouble.SEAL),
        (Verdict(VerdictKind.DAMAGED, 7, 7), Trouble.DAMAGED),
    ],
)
def test_each_verdict_that_needs_an_answer_has_its_words_and_choices(
    verdict: Verdict, trouble: Trouble
) -> None:
    state = state_of(verdict)
    assert verdict.needs_answer
    assert state.trouble is trouble
    assert words.title(state)
    assert words.meaning(state).endswith((".", "?"))
    assert Choice.LOOK in state.choices
    assert Choice.FIND in state.choices
    assert all(words.choice(state, choice) for choice in state.choices)


def test_every_verdict_that_needs_an_answer_is_known_here() -> None:
    for kind in VerdictKind:
        verdict = Verdict(kind, 7, 6)
        assert (state_of(verdict).trouble is not None) == verdict.needs_answer, kind


def test_both_sides_are_told_with_entries_and_what_is_known_of_dates() -> None:
    (was, known), (now, here) = words.sides(state_of(OLDER))
    assert (was, known) == ("Last saved here", "entry 1,482, time not known")
    assert (now, here) == ("In this folder", "entry 1,410, Mon 17 Nov 2025 at 10:52")


def test_a_power_cut_is_named_where_it_is_the_likely_reason() -> None:
    undone = state_of(Verdict(VerdictKind.ROLLED_BACK, 7, 6, write_behind=True))
    assert "A power cut may have undone the last save." in words.meaning(undone)
    assert "power cut" not in words.meaning(state_of(OLDER))
    assert "The last save stays missing." in words.question(undone)[1]


def test_a_damaged_vault_can_not_be_gone_on_with() -> None:
    assert Choice.GO_ON not in state_of(Verdict(VerdictKind.DAMAGED, 7, 7)).choices


def test_out_of_damage_a_backup_comes_first_then_what_can_be_read() -> None:
    state = state_of(Verdict(VerdictKind.DAMAGED, 7, 7))
    told = [words.choice(state, choice) for choice in state.choices[:2]]
    assert told == ["Restore a backup", "Save what can be read"]


def test_what_is_open_for_reading_only_can_not_be_gone_on_with_either() -> None:
    assert Choice.GO_ON not in state_of(OLDER, read_only=True).choices
    assert CHOICES[Trouble.OLDER][-1] is Choice.GO_ON


def test_what_a_check_found_counts_more_than_the_seal() -> None:
    found = Found(Verdict(VerdictKind.SEAL_DAMAGED, 7, 7), SAVED, Path("/v"), False)
    facts = Facts(found, faults=Faults(2, False))
    state = derive(facts)
    assert state.trouble is Trouble.DAMAGED
    assert words.meaning(state).startswith("2 records can’t be trusted or read.")
    assert Choice.CHECK not in state.choices
    many = derive(replace(facts, faults=Faults(100, True)))
    assert words.meaning(many).startswith("100+ records")
    one = derive(replace(facts, faults=Faults(1, False)))
    assert words.meaning(one).startswith("One record")
