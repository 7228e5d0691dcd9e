"""The note of a made-up session: paragraphs with times and marks, as a coach would write them."""

from collections.abc import Mapping
from datetime import timedelta
from random import Random

from app.core.clock import Moment
from app.demo.stock import Stock
from app.records.session_notes.record import Mark, Paragraph

# How often a paragraph is of a kind; the rest are plain.
_MARKED = (
    (Mark.QUOTE, "quote", 0.09),
    (Mark.INSIGHT, "insight", 0.07),
    (Mark.COMMITMENT, "commitment", 0.08),
    (Mark.CONCERN, "concern", 0.04),
)
_LEAST, _USUAL, _MOST = 2, 7, 24  # paragraphs between the first and the last


def write_note(
    stock: Stock, words: Mapping[str, str], chance: Random, started: Moment, minutes: int
) -> tuple[Paragraph, ...]:
    """The paragraphs of one session, their times spread over its minutes."""
    count = min(max(_LEAST, round(chance.lognormvariate(0.0, 0.5) * _USUAL)), _MOST)
    kinds = [(Mark.NONE, "opening"), *(_kind(chance) for _ in range(count)), (Mark.NONE, "closing")]
    pause = minutes * 60 / len(kinds)
    return tuple(
        Paragraph(
            _text(stock, name, words, chance),
            started.plus(timedelta(seconds=int(pause * (at + chance.random())))),
            mark,
        )
        for at, (mark, name) in enumerate(kinds)
    )


def _kind(chance: Random) -> tuple[Mark, str]:
    drawn = chance.random()
    for mark, name, share in _MARKED:
        drawn -= share
        if drawn < 0:
            return mark, name
    return Mark.NONE, "paragraph"


def _text(stock: Stock, name: str, words: Mapping[str, str], chance: Random) -> str:
    text = stock.draw(name, chance, words)
    if name == "paragraph" and chance.random() < 0.4:
        text = f"{text} {stock.draw(name, chance, words)}"
    return text
