"""Paragraphs come back from the lines that show them as they went in."""

from hypothesis import given
from hypothesis import strategies as st

from app.core.clock import Moment
from app.records.session_notes.record import Mark, Paragraph
from app.records.session_notes.text import PIECE_LIMIT
from ui.pages.session.lines import Line, to_lines, to_paragraphs

AT = Moment.of(1_794_912_060_000, "Europe/London")

TEXTS = st.text(max_size=20) | st.text("ab ", min_size=1, max_size=9).map(lambda t: t * PIECE_LIMIT)


def paragraph(text: str, mark: Mark) -> Paragraph:
    return Paragraph(text, AT if text else None, mark)


PARAGRAPHS = st.builds(paragraph, TEXTS, st.sampled_from(Mark))


@given(st.lists(PARAGRAPHS, max_size=4).map(tuple))
def test_paragraphs_come_back(paragraphs: tuple[Paragraph, ...]) -> None:
    expected = () if paragraphs == (Paragraph(""),) else paragraphs
    assert to_paragraphs(to_lines(paragraphs)) == expected


def test_an_empty_note_has_a_line_to_write_on() -> None:
    assert to_lines(()) == (Line(""),)
    assert to_paragraphs((Line(""),)) == ()


def test_empty_paragraphs_between_others_are_kept_without_a_time() -> None:
    lines = (Line("a", AT), Line("", AT), Line("", None, Mark.QUOTE))
    assert to_paragraphs(lines) == (
        Paragraph("a", AT),
        Paragraph(""),
        Paragraph("", None, Mark.QUOTE),
    )


def test_a_long_paragraph_is_several_lines_and_one_paragraph() -> None:
    long = Paragraph("word " * 4_000, AT, Mark.INSIGHT)
    first, second, third = to_lines((long,))
    assert (first.continued, second.continued, third.continued) == (False, True, True)
    assert {line.mark for line in (first, second, third)} == {Mark.INSIGHT}
    assert to_paragraphs((first, second, third)) == (long,)


def test_a_first_line_is_never_continued() -> None:
    assert to_paragraphs((Line("a", continued=True), Line("b", continued=True))) == (
        Paragraph("ab"),
    )
