"""A session note: paragraphs kept as typed, each with its time and mark."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import msgspec

from app.core.clock import Moment
from app.core.ids import ClientId, SessionId

DRAFT_KIND = "session_note/1"


class Mark(StrEnum):
    """A paragraph's kind."""

    NONE = ""
    INSIGHT = "insight"
    CONCERN = "concern"
    COMMITMENT = "commitment"
    QUOTE = "quote"


@dataclass(frozen=True)
class Paragraph:
    """One paragraph. `at` is when its first character was typed, None for an empty one."""

    text: str
    at: Moment | None = None
    mark: Mark = Mark.NONE


@dataclass(frozen=True)
class SessionNote:
    """Everything written in one session; `final_at` is None while it is a draft."""

    session: SessionId
    client: ClientId
    paragraphs: tuple[Paragraph, ...] = ()
    final_at: Moment | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing but blank space was written."""
        return not any(paragraph.text.strip() for paragraph in self.paragraphs)


class _StoredParagraph(msgspec.Struct, forbid_unknown_fields=True):
    # In RFC 8785's order, so that msgspec writes canonical JSON: a long note is encoded at every
    # autosave, and rfc8785 itself takes ten times as long, with Python's lock held.
    at_ms: int | None
    at_zone: str | None
    mark: Mark
    text: str


class _Stored(msgspec.Struct, forbid_unknown_fields=True):
    paragraphs: list[_StoredParagraph]


def content(paragraphs: tuple[Paragraph, ...]) -> dict[str, Any]:
    """Paragraphs as plain JSON values: what an entry commits to."""
    return {
        "paragraphs": [
            {
                "text": p.text,
                "at_ms": p.at.milliseconds if p.at else None,
                "at_zone": p.at.zone if p.at else None,
                "mark": p.mark.value,
            }
            for p in paragraphs
        ]
    }


def to_bytes(paragraphs: tuple[Paragraph, ...]) -> bytes:
    """Paragraphs as canonical JSON (RFC 8785)."""
    stored = [
        _StoredParagraph(
            p.at.milliseconds if p.at else None, p.at.zone if p.at else None, p.mark, p.text
        )
        for p in paragraphs
    ]
    return msgspec.json.encode(_Stored(stored))


def first_text(data: bytes) -> str:
    """The text of the first paragraph that isn't blank, of what `to_bytes` wrote; "" if none is.

    Lists ask this of hundreds of notes, and need nothing else of them.
    """
    stored = msgspec.json.decode(data, type=_Stored)
    return next((p.text for p in stored.paragraphs if p.text.strip()), "")


def from_bytes(data: bytes) -> tuple[Paragraph, ...]:
    """The paragraphs that `to_bytes` wrote."""
    stored = msgspec.json.decode(data, type=_Stored)
    return tuple(
        Paragraph(
            text=p.text,
            at=None if p.at_ms is None or p.at_zone is None else Moment.of(p.at_ms, p.at_zone),
            mark=p.mark,
        )
        for p in stored.paragraphs
    )
