"""What is to be brought where: all that the process which does it needs to know."""

from dataclasses import dataclass, field
from pathlib import Path

from crypto.backup.header import BackupHeader
from crypto.secret import SecretBytes

SUFFIX = ".underrose-backup"  # of every backup whose name is Underrose's own


@dataclass(frozen=True)
class Errand:
    """`key` opens this backup and nothing else; the header lacks only the hash of the bytes."""

    staged: Path
    folder: Path
    file_name: str
    header: BackupHeader
    key: SecretBytes = field(repr=False)

    @property
    def target(self) -> Path:
        """Where the backup will lie."""
        return self.folder / self.file_name

    @property
    def part(self) -> Path:
        """What it is called until it is proven."""
        return self.folder / f".{self.file_name}.part"
