"""The state table of a vault at unlock, row by row; the first match wins."""

from dataclasses import replace

import pytest

from app.ledger.verdict import Found, History, Verdict, VerdictKind, judge
from crypto.primitives.hash_chain import GENESIS_HEAD
from crypto.vault.pin import Pin
from crypto.vault.seal import SealState

DRAFTS, OTHER_DRAFTS = b"d" * 32, b"e" * 32
NEVER = b"n" * 32  # drafts that the database knows it never had
HEADER, OTHER_HEADER = b"h" * 32, b"i" * 32


def head(generation: int) -> bytes:
    return GENESIS_HEAD if generation == 0 else bytes([generation]) * 32


def state(
    generation: int, write_no: int | None = None, drafts: bytes = DRAFTS, other: bool = False
) -> SealState:
    """As many writes as entries, unless said otherwise; `other` is from another history."""
    writes = generation if write_no is None else write_no
    return SealState(writes, generation, b"x" * 32 if other else head(generation), drafts)


def pin(of: SealState, header_seq: int = 3, header_sha256: bytes = HEADER, epoch: int = 1) -> Pin:
    return Pin(of, epoch, header_seq, header_sha256)


AS_LEFT = Found(
    database=state(10),
    drafts_sha256=DRAFTS,
    epoch=1,
    header_seq=3,
    header_sha256=HEADER,
    seal=state(10),
    pin=pin(state(10)),
)


def judged(**changes: object) -> Verdict:
    found = replace(AS_LEFT, **changes)  # pyright: ignore[reportArgumentType]

    def heads(at: int) -> bytes | None:
        return head(at) if at <= found.database.generation else None

    return judge(found, History(heads, lambda state: state.drafts_sha256 != NEVER))


def test_a_vault_as_it_was_left() -> None:
    verdict = judged()
    assert verdict == Verdict(VerdictKind.AS_LEFT, 10, 10, vouched=True)
    assert not verdict.needs_answer
    assert not verdict.needs_full_check


@pytest.mark.parametrize("older", [state(0), state(7), state(10, 10)])
def test_a_pin_that_is_older_fits(older: SealState) -> None:
    assert judged(pin=pin(older)).kind is VerdictKind.AS_LEFT


def test_an_older_pin_fits_when_drafts_were_written_since() -> None:
    database = state(10, 15)
    verdict = judged(database=database, seal=database, pin=pin(state(10, 12, OTHER_DRAFTS)))
    assert verdict.kind is VerdictKind.AS_LEFT
    assert verdict.vouched


def test_without_a_pin_the_seal_alone_speaks() -> None:
    assert judged(pin=None) == Verdict(VerdictKind.AS_LEFT, 10, 10)


def test_a_pin_that_knows_more_entries_tells_an_older_folder() -> None:
    verdict = judged(pin=pin(state(14)))
    assert verdict == Verdict(VerdictKind.ROLLED_BACK, 14, 10)
    assert verdict.needs_answer


def test_a_pin_that_knows_more_writes_tells_lost_drafts() -> None:
    assert judged(pin=pin(state(10, 13))) == Verdict(VerdictKind.ROLLED_BACK, 10, 10)


def test_a_pin_of_one_write_more_is_told_as_what_a_power_cut_may_undo() -> None:
    assert judged(pin=pin(state(11))).write_behind
    assert judged(pin=pin(state(10, 11))).write_behind


def test_a_pin_of_another_history_tells_a_fork() -> None:
    verdict = judged(pin=pin(state(8, other=True)))
    assert verdict == Verdict(VerdictKind.FORKED, 8, 10)
    assert verdict.needs_answer


def test_more_entries_after_no_more_writes_tell_a_fork() -> None:
    assert judged(pin=pin(state(8, 10))).kind is VerdictKind.FORKED
    assert judged(pin=None, seal=state(8, 10)).kind is VerdictKind.FORKED


def test_other_drafts_after_as_many_writes_tell_a_fork() -> None:
    assert judged(pin=pin(state(10, drafts=OTHER_DRAFTS))).kind is VerdictKind.FORKED


def test_a_pin_that_the_chain_names_is_known_and_asks_nothing_twice() -> None:
    verdict = judged(pin=pin(state(14)), pin_accepted=True)
    assert verdict == Verdict(VerdictKind.AS_LEFT, 10, 10, pin_known=True)


def test_a_known_pin_does_not_vouch_for_a_damaged_seal() -> None:
    verdict = judged(pin=pin(state(14)), pin_accepted=True, seal=None)
    assert verdict.kind is VerdictKind.SEAL_DAMAGED
    assert verdict.needs_answer


def test_a_known_pin_hides_no_seal_that_knows_more() -> None:
    verdict = judged(pin=pin(state(14)), pin_accepted=True, seal=state(12))
    assert verdict.kind is VerdictKind.ROLLED_BACK
    assert verdict.known == 12


def test_an_older_header_than_the_pins_is_a_rollback_of_the_header() -> None:
    verdict = judged(header_seq=2, header_sha256=OTHER_HEADER)
    assert verdict == Verdict(VerdictKind.HEADER_ROLLED_BACK, 3, 2)
    assert verdict.needs_answer


