"""A message for people: its words, and what a page can offer beside it."""

from dataclasses import dataclass
from enum import StrEnum


class WayOut(StrEnum):
    """What a page may offer as a button beside the message."""

    RETRY = "retry"
    RECOVERY_KIT = "recovery_kit"
    PASSPHRASE = "passphrase"  # noqa: S105 - a way out, not a secret
    OTHER_VAULT = "other_vault"
    OTHER_FOLDER = "other_folder"
    PRACTICE_DETAILS = "practice_details"


@dataclass(frozen=True)
class Message:
    """Words for people; `way_out` may be empty, `actions` are what else a page can offer."""

    sentence: str
    way_out: str = ""
    actions: tuple[WayOut, ...] = ()

    @property
    def text(self) -> str:
        """Both sentences, in a row."""
        return f"{self.sentence} {self.way_out}".rstrip()
