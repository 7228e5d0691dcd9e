"""What a slot needs of a password store."""

from typing import Protocol

from crypto.secret import SecretBytes


class KeyStore(Protocol):
    """Keeps small secrets for the person who is logged in.

    A method may take as long as a prompt is open; each raises one of the KeyringError family.
    """

    @property
    def name(self) -> str:
        """The store's own name, for people."""
        ...

    def read(self, account: str) -> SecretBytes:
        """The secret; raises KeyringItemGone when there is none, or none that we wrote."""
        ...

    def write(self, account: str, secret: SecretBytes) -> None:
        """Keeps a secret and reads it back; raises KeyringWriteUnverified."""
        ...

    def delete(self, account: str) -> None:
        """Removes a secret; one that is not there is no error."""
        ...
