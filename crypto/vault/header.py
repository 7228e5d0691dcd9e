"""The header: what is known of a vault before it is open, and every slot that opens it."""

import unicodedata
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Annotated, Literal
from uuid import UUID

from msgspec import Meta, Struct

from crypto.errors import HeaderDamaged, HeaderTampered, VaultNameNotUsable, VaultTooNew
from crypto.secret import SecretBytes
from crypto.slots.open_slot import Slot
from crypto.slots.slot import SlotKind
from crypto.vault import frame
from crypto.vault.frame import BrokenFrame, Frame, LaterFormat, StrangeFields

FORMAT = 1
SUITE = "argon2id.hkdf-sha256.aes-256-gcm-siv.sqlcipher-4"
LONGEST_NAME = 100
MOST_SLOTS = 12
MOST_JSON_BYTES = 16 * 1024

_FRAME = Frame("UNDERROSE-VAULT", FORMAT, MOST_JSON_BYTES)
MOST_FILE_BYTES = _FRAME.most_bytes

_NOT_IN_A_NAME = {"Cc", "Cs", "Zl", "Zp"}  # controls, surrogates and line ends

_Counter = Annotated[int, Meta(ge=1, le=2**53 - 1)]


class Header(Struct, frozen=True, forbid_unknown_fields=True):
    """The fields of the header; a vault's name is all that it says about its owner."""

    format: _Counter
    min_reader: _Counter
    vault_id: UUID
    name: str
    header_seq: _Counter
    epoch: _Counter
    suite: Literal["argon2id.hkdf-sha256.aes-256-gcm-siv.sqlcipher-4"]
    created_at: datetime
    db_file: Annotated[str, Meta(pattern=r"^vault-[1-9][0-9]{0,8}\.db\Z")]
    db_salt: Annotated[bytes, Meta(min_length=16, max_length=16)]
    seal_file: Annotated[str, Meta(pattern=r"^seal-[1-9][0-9]{0,8}\Z")]
    slots: Annotated[tuple[Slot, ...], Meta(min_length=1, max_length=MOST_SLOTS)]

    def __post_init__(self) -> None:
        ids = {slot.descriptor.slot_id for slot in self.slots}
        kinds = [slot.descriptor.kind for slot in self.slots]
        rules = (
            self.min_reader <= self.format,
            is_usable_name(self.name),
            self.created_at.tzinfo == UTC and self.created_at.microsecond == 0,
            self.seal_file == f"seal-{self.database_number}",
            len(ids) == len(self.slots),
            kinds.count(SlotKind.RECOVERY) == 1,
            kinds.count(SlotKind.PASSPHRASE) <= 1,
        )
        if not all(rules):
            raise ValueError("not a header of this format")

    @property
    def database_number(self) -> int:
        """The n of `vault-<n>.db`, which is never used again for another database."""
        return int(self.db_file.removeprefix("vault-").removesuffix(".db"))


@dataclass(frozen=True)
class WrittenHeader:
    """A header with the exact bytes that hold it; its HMAC is not checked yet."""

    header: Header
    data: bytes

    def check_mac(self, key: SecretBytes) -> None:
        """Raises HeaderTampered when somebody without the vault key wrote these bytes."""
        if not frame.has_mac(self.data, key):
            raise HeaderTampered


def render(header: Header, key: SecretBytes) -> WrittenHeader:
    """The header's file."""
    return WrittenHeader(header, _FRAME.render(header, key))


def render_proven(header: Header, key: SecretBytes) -> WrittenHeader:
    """The header's file, read back before it takes the place of one that opens the vault."""
    written = render(header, key)
    if parse(written.data) != written:
        raise HeaderTampered
    return written


def parse(data: bytes) -> WrittenHeader:
    """Reads a header without any secret, and refuses everything that `render` does not write.

    Raises VaultTooNew for a later format, HeaderDamaged when the frame or the checksum is wrong,
    and HeaderTampered when those are right but the content is none that this app writes.
    """
    try:
        return WrittenHeader(_FRAME.read(data, Header), data)
    except LaterFormat:
        raise VaultTooNew from None
    except BrokenFrame:
        raise HeaderDamaged from None
    except StrangeFields:
        raise HeaderTampered from None


def is_usable_name(name: str) -> bool:
    """Whether a vault can be called this: printable, on one line, not too long, not blank."""
    return 0 < len(name.strip()) <= len(name) <= LONGEST_NAME and not any(
        unicodedata.category(character) in _NOT_IN_A_NAME for character in name
    )


def refuse_unusable_name(name: str) -> None:
    """Raises VaultNameNotUsable."""
    if not is_usable_name(name):
        raise VaultNameNotUsable
