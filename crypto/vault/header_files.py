"""The header on disk: the same bytes in two files, so that one of them survives anything."""

from dataclasses import dataclass
from pathlib import Path

from crypto.errors import CryptoError, HeaderDamaged, HeaderTampered, VaultMissing, VaultTooNew
from crypto.vault.atomic_file import write_atomically
from crypto.vault.disk_errors import as_vault_errors
from crypto.vault.header import MOST_FILE_BYTES, WrittenHeader, parse

COPIES = ("header.json", "header.copy.json")

# Which error to tell when neither copy can be used: the one that says most.
_TELLING = (VaultTooNew, HeaderTampered, HeaderDamaged)


@dataclass(frozen=True)
class FoundHeader:
    """The header in force, and what is wrong with the copies of it, if anything."""

    written: WrittenHeader
    one_unusable: bool  # a copy is missing or damaged
    differ: bool  # the files do not hold the same bytes; also so after a kill between two writes


def read_header(folder: Path) -> FoundHeader:
    """The newer of the usable copies.

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
    in_force = max(usable, key=lambda written: written.header.header_seq)  # the first of equals
    return FoundHeader(
        in_force,
        one_unusable=len(usable) < len(COPIES),
        differ=[written.data for written in usable] != [in_force.data] * len(COPIES),
    )


def write_header(folder: Path, data: bytes) -> None:
    """Writes one copy, then the other. Only when both are down is an older header gone.

    Raises SaveNotDurable, VaultReadOnly and VaultMissing.
    """
    with as_vault_errors():
        for name in COPIES:
            write_atomically(folder / name, data)


def _read(path: Path) -> bytes:
    with as_vault_errors(), path.open("rb") as file:
        return file.read(MOST_FILE_BYTES + 1)


def _most_telling(errors: list[CryptoError]) -> CryptoError:
    for kind in _TELLING:
        for error in errors:
            if isinstance(error, kind):
                return error
    return next((error for error in errors if not isinstance(error, VaultMissing)), VaultMissing())
