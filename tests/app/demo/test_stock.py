"""Texts drawn from the stock: the same for the same chance, their words as in a language."""

import math
import re
from collections import Counter
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.demo.people import spoken_of
from app.demo.stock import Stock, read_stocks
from app.records.clients.record import Pronouns
from resources.files import read_bytes

STOCKS = read_stocks(read_bytes)
WORDS = spoken_of("Amalia Ashgrove", Pronouns.SHE)


@pytest.mark.parametrize("stock", STOCKS)
def test_every_list_can_be_drawn_to_its_end(stock: Stock) -> None:
    chance = Random("ends")
    for name in stock.names():
        for _ in range(40):
            text = stock.draw(name, chance, WORDS)
            assert text
            assert not re.search(r"[{}]|  ", text)


@given(st.text(max_size=20), st.integers(0, len(STOCKS) - 1))
def test_the_same_chance_draws_the_same_text(seed: str, theme: int) -> None:
    first, second = (
        [STOCKS[theme].draw("paragraph", chance, WORDS) for _ in range(3)]
        for chance in (Random(seed), Random(seed))
    )
    assert first == second


def test_words_are_as_frequent_as_in_a_language() -> None:
    """Zipf: on double logarithmic paper, frequency falls with rank at a slope near -1."""
    chance, counts = Random("zipf"), Counter[str]()
    for number in range(20_000):
        text = STOCKS[number % len(STOCKS)].draw("paragraph", chance, WORDS)
        counts.update(re.findall(r"[a-z’]+", text.lower()))
    ranked = [count for _, count in counts.most_common()]
    points = [(math.log(rank), math.log(ranked[rank - 1])) for rank in (3, 10, 30, 100, 300, 1000)]
    (x0, y0), (x1, y1) = points[0], points[-1]
    assert -1.6 < (y1 - y0) / (x1 - x0) < -0.7
    assert len(ranked) > 2_500  # a long tail of words that are seldom
    assert ranked[0] / sum(ranked) < 0.1  # and none that drowns the others


def test_braces_that_nothing_fills_are_a_mistake() -> None:
    with pytest.raises(KeyError):
        Stock({"said": ["{nobody} came"]}).draw("said", Random(1), {})
