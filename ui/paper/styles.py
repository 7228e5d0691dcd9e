"""The paper's text styles and page sizes, in points."""

from dataclasses import dataclass
from enum import Enum

MM = 72 / 25.4  # points


class Family(Enum):
    """The two voices: what people say and agree, and what the app says."""

    VOICE = "clause"
    PLAIN = "body"


@dataclass(frozen=True)
class Style:
    """How a paragraph is set. `ink` is a colour token, `tag` what it is in HTML."""

    family: Family
    size: float
    line: float
    weight: int = 400
    ink: str = "ink.primary"
    tag: str = "p"


TITLE = Style(Family.VOICE, 20, 25.5, 500, tag="h1")
STATEMENT = Style(Family.VOICE, 11, 17)
SAYING = Style(Family.VOICE, 10, 15)
HEADING = Style(Family.PLAIN, 10.5, 15, 600, tag="h2")
NAME = Style(Family.PLAIN, 10.5, 15, 600, tag="h3")
BODY = Style(Family.PLAIN, 10, 14)
NOTE = Style(Family.PLAIN, 10, 14, ink="ink.secondary")
STRONG = Style(Family.PLAIN, 10, 14, 600)
COLUMN = Style(Family.PLAIN, 9.4, 14, 600, "ink.secondary")
FOOT = Style(Family.PLAIN, 8.6, 12, ink="ink.secondary")
KIT_WORD = Style(Family.PLAIN, 13, 18, 600)
KIT_NUMBER = Style(Family.PLAIN, 10, 18, ink="ink.secondary")


class PaperSize(Enum):
    """A sheet's width and height in points."""

    A4 = (210 * MM, 297 * MM)
    LETTER = (612.0, 792.0)

    @property
    def width(self) -> float:
        """In points."""
        return self.value[0]

    @property
    def height(self) -> float:
        """In points."""
        return self.value[1]


TOP = 17 * MM
SIDE = 19 * MM
BOTTOM = 12 * MM
RULE = 0.6
HEADER_RULE = 0.9
