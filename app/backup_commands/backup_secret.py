"""What opens a backup on the command line: the words of a kit, or the passphrase added to it."""

from dataclasses import dataclass, field

from crypto.backup.unlock import BackupWay, ByPassphrase, ByWords
from crypto.slots.recovery import parse_words


@dataclass(frozen=True)
class BackupSecret:
    """One of the two, as it was typed."""

    words: str | None = field(default=None, repr=False)
    passphrase: str | None = field(default=None, repr=False)

    def way(self) -> BackupWay:
        """Raises RecoveryWordUnknown and RecoveryChecksum for words that are none."""
        if self.words is not None:
            return ByWords(parse_words(self.words))
        return ByPassphrase(self.passphrase or "")
