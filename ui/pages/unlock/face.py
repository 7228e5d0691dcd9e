"""What the lock screen knows of a vault: its name and how it opens, nothing else."""

from dataclasses import dataclass
from enum import StrEnum


class Form(StrEnum):
    """What a vault asks for to open on this computer."""

    KEYRING = "keyring"
    BOTH = "both"  # this computer's half, and the passphrase
    PASSPHRASE = "passphrase"  # noqa: S105 - a form, not a secret

    @property
    def takes_passphrase(self) -> bool:
        """Whether something has to be typed."""
        return self is not Form.KEYRING

    @property
    def asks_store(self) -> bool:
        """Whether the computer's password store holds the key, or half of it."""
        return self is not Form.PASSPHRASE


@dataclass(frozen=True)
class Face:
    """A vault from outside."""

    name: str
    form: Form
