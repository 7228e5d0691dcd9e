"""Text is broken into lines that fit, whatever people write."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QFont, QTextLayout

from ui.paper.styles import BODY, STATEMENT, STRONG, Style
from ui.paper.typesetting import NO_LETTER, UNITS, Typesetter
from ui.theme.tokens import Tokens, load_tokens

WIDTH = 100 * UNITS


def test_a_line_is_as_high_as_its_style_says(setter: Typesetter) -> None:
    assert [line.height for line in setter.lines("One line", STATEMENT, WIDTH)] == [17 * UNITS]


def test_each_break_starts_a_line_and_nothing_is_still_a_line(setter: Typesetter) -> None:
    assert len(setter.lines("One\nTwo", BODY, WIDTH)) == 2
    assert len(setter.lines("", BODY, WIDTH)) == 1


def test_a_word_wider_than_the_line_is_broken(setter: Typesetter) -> None:
    lines = setter.lines("W" * 200, STRONG, WIDTH)
    assert len(lines) > 5
    assert all(line.line.naturalTextWidth() <= WIDTH for line in lines)


@settings(max_examples=50)
@given(st.text(max_size=200))
def test_any_text_fits_its_width(text: str) -> None:
    setter = Typesetter(Tokens(load_tokens()))
    # Spaces may hang over the end of a line, as in any text.
    for line in setter.lines(text.replace(" ", ""), BODY, WIDTH):
        assert line.line.naturalTextWidth() <= WIDTH + UNITS
        assert line.height == 14 * UNITS


@pytest.mark.parametrize("letter", ["\ue123", "\U000f1234"])
def test_a_letter_without_a_shape_becomes_a_box(setter: Typesetter, letter: str) -> None:
    (line,) = setter.lines(f"a{letter}b", BODY, WIDTH)
    assert line.layout.text() == f"a{NO_LETTER}b"
    assert setter.lost_letters


def test_known_letters_are_left_alone(setter: Typesetter) -> None:
    (line,) = setter.lines("Żółć Ω é – ’", BODY, WIDTH)
    assert line.layout.text() == "Żółć Ω é – ’"
    assert not setter.lost_letters


@pytest.mark.parametrize("style", [BODY, STATEMENT], ids=["plain", "voice"])
def test_letters_are_never_joined_into_one_shape(setter: Typesetter, style: Style) -> None:
    for word in ("The", "office", "first"):
        (line,) = setter.lines(word, style, WIDTH)
        assert sum(len(run.glyphIndexes()) for run in line.layout.glyphRuns()) == len(word)


def test_the_voice_and_the_app_have_their_own_fonts(setter: Typesetter) -> None:
    assert _font(setter, STATEMENT).family() == "Literata"
    assert _font(setter, BODY).family() == "Source Sans 3"


def _font(setter: Typesetter, style: Style) -> QFont:
    layout: QTextLayout = setter.lines("a", style, WIDTH)[0].layout
    return layout.font()
