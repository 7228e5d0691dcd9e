"""What can be told of a vault without any secret: its header, and whether its files are there."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from crypto.errors import CryptoError, HeaderDamaged, HeaderTampered, VaultTooNew
from crypto.slots.recovery import RecoverySlot
from crypto.vault.connection import SALT_BYTES, salt_of
from crypto.vault.header import MOST_FILE_BYTES, Header, parse
from crypto.vault.header_files import COPIES, read_header
from crypto.vault.pages import PAGE_BYTES
from crypto.vault.seal import SEAL_BYTES


class Copy(StrEnum):
    """How one copy of the header is."""

    SOUND = "sound"
    MISSING = "missing"
    UNREADABLE = "unreadable"
    DAMAGED = "damaged"
    CHANGED = "changed"  # its checksum is right, but the app would not write it so
    TOO_NEW = "too_new"


class File(StrEnum):
    """How the database or the seal is."""

    THERE = "there"
    MISSING = "missing"
    UNREADABLE = "unreadable"
    CUT_OFF = "cut_off"
    OF_ANOTHER_VAULT = "of_another_vault"


_TOLD: dict[type[CryptoError], Copy] = {
    HeaderDamaged: Copy.DAMAGED,
    HeaderTampered: Copy.CHANGED,
    VaultTooNew: Copy.TOO_NEW,
}


@dataclass(frozen=True)
class Outside:
    """A vault as anybody can look at it. `header` is the one in force."""

    header: Header
    copies: tuple[Copy, ...]
    database: File
    seal: File

    @property
    def is_sound(self) -> bool:
        """Whether nothing is wrong as far as that can be told from outside."""
        files = {self.database, self.seal}
        return set(self.copies) == {Copy.SOUND} and files == {File.THERE}

    @property
    def kinds(self) -> tuple[str, ...]:
        """The ways in, by kind."""
        return tuple(slot.descriptor.kind.value for slot in self.header.slots)

    @property
    def kit_number(self) -> int:
        """The Recovery Kit that opens it."""
        descriptors = (slot.descriptor for slot in self.header.slots)
        return next(each.kit_number for each in descriptors if isinstance(each, RecoverySlot))


def look(folder: Path) -> Outside:
    """Looks at a vault's files.

    Raises VaultMissing, and when no copy of the header can be used VaultTooNew, HeaderTampered,
    HeaderDamaged; VaultReadOnly for files that may not be read.
    """
    header = read_header(folder).written.header
    return Outside(
        header=header,
        copies=tuple(_copy(folder / name) for name in COPIES),
        database=_database(folder / header.db_file, header.db_salt),
        seal=_seal(folder / header.seal_file),
    )


def _copy(path: Path) -> Copy:
    try:
        with path.open("rb") as file:
            parse(file.read(MOST_FILE_BYTES + 1))
    except FileNotFoundError:
        return Copy.MISSING
    except OSError:
        return Copy.UNREADABLE
    except CryptoError as error:
        return _TOLD.get(type(error), Copy.DAMAGED)
    return Copy.SOUND


def _database(path: Path, salt: bytes) -> File:
    try:
        found, size = salt_of(path), path.stat().st_size
    except FileNotFoundError:
        return File.MISSING
    except OSError:
        return File.UNREADABLE
    if len(found) < SALT_BYTES or size % PAGE_BYTES:
        return File.CUT_OFF
    return File.THERE if found == salt else File.OF_ANOTHER_VAULT


def _seal(path: Path) -> File:
    try:
        size = path.stat().st_size
    except FileNotFoundError:
        return File.MISSING
    except OSError:
        return File.UNREADABLE
    return File.THERE if size == SEAL_BYTES else File.CUT_OFF
