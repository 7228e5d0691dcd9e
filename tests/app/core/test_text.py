"""Short texts are trimmed, and refused when they could not be read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core import text
from app.core.errors import NameMissing, NameNotUsable, TextTooLong


def test_a_name_keeps_everything_but_the_space_around_it() -> None:
    assert text.name("  Zoë  O’Brien-Lindqvist ") == "Zoë  O’Brien-Lindqvist"
    assert text.name("A.") == "A."
    assert text.name("王小明") == "王小明"


@pytest.mark.parametrize("blank", ["", "   ", "\u00a0\u2003", "\u200b", "\ufeff", "\u2060 \u00ad"])
def test_an_empty_name_is_missing(blank: str) -> None:
    with pytest.raises(NameMissing):
        text.name(blank)


@pytest.mark.parametrize(
    "bad", ["A\x00B", "A\nB", "A\x1bB", "A\u2028B", "A\ud800B", "A\ufdd0B", "x" * 201]
)
def test_a_name_with_control_characters_or_beyond_200_letters_is_refused(bad: str) -> None:
    with pytest.raises(NameNotUsable):
        text.name(bad)


def test_one_line_stays_one_line() -> None:
    assert text.line(" a\tb\nc ") == "a b c"
    with pytest.raises(TextTooLong):
        text.line("x" * 1_001)


def test_lines_keep_their_breaks() -> None:
    assert text.lines("4 Mill Street\r\nPenwick\r\n") == "4 Mill Street\nPenwick"


@given(st.text(max_size=50))
def test_a_name_that_is_taken_is_taken_again_as_it_is(typed: str) -> None:
    try:
        name = text.name(typed)
    except (NameMissing, NameNotUsable):
        return
    assert text.name(name) == name
