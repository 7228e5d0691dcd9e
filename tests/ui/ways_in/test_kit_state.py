"""The check of three words."""

from dataclasses import replace

import pytest

from ui.ways_in.kit_model import pick_places
from ui.ways_in.kit_state import Answer, Facts, derive, judge


@pytest.mark.parametrize(
    ("typed", "left", "answer"),
    [
        ("", True, Answer.EMPTY),
        ("  ", True, Answer.EMPTY),
        ("sad", False, Answer.TYPING),
        ("saddle", False, Answer.RIGHT),
        (" Saddle ", True, Answer.RIGHT),
        ("sadle", True, Answer.WRONG),
    ],
)
def test_a_word_is_judged_when_its_field_is_left(typed: str, left: bool, answer: Answer) -> None:
    assert judge(typed, "saddle", left=left) is answer


def test_all_three_have_to_be_right() -> None:
    two = Facts(answers=(Answer.RIGHT, Answer.RIGHT, Answer.TYPING))

    assert not derive(two).can_finish
    assert derive(replace(two, answers=(Answer.RIGHT,) * 3)).can_finish


def test_the_places_are_three_different_ones_in_order_and_not_always_the_same() -> None:
    picked = {pick_places(24) for _ in range(50)}

    assert len(picked) > 1
    for places in picked:
        assert len(set(places)) == 3
        assert list(places) == sorted(places)
        assert places[0] >= 1
        assert places[-1] <= 24
