"""Words as they are typed: counted, found, mended."""

import pytest

from ui.pages.recover.typed import Slip, count, finished, slip_between, with_word, word_at

RIGHT = tuple(f"w{number}" for number in range(1, 25))


def test_words_are_counted_whatever_stands_between_them() -> None:
    assert count("") == count(" \n ") == 0
    assert count("harbour  velvet\notter\t sparrow") == 4


@pytest.mark.parametrize(
    ("text", "looked_up"),
    [
        ("harbour vel", "harbour "),
        ("harbour velvet ", "harbour velvet "),
        ("har", ""),
        (" ".join(RIGHT), " ".join(RIGHT)),
    ],
)
def test_a_word_that_may_still_grow_is_not_looked_up(text: str, looked_up: str) -> None:
    assert finished(text) == looked_up


def test_words_are_found_by_their_place() -> None:
    assert word_at("harbour sadle\notter", 2) == "sadle"
    assert word_at("harbour", 2) == ""


def test_a_word_is_replaced_in_its_place_and_nothing_else_moves() -> None:
    assert with_word("harbour  sadle\notter", 2, "saddle") == "harbour  saddle\notter"
    assert with_word("harbour sadle", 2, "saddle") == "harbour saddle "


def test_a_wrong_word_is_named_by_its_place() -> None:
    given = ("w1", "x", *RIGHT[2:])

    assert slip_between(given, RIGHT) == Slip((2,), "w2")


def test_a_swap_is_named_by_both_places() -> None:
    given = (*RIGHT[:4], "w6", "w5", *RIGHT[6:])

    assert slip_between(given, RIGHT) == Slip((5, 6), "")
