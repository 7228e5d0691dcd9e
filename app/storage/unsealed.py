"""A database that has no seal yet: the state that its vault will seal first is kept at hand."""

from crypto.vault.connection import VaultConnection
from crypto.vault.seal import SealState


class Unsealed:
    """Stands in for the vault while its database is being filled."""

    def __init__(self, connection: VaultConnection) -> None:
        self.connection = connection
        self.state: SealState

    def write_seal(self, state: SealState) -> None:
        """Keeps the state; see `SealedStore`."""
        self.state = state
