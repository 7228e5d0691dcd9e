"""A password store in memory, which can be told to fail."""

from crypto.errors import CryptoError, KeyringItemGone
from crypto.secret import SecretBytes


class FakeKeyStore:
    """Keeps secrets as the real store does, and raises `failure` instead when one is set."""

    def __init__(self, name: str = "Test Keyring") -> None:
        self.name = name
        self.items: dict[str, bytes] = {}
        self.failure: CryptoError | None = None

    def read(self, account: str) -> SecretBytes:
        self._fail()
        if account not in self.items:
            raise KeyringItemGone
        return SecretBytes(self.items[account])

    def write(self, account: str, secret: SecretBytes) -> None:
        self._fail()
        self.items[account] = secret.reveal()

    def delete(self, account: str) -> None:
        self._fail()
        self.items.pop(account, None)

    def _fail(self) -> None:
        if self.failure is not None:
            raise self.failure
