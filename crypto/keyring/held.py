"""A secret that was read from a store before, for a vault that is opened after."""

from crypto.errors import KeyringItemGone, KeyringMissing
from crypto.secret import SecretBytes


class HeldSecret:
    """Answers as the store would, for the one account that was asked for, without waiting."""

    def __init__(self, name: str, account: str, secret: SecretBytes) -> None:
        self.name = name
        self._account = account
        self._secret = secret

    def read(self, account: str) -> SecretBytes:
        """See KeyStore."""
        if account != self._account:
            raise KeyringItemGone
        return SecretBytes(self._secret.reveal())

    def write(self, account: str, secret: SecretBytes) -> None:
        """Not possible here."""
        del account, secret
        raise KeyringMissing

    def delete(self, account: str) -> None:
        """Not possible here."""
        del account
        raise KeyringMissing
