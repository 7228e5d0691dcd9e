"""Answers of a password store in hand, for a vault that is opened after it was asked."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from crypto.errors import KeyringError, KeyringItemGone, KeyringMissing
from crypto.secret import SecretBytes


@dataclass(frozen=True)
class HeldSecret:
    """Answers as the store did for the accounts that it was asked for, without waiting.

    `pin_account` is the one of them that the pin is under.
    """

    name: str
    answers: Mapping[str, SecretBytes | KeyringError] = field(repr=False)
    pin_account: str

    @property
    def pin(self) -> bytes | None:
        """The pin's bytes, None when there is none; KeyringError when the store did not tell."""
        try:
            return self.read(self.pin_account).reveal()
        except KeyringItemGone:
            return None

    def read(self, account: str) -> SecretBytes:
        """See KeyStore."""
        answer = self.answers.get(account, KeyringItemGone())
        if isinstance(answer, KeyringError):
            raise answer
        return SecretBytes(answer.reveal())

    def write(self, account: str, secret: SecretBytes) -> None:
        """Not possible here."""
        del account, secret
        raise KeyringMissing

    def delete(self, account: str) -> None:
        """Not possible here."""
        del account
        raise KeyringMissing