def test_a_header_of_an_older_key_than_the_pins_is_a_rollback() -> None:
    assert judged(pin=pin(state(10), epoch=2)).kind is VerdictKind.HEADER_ROLLED_BACK


def test_another_header_of_the_same_number_tells_a_fork_of_the_ways_in() -> None:
    verdict = judged(header_sha256=OTHER_HEADER)
    assert verdict == Verdict(VerdictKind.HEADER_FORKED, 3, 3)
    assert verdict.needs_answer


def test_a_newer_header_than_the_pins_is_nothing_to_tell() -> None:
    assert judged(header_seq=4, header_sha256=OTHER_HEADER, epoch=2).kind is VerdictKind.AS_LEFT


def test_an_older_folder_is_told_before_its_older_header() -> None:
    verdict = judged(pin=pin(state(14)), header_seq=2, header_sha256=OTHER_HEADER)
    assert verdict.kind is VerdictKind.ROLLED_BACK


def test_a_seal_that_is_gone_while_the_pin_fits_needs_a_full_check_and_no_answer() -> None:
    verdict = judged(seal=None)
    assert verdict.kind is VerdictKind.SEAL_DAMAGED
    assert verdict.needs_full_check
    assert not verdict.needs_answer


def test_a_seal_that_is_gone_without_a_pin_needs_an_answer() -> None:
    verdict = judged(seal=None, pin=None)
    assert verdict.kind is VerdictKind.SEAL_DAMAGED
    assert verdict.needs_answer


def test_a_pin_that_cannot_be_reached_counts_as_none() -> None:
    assert judged(seal=None, pin=None).needs_answer
    assert judged(pin=None).kind is VerdictKind.AS_LEFT


def test_a_pin_that_does_not_fit_is_told_before_a_seal_that_is_gone() -> None:
    assert judged(seal=None, pin=pin(state(14))).kind is VerdictKind.ROLLED_BACK


def test_a_seal_that_knows_more_entries_tells_an_older_database() -> None:
    verdict = judged(seal=state(12))
    assert (verdict.kind, verdict.known, verdict.found) == (VerdictKind.ROLLED_BACK, 12, 10)
    assert not verdict.write_behind


def test_a_seal_of_one_write_more_is_told_as_what_a_power_cut_may_undo() -> None:
    assert judged(seal=state(11)).write_behind


def test_a_seal_of_another_history_tells_a_fork() -> None:
    assert judged(seal=state(9, other=True)).kind is VerdictKind.FORKED


def test_a_seal_that_knows_more_writes_tells_a_lost_draft() -> None:
    verdict = judged(seal=state(10, 12))
    assert verdict.kind is VerdictKind.ROLLED_BACK
    assert not verdict.write_behind
    assert judged(seal=state(10, 11)).write_behind


def test_drafts_that_do_not_hash_to_what_the_last_write_left_are_damage() -> None:
    verdict = judged(drafts_sha256=OTHER_DRAFTS)
    assert verdict.kind is VerdictKind.DAMAGED
    assert verdict.needs_answer


def test_drafts_that_differ_from_the_seals_are_damage() -> None:
    verdict = judged(seal=state(10, drafts=OTHER_DRAFTS), pin=None)
    assert verdict.kind is VerdictKind.DAMAGED


@pytest.mark.parametrize("ahead", [state(11), state(10, 11, OTHER_DRAFTS), state(13, 11)])
def test_one_write_ahead_of_the_seal_was_killed_before_sealing(ahead: SealState) -> None:
    verdict = judged(database=ahead, drafts_sha256=ahead.drafts_sha256)
    assert verdict.kind is VerdictKind.UNSEALED
    assert not verdict.needs_answer
    assert not verdict.needs_full_check


@pytest.mark.parametrize("ahead", [state(12), state(10, 12)])
def test_further_ahead_of_the_seal_needs_a_full_check_and_no_answer(ahead: SealState) -> None:
    verdict = judged(database=ahead)
    assert verdict.kind is VerdictKind.SEAL_BEHIND
    assert verdict.needs_full_check
    assert not verdict.needs_answer


def test_killed_between_accepting_and_sealing_asks_nothing_twice() -> None:
    accepted = {"seal": state(14), "seal_accepted": True}
    assert judged(**accepted, accepted_last=True).kind is VerdictKind.UNSEALED
    assert judged(**accepted).kind is VerdictKind.SEAL_BEHIND


def test_drafts_that_do_not_match_are_damage_also_where_another_seal_was_accepted() -> None:
    accepted = {"seal": state(14), "seal_accepted": True, "drafts_sha256": OTHER_DRAFTS}
    assert judged(**accepted, accepted_last=True).kind is VerdictKind.DAMAGED
    assert judged(**accepted).kind is VerdictKind.DAMAGED


@pytest.mark.parametrize("database", [state(10, 13), state(11, 13), state(10, 12)])
def test_drafts_that_this_database_never_had_tell_a_fork(database: SealState) -> None:
    apart = state(10, 11, NEVER)
    assert judged(database=database, seal=database, pin=pin(apart)).kind is VerdictKind.FORKED
    assert judged(database=database, seal=apart, pin=None).kind is VerdictKind.FORKED
