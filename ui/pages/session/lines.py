"""A note as the editor has it: one line a block, several for a very long paragraph."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from app.core.clock import Moment
from app.records.session_notes.record import Mark, Paragraph
from app.records.session_notes.text import pieces


@dataclass(frozen=True, slots=True)
class Line:
    """One block of the editor; a `continued` one goes on with the paragraph of the one before."""

    text: str
    at: Moment | None = None
    mark: Mark = Mark.NONE
    continued: bool = False


Lines = tuple[Line, ...]


def to_lines(paragraphs: Iterable[Paragraph]) -> Lines:
    """The paragraphs as they are shown; an empty note has one empty line to write on."""
    lines = tuple(
        Line(piece, paragraph.at, paragraph.mark, continued=number > 0)
        for paragraph in paragraphs
        for number, piece in enumerate(pieces(paragraph.text))
    )
    return lines or (Line(""),)


def to_paragraphs(lines: Lines) -> tuple[Paragraph, ...]:
    """The paragraphs to store; the time of an empty one is not kept, nor is a lone empty one."""
    found: list[Paragraph] = []
    for line in lines:
        if line.continued and found:
            found[-1] = replace(found[-1], text=found[-1].text + line.text)
        else:
            found.append(Paragraph(line.text, line.at, line.mark))
    paragraphs = tuple(p if p.text or p.at is None else replace(p, at=None) for p in found)
    return () if paragraphs == (Paragraph(""),) else paragraphs
