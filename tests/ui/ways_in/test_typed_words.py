"""Words as they are typed: split, put into fields, completed, compared."""

import pytest

from ui.ways_in.typed_words import Slip, completed, filled, slip_between, split

RIGHT = tuple(f"w{letter}" for letter in "abcdefghijklmnopqrstuvwx")
EMPTY = ("",) * 24
LIST = ("act", "action", "actor", "saddle", "sadness", "zoo")


@pytest.mark.parametrize(
    "text",
    [
        "harbour velvet otter",
        "  HARBOUR\tvelvet\notter ",
        "1 harbour 2 velvet 3 otter",
        "1. harbour\n2. velvet\n3. otter",
        "harbour, velvet, otter",
    ],
)
def test_words_are_told_from_what_stands_between_them(text: str) -> None:
    assert split(text) == ("harbour", "velvet", "otter")


def test_pasted_words_go_on_from_the_field_they_are_pasted_into() -> None:
    assert filled(EMPTY, 2, ("a", "b")) == ("", "", "a", "b", *EMPTY[4:])
    assert filled(EMPTY, 23, ("a", "b")) == (*EMPTY[1:], "a")


def test_all_24_begin_at_the_first_field_whichever_has_the_focus() -> None:
    assert filled(EMPTY, 7, RIGHT) == RIGHT


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        ("sa", ""),
        ("sad", ""),
        ("sadd", "saddle"),
        ("act", ""),
        ("acto", "actor"),
        ("actor", ""),
        ("zo", ""),
        ("xyz", ""),
    ],
)
def test_a_word_is_completed_once_it_can_only_be_one(typed: str, word: str) -> None:
    assert completed(typed, LIST) == word


def test_a_wrong_word_is_named_by_its_place() -> None:
    assert slip_between(("wa", "x", *RIGHT[2:]), RIGHT) == Slip((2,), "wb")


def test_a_swap_is_named_by_both_places() -> None:
    given = (*RIGHT[:4], RIGHT[5], RIGHT[4], *RIGHT[6:])

    assert slip_between(given, RIGHT) == Slip((5, 6), "")
