"""The four marks of a paragraph: how each is named, typed, drawn and told."""

from dataclasses import dataclass

from app.records.session_notes.record import Mark
from ui.translation import QT_TRANSLATE_NOOP, translate


@dataclass(frozen=True)
class MarkLook:
    """How a mark looks on screen; titles are in the context "SessionMark"."""

    mark: Mark
    title: str
    button: str  # what its button is called for screen readers
    prefix: str  # typed at the beginning of a paragraph
    icon: str
    tone: str  # a colour's name in the tokens, with .text, .mark and .soft


LOOKS = (
    MarkLook(
        Mark.INSIGHT,
        QT_TRANSLATE_NOOP("SessionMark", "Insight"),
        QT_TRANSLATE_NOOP("SessionMark", "Mark as insight"),
        "! ",
        "lightbulb",
        "iris",
    ),
    MarkLook(
        Mark.CONCERN,
        QT_TRANSLATE_NOOP("SessionMark", "Concern"),
        QT_TRANSLATE_NOOP("SessionMark", "Mark as concern"),
        "? ",
        "circle-alert",
        "ochre",
    ),
    MarkLook(
        Mark.COMMITMENT,
        QT_TRANSLATE_NOOP("SessionMark", "Commitment"),
        QT_TRANSLATE_NOOP("SessionMark", "Mark as commitment"),
        "[] ",
        "handshake",
        "leaf",
    ),
    MarkLook(
        Mark.QUOTE,
        QT_TRANSLATE_NOOP("SessionMark", "Quote"),
        QT_TRANSLATE_NOOP("SessionMark", "Mark as quote"),
        "> ",
        "quote",
        "plum",
    ),
)
_BY_MARK = {look.mark: look for look in LOOKS}
_BY_PREFIX = {look.prefix: look.mark for look in LOOKS}


def look_of(mark: Mark) -> MarkLook | None:
    """The look of a mark; None for a paragraph without one."""
    return _BY_MARK.get(mark)


def typed_mark(beginning: str) -> Mark | None:
    """The mark that a paragraph beginning with just this gets, or None."""
    return _BY_PREFIX.get(beginning)


def title_of(mark: Mark) -> str:
    """The mark's name on screen; empty for none."""
    look = look_of(mark)
    return translate("SessionMark", look.title) if look else ""
