"""A session note is stored as canonical JSON and comes back as it was."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.clock import Moment
from app.records.session_notes.record import (
    Mark,
    Paragraph,
    content,
    from_bytes,
    to_bytes,
)
from app.records.session_notes.text import paragraphs
from crypto.encoding import canonical_json

MOMENTS = st.builds(
    Moment.of, st.integers(0, 2**42), st.sampled_from(["Europe/London", "Pacific/Auckland"])
)
TEXTS = st.text(st.characters(codec=None)).map(paragraphs)


@st.composite
def notes(draw: st.DrawFn) -> tuple[Paragraph, ...]:
    return tuple(
        Paragraph(text, draw(st.none() | MOMENTS), draw(st.sampled_from(Mark)))
        for text in draw(TEXTS)
    )


@given(notes())
def test_a_stored_note_comes_back_as_it_was(note: tuple[Paragraph, ...]) -> None:
    assert from_bytes(to_bytes(note)) == note


@given(notes())
def test_what_is_stored_is_canonical_json(note: tuple[Paragraph, ...]) -> None:
    assert to_bytes(note) == canonical_json(content(note))


def test_the_stored_form_stays_as_it_is() -> None:
    at = Moment(datetime(2026, 11, 17, 10, 41, tzinfo=UTC), "Europe/London")
    note = (Paragraph("“I hadn’t decided.”\u2028\0", at, Mark.QUOTE), Paragraph(""))
    assert to_bytes(note).decode() == (
        '{"paragraphs":['
        '{"at_ms":1794912060000,"at_zone":"Europe/London","mark":"quote",'
        '"text":"“I hadn’t decided.”\u2028\\u0000"},'
        '{"at_ms":null,"at_zone":null,"mark":"","text":""}]}'
    )


def test_a_half_pair_cannot_be_stored() -> None:
    with pytest.raises(UnicodeEncodeError):
        to_bytes((Paragraph("\ud800"),))
