"""A password store in files, which outlives a process that is killed while using it."""

from dataclasses import dataclass
from pathlib import Path

from crypto.errors import KeyringItemGone
from crypto.secret import SecretBytes
from crypto.vault.atomic_file import write_atomically


@dataclass(frozen=True)
class FileKeyStore:
    """Keeps each secret in a file of its own."""

    folder: Path
    name: str = "Test Keyring"

    def read(self, account: str) -> SecretBytes:
        try:
            return SecretBytes(self._file(account).read_bytes())
        except FileNotFoundError:
            raise KeyringItemGone from None

    def write(self, account: str, secret: SecretBytes) -> None:
        self.folder.mkdir(exist_ok=True)
        write_atomically(self._file(account), secret.reveal())

    def delete(self, account: str) -> None:
        self._file(account).unlink(missing_ok=True)

    def _file(self, account: str) -> Path:
        return self.folder / account.replace("/", "+")
