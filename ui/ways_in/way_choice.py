"""How a vault opens on a computer: by what the computer keeps, by a passphrase, or by both."""

from enum import StrEnum


class WayChoice(StrEnum):
    """The three ways in beside the Recovery Kit."""

    KEYRING = "keyring"
    BOTH = "both"  # this computer's half, and the passphrase
    PASSPHRASE = "passphrase"  # noqa: S105 - a way in, not a secret

    @property
    def takes_passphrase(self) -> bool:
        """Whether something has to be typed."""
        return self is not WayChoice.KEYRING

    @property
    def needs_store(self) -> bool:
        """Whether the computer's password store holds the key, or half of it."""
        return self is not WayChoice.PASSPHRASE
