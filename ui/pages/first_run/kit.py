"""What passes from one step of first run to the next."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from pathlib import Path


class Opening(StrEnum):
    """How a new vault is to open."""

    KEYRING = "keyring"
    BOTH = "both"
    PASSPHRASE = "passphrase"  # noqa: S105 - a way in, not a secret

    @property
    def takes_passphrase(self) -> bool:
        """Whether a passphrase has to be thought of."""
        return self is not Opening.KEYRING

    @property
    def needs_store(self) -> bool:
        """Whether the computer's password store has to play along."""
        return self is not Opening.PASSPHRASE


@dataclass(frozen=True)
class Kit:
    """The Recovery Kit of the vault in `folder`: its words exist here and on paper only."""

    folder: Path
    vault_name: str
    number: int
    made_on: date
    words: tuple[str, ...] = field(repr=False)
