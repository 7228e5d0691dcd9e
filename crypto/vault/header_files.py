"""The header on disk: the same bytes in two files, so that one of them survives anything."""

from dataclasses import dataclass
from pathlib import Path

from crypto.errors import CryptoError, HeaderDamaged, HeaderTampered, VaultMissing, VaultTooNew
from crypto.vault.atomic_file import write_atomically
from crypto.vault.disk_errors import as_vault_errors
from crypto.vault.generations import something_begun
from crypto.vault.header import MOST_FILE_BYTES, WrittenHeader, parse

COPIES = ("header.json", "header.copy.json")

# Which error to tell when neither copy can be used: the one that says most.
_TELLING = (VaultTooNew, HeaderTampered, HeaderDamaged)


@dataclass(frozen=True)
class FoundHeader:
    """The copies of the header that can be read, newest first, and what is wrong with them."""

    candidates: tuple[WrittenHeader, ...]  # one, or two that differ
    one_unusable: bool  # a copy is damaged, or missing for no reason
    differ: bool  # the files do not hold the same bytes; also so after a kill between two writes

    @property
    def written(self) -> WrittenHeader:
        """The newest; whether the app wrote it, only the vault key can tell."""
        return self.candidates[0]


def read_header(folder: Path) -> FoundHeader:
    """The usable copies.

    Raises VaultMissing when neither file is there; when neither is usable, VaultTooNew,
    HeaderTampered or HeaderDamaged.
    """
    usable: list[WrittenHeader] = []
    errors: list[CryptoError] = []
    for name in COPIES:
        try:
            usable.append(parse(_read(folder / name)))
        except CryptoError as error:
            errors.append(error)
    if not usable:
        raise _most_telling(errors)
    # Stable: of equals the first stays in front.
    newest_first = sorted(usable, key=lambda written: -written.header.header_seq)
    same = len({written.data for written in usable}) == 1
    return FoundHeader(
        tuple(newest_first[:1] if same else newest_first),
        one_unusable=bool(errors) and not _left_by_a_kill(folder, errors),
        differ=not (same and len(usable) == len(COPIES)),
    )


def write_header(folder: Path, data: bytes) -> None:
    """Writes one copy, then the other. Only when both are down is an older header gone.

    Raises SaveNotDurable, VaultReadOnly and VaultMissing.
    """
    with as_vault_errors():
        for name in COPIES:
            write_atomically(folder / name, data)


def _left_by_a_kill(folder: Path, errors: list[CryptoError]) -> bool:
    # A new key is put in force while there is one copy.
    missing = all(isinstance(error, VaultMissing) for error in errors)
    return missing and something_begun(folder)


def _read(path: Path) -> bytes:
    with as_vault_errors(), path.open("rb") as file:
        return file.read(MOST_FILE_BYTES + 1)


def _most_telling(errors: list[CryptoError]) -> CryptoError:
    for kind in _TELLING:
        for error in errors:
            if isinstance(error, kind):
                return error
    return next((error for error in errors if not isinstance(error, VaultMissing)), VaultMissing())
