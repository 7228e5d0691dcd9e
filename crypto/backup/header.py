"""The block that stands twice at the end of a backup: what it is, and the slots that open it.

With the hash of all database bytes in it, its HMAC covers the whole file before it.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Annotated, Literal
from uuid import UUID

from msgspec import Meta, Struct

from crypto.backup.slots import BackupSlot
from crypto.backup.subkeys import BackupPurpose, backup_subkey
from crypto.errors import BackupDamaged, BackupTooNew
from crypto.secret import SecretBytes
from crypto.slots.passphrase import PassphraseSlot
from crypto.slots.recovery import RecoverySlot
from crypto.slots.slot import SlotKind
from crypto.vault import frame
from crypto.vault.frame import BrokenFrame, Frame, LaterFormat, StrangeFields
from crypto.vault.header import is_usable_name
from crypto.vault.pages import PAGE_BYTES

FORMAT = 1
SUITE = "argon2id.hkdf-sha256.aes-256-gcm-siv.sqlcipher-4"
BLOCKS, BLOCK_BYTES = 2, 4096
MOST_SLOTS = 2
HASH_BYTES = 32

_NAME = "UNDERROSE-BACKUP"
MAGIC = _NAME.encode()  # what a block begins with, whatever its format
_FRAME = Frame(_NAME, FORMAT, BLOCK_BYTES - 256)
_PADDING = b"\n"
_UNHASHED = bytes(HASH_BYTES)  # until all of the database is written

_Counter = Annotated[int, Meta(ge=1, le=2**53 - 1)]


class BackupHeader(Struct, frozen=True, forbid_unknown_fields=True):
    """The fields of a block; the vault's name is all that it says about its owner."""

    format: _Counter
    min_reader: _Counter
    suite: Literal["argon2id.hkdf-sha256.aes-256-gcm-siv.sqlcipher-4"]
    backup_id: UUID
    vault_id: UUID
    name: str
    made_at: datetime
    seq: _Counter  # one more each time that other slots were put in
    db_bytes: Annotated[int, Meta(ge=PAGE_BYTES, le=2**53 - 1, multiple_of=PAGE_BYTES)]
    db_sha256: Annotated[bytes, Meta(min_length=HASH_BYTES, max_length=HASH_BYTES)]
    slots: Annotated[tuple[BackupSlot, ...], Meta(min_length=1, max_length=MOST_SLOTS)]

    def __post_init__(self) -> None:
        ids = {slot.descriptor.slot_id for slot in self.slots}
        kinds = [slot.descriptor.kind for slot in self.slots]
        rules = (
            self.min_reader <= self.format,
            is_usable_name(self.name),
            self.made_at.tzinfo == UTC and self.made_at.microsecond == 0,
            len(ids) == len(self.slots),
            kinds.count(SlotKind.RECOVERY) == 1,
        )
        if not all(rules):
            raise ValueError("not a backup of this format")

    @property
    def file_bytes(self) -> int:
        """The size of the whole file: the database, and its blocks behind it."""
        return self.db_bytes + BLOCKS * BLOCK_BYTES

    @property
    def kit(self) -> RecoverySlot:
        """What is known of the kit that opens it; every backup has one."""
        kits = (slot.descriptor for slot in self.slots)
        return next(each for each in kits if isinstance(each, RecoverySlot))

    @property
    def kit_number(self) -> int:
        """The number of the kit that opens it."""
        return self.kit.kit_number

    @property
    def kit_made_on(self) -> date:
        """The day that stands on that kit."""
        return self.kit.kit_made_on

    @property
    def has_passphrase(self) -> bool:
        """Whether a passphrase opens it too."""
        return any(isinstance(slot.descriptor, PassphraseSlot) for slot in self.slots)


def begun_header(
    *,
    backup_id: UUID,
    vault_id: UUID,
    name: str,
    made_at: datetime,
    db_bytes: int,
    slots: tuple[BackupSlot, ...],
) -> BackupHeader:
    """The header of a backup whose bytes are not counted yet; `made_at` is aware."""
    return BackupHeader(
        format=FORMAT,
        min_reader=FORMAT,
        suite=SUITE,
        backup_id=backup_id,
        vault_id=vault_id,
        name=name,
        made_at=made_at.astimezone(UTC).replace(microsecond=0),
        seq=1,
        db_bytes=db_bytes,
        db_sha256=_UNHASHED,
        slots=slots,
    )


@dataclass(frozen=True)
class WrittenBlock:
    """A header with the exact bytes that hold it; its HMAC is not checked yet."""

    header: BackupHeader
    data: bytes

    def is_written_with(self, key: SecretBytes) -> bool:
        """Whether whoever wrote these bytes had the backup's key."""
        with backup_subkey(key, BackupPurpose.HEADER, self.header.backup_id) as mac_key:
            return frame.has_mac(_unpadded(self.data), mac_key)


def render(header: BackupHeader, key: SecretBytes) -> WrittenBlock:
    """The block, read back before anything relies on it; raises BackupDamaged."""
    with backup_subkey(key, BackupPurpose.HEADER, header.backup_id) as mac_key:
        data = _FRAME.render(header, mac_key).ljust(BLOCK_BYTES, _PADDING)
    written = WrittenBlock(header, data)
    if parse(data) != written:
        raise BackupDamaged
    return written


def parse(data: bytes) -> WrittenBlock:
    """Reads a block without any secret, and refuses everything that `render` does not write.

    Raises BackupTooNew and BackupDamaged.
    """
    if len(data) != BLOCK_BYTES:
        raise BackupDamaged
    try:
        return WrittenBlock(_FRAME.read(_unpadded(data), BackupHeader), data)
    except LaterFormat:
        raise BackupTooNew from None
    except (BrokenFrame, StrangeFields):
        raise BackupDamaged from None


def _unpadded(data: bytes) -> bytes:
    return data.rstrip(_PADDING) + _PADDING
