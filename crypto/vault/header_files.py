"""The header on disk: the same bytes in two files, so that one of them survives anything."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from crypto.errors import (
    CryptoError,
    HeaderDamaged,
    HeaderTampered,
    VaultDamaged,
    VaultMissing,
    VaultTooNew,
)
from crypto.vault.atomic_file import write_atomically
from crypto.vault.connection import salt_of
from crypto.vault.databases import something_begun
from crypto.vault.disk_errors import as_reading_errors, as_vault_errors
from crypto.vault.header import MOST_FILE_BYTES, Header, WrittenHeader, parse

COPIES = ("header.json", "header.copy.json")

# Which error to tell when neither copy can be used: the one that says most.
_TELLING = (VaultTooNew, HeaderTampered, HeaderDamaged)


@dataclass(frozen=True)
class FoundHeader:
    """The copies of the header that can be read, newest first, and what is wrong with them."""

    candidates: tuple[WrittenHeader, ...]  # one, or two that differ
    strange: tuple[WrittenHeader, ...]  # the copy of another database beside a candidate
    one_unusable: bool  # a copy is damaged, of another vault, or missing for no reason
    differ: bool  # the files do not hold the same bytes; also so after a kill between two writes

    @property
    def written(self) -> WrittenHeader:
        """The newest; whether the app wrote it, only the vault key can tell."""
        return self.candidates[0]


def read_header(folder: Path) -> FoundHeader:
    """The usable copies; of two that differ, those whose database is in this folder.

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
    candidates = newest_first[:1] if same else _of_this_database(folder, newest_first)
    strange = [] if same else [copy for copy in newest_first if copy not in candidates]
    return FoundHeader(
        tuple(candidates),
        tuple(strange),
        one_unusable=bool(strange) or (bool(errors) and not _left_by_a_kill(folder, errors)),
        differ=not (same and len(usable) == len(COPIES)),
    )


def write_header(folder: Path, data: bytes) -> None:
    """Writes one copy, then the other. Only when both are down is an older header gone.

    Raises SaveNotDurable, VaultReadOnly and VaultMissing.
    """
    with as_vault_errors():
        for name in COPIES:
            write_atomically(folder / name, data)


def _of_this_database(folder: Path, copies: list[WrittenHeader]) -> list[WrittenHeader]:
    # A header of another vault may well open, by the same passphrase. If none fits, it is told
    # where the database is opened.
    return [written for written in copies if _fits_database(folder, written.header)] or copies


def _fits_database(folder: Path, header: Header) -> bool:
    # It is there, and has the salt of the one that the header was written for.
    try:
        return salt_of(folder / header.db_file) == header.db_salt
    except OSError:
        return False


def _left_by_a_kill(folder: Path, errors: list[CryptoError]) -> bool:
    # A new key is put in force while there is one copy.
    missing = all(isinstance(error, VaultMissing) for error in errors)
    with as_reading_errors():
        return missing and something_begun(folder)


def set_aside(folder: Path, written: WrittenHeader) -> None:
    """Keeps a copy that is about to be replaced, under a name that nothing reads.

    It may be of a newer key, and all that is left of it. Raises as `write_header`.
    """
    name = f"header.{hashlib.sha256(written.data).hexdigest()[:16]}.aside"
    with as_vault_errors():
        write_atomically(folder / name, written.data)


def _read(path: Path) -> bytes:
    try:
        with as_reading_errors(), path.open("rb") as file:
            return file.read(MOST_FILE_BYTES + 1)
    except VaultDamaged:  # a bad sector: the other copy may do
        raise HeaderDamaged from None


def _most_telling(errors: list[CryptoError]) -> CryptoError:
    for kind in _TELLING:
        for error in errors:
            if isinstance(error, kind):
                return error
    return next((error for error in errors if not isinstance(error, VaultMissing)), VaultMissing())
