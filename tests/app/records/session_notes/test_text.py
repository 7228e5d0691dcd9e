"""A note keeps text as typed; only what ends a paragraph or cannot be text is taken out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.errors import NoteTooLong
from app.records.session_notes.text import (
    NOTE_LIMIT,
    PARAGRAPH_LIMIT,
    PIECE_LIMIT,
    fitting,
    paragraphs,
    pieces,
)

ANY_TEXT = st.text(st.characters(codec=None))  # lone surrogates too
AWKWARD = st.text(st.sampled_from("a \t\r\n\0\u00a0\u2028\u2029\ufeff\ufdd0\ufdd1\ud800\udc00é"))


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("", ("",)),
        ("one\ntwo", ("one", "two")),
        ("one\r\ntwo", ("one", "two")),
        ("one\rtwo\n\rthree", ("one", "two", "", "three")),
        ("one\u2029two", ("one", "two")),
        ("a\ud800b\udfffc", ("abc",)),
        ("a\ufdd0b\ufdd1", ("ab",)),
        ("\ufeffa\ufeffb", ("a\ufeffb",)),
        ("\ud800\ufeffa", ("a",)),
    ],
)
def test_what_comes_in(text: str, kept: tuple[str, ...]) -> None:
    assert paragraphs(text) == kept


@pytest.mark.parametrize(
    "text",
    [
        "  two spaces, \t a tab, \u00a0 one that stays \0 ",
        "שלום 👩🏽‍🚀 e\u0301 \ufffc\ufffd\U0010ffff",
        "line\u2028line",
    ],
)
def test_what_stays_as_it_is(text: str) -> None:
    assert paragraphs(text) == (text,)


@given(ANY_TEXT | AWKWARD)
def test_what_is_kept_stays_the_same_the_next_time(text: str) -> None:
    kept = paragraphs(text)
    assert paragraphs("\n".join(kept)) == kept


@given(ANY_TEXT | AWKWARD)
def test_every_paragraph_can_be_stored(text: str) -> None:
    assert all(paragraph.encode().decode() == paragraph for paragraph in paragraphs(text))


@given(st.text(), st.integers(1, 4))
def test_pieces_are_the_paragraph(text: str, times: int) -> None:
    paragraph = (text or "x") * (times * PIECE_LIMIT // len(text or "x") + 1)
    found = pieces(paragraph)
    assert "".join(found) == paragraph
    assert len(found) > 1
    assert all(len(piece) <= PIECE_LIMIT for piece in found)


def test_a_short_paragraph_is_one_piece() -> None:
    assert pieces("") == ("",)
    assert pieces("x" * PIECE_LIMIT) == ("x" * PIECE_LIMIT,)


def test_a_long_paragraph_is_cut_after_a_space() -> None:
    first, second = pieces("word " * 1_601)
    assert first == "word " * 1_600
    assert second == "word "


def test_a_text_longer_than_the_room_is_refused() -> None:
    assert fitting("a\nb", 3) == ("a", "b")
    with pytest.raises(NoteTooLong):
        fitting("a\nbc", 3)
    with pytest.raises(NoteTooLong):
        fitting("x" * 5_000_000, NOTE_LIMIT)


def test_a_text_of_more_paragraphs_than_there_is_room_for_is_refused() -> None:
    assert fitting("a\nb", 3, more=2) == ("a", "b")
    with pytest.raises(NoteTooLong):
        fitting("a\nb", 3, more=1)
    with pytest.raises(NoteTooLong):
        fitting("\n" * PARAGRAPH_LIMIT, NOTE_LIMIT)
