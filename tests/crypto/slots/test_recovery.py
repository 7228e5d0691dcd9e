from datetime import date
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mnemonic import Mnemonic

from crypto.errors import RecoveryChecksum, RecoveryWordUnknown, RecoveryWrong
from crypto.primitives.kdf import APP_COSTS
from crypto.secret import SecretBytes
from crypto.slots.recovery import (
    RecoverySlot,
    RecoveryWay,
    complete,
    entropy_of,
    new_kit,
    parse_words,
    repairs,
    suggest,
    words_of,
)

VOID_COME = (
    "void come effort suffer camp survey warrior heavy shoot primary clutch crush open amazing "
    "screen patrol group space point ten exist slush involve unfold"
)

# BIP-39's own vectors for 24 words: entropy and words.
VECTORS = [
    ("00" * 32, "abandon " * 23 + "art"),
    (
        "7f" * 32,
        "legal winner thank year wave sausage worth useful " * 2
        + "legal winner thank year wave sausage worth title",
    ),
    (
        "80" * 32,
        "letter advice cage absurd amount doctor acoustic avoid " * 2
        + "letter advice cage absurd amount doctor acoustic bless",
    ),
    ("ff" * 32, "zoo " * 23 + "vote"),
    (
        "f585c11aec520db57dd353c69554b21a89b20fb0650966fa0a9d6f74fd989d8f",
        VOID_COME,
    ),
]
WORDS = tuple(VECTORS[4][1].split())


@pytest.mark.parametrize(("entropy", "text"), VECTORS)
def test_words_are_those_of_bip_39(entropy: str, text: str) -> None:
    assert words_of(SecretBytes(bytes.fromhex(entropy))) == tuple(text.split())
    assert entropy_of(text.split()).reveal().hex() == entropy


@given(st.binary(min_size=32, max_size=32))
def test_every_kit_reads_back_as_the_library_reads_it(entropy: bytes) -> None:
    words = words_of(SecretBytes(entropy))
    assert entropy_of(words).reveal() == entropy
    assert Mnemonic("english").to_entropy(list(words)) == entropy


def test_words_are_taken_in_any_case_and_spacing() -> None:
    assert parse_words("  " + "\n ".join(WORDS).upper() + "\t") == WORDS


def test_a_word_that_is_not_in_the_list_is_named_by_its_place() -> None:
    with pytest.raises(RecoveryWordUnknown) as error:
        parse_words(" ".join([*WORDS[:3], "hosre", *WORDS[4:]]))
    assert (error.value.position, error.value.suggestion) == (4, "horse")


def test_nothing_is_suggested_for_what_is_like_no_word() -> None:
    assert suggest("qqqqqqqq") is None
    assert suggest("SADLE") == "saddle"


@pytest.mark.parametrize(
    "words",
    [WORDS[:23], (*WORDS, "abandon"), (), WORDS[1:2] + WORDS[:1] + WORDS[2:], ("zoo",) * 24],
)
def test_too_few_too_many_or_misordered_words_fail_their_checksum(words: tuple[str, ...]) -> None:
    with pytest.raises(RecoveryChecksum) as told:
        parse_words(" ".join(words))
    assert told.value.count == len(words)


def test_four_letters_complete_to_one_word() -> None:
    assert complete("SADD") == ("saddle",)
    assert complete("sad") == ("sad", "saddle", "sadness")
    assert complete("xyz") == ()


def test_two_swapped_neighbours_are_among_the_repairs() -> None:
    assert WORDS in set(repairs([*WORDS[:5], WORDS[6], WORDS[5], *WORDS[7:]]))


@pytest.mark.parametrize("place", [0, 11, 23])
def test_a_single_wrong_word_is_among_the_repairs(place: int) -> None:
    assert WORDS in set(repairs([*WORDS[:place], "zoo", *WORDS[place + 1 :]]))


def test_every_repair_has_a_valid_checksum_and_there_are_few() -> None:
    found = list(repairs([*WORDS[:5], "zoo", *WORDS[6:]]))
    assert 100 < len(found) < 300
    for words in found:
        entropy_of(words)


def test_there_is_no_repair_for_missing_words() -> None:
    assert list(repairs(WORDS[:23])) == []


def test_a_new_kit_is_its_own() -> None:
    first, second = new_kit(1, date(2026, 11, 23)), new_kit(2, date(2026, 11, 24))
    assert len(first.words) == 24
    assert first.words != second.words
    assert entropy_of(first.words) == first.enrolment.key_material
    descriptor = second.enrolment.descriptor
    assert isinstance(descriptor, RecoverySlot)
    assert (descriptor.kit_number, descriptor.kit_made_on) == (2, date(2026, 11, 24))


def test_a_kit_and_a_way_in_do_not_show_their_words() -> None:
    kit = new_kit(1, date(2026, 11, 23))
    assert kit.words[0] not in f"{kit!r} {RecoveryWay(kit.words)!r}"


def test_wrong_words_will_be_told_which_kit_is_the_right_one() -> None:
    slot = RecoverySlot(uuid4(), kit_number=3, kit_made_on=date(2026, 11, 23))
    chosen = RecoveryWay(WORDS).choose([slot], UUID(int=1), APP_COSTS)
    assert chosen.slot_id == slot.slot_id
    assert isinstance(chosen.if_wrong, RecoveryWrong)
    assert chosen.if_wrong.kit_number == 3
