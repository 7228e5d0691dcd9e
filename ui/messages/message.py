"""A message for people: what happened, and the way out."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Message:
    """Words for people; `way_out` may be empty."""

    sentence: str
    way_out: str = ""

    @property
    def text(self) -> str:
        """Both sentences, in a row."""
        return f"{self.sentence} {self.way_out}".rstrip()
