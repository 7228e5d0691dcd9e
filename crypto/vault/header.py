"""The header: what is known of a vault before it is open, and every slot that opens it.

Four lines: a magic line, one line of canonical JSON, the SHA-256 of all bytes before it, and an
HMAC of all bytes before that one. The checksum tells damage from a wrong secret before anything
is unlocked; the HMAC tells, after it, that nobody else wrote the header.
"""

import hashlib
import hmac
import re
import unicodedata
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Annotated, Literal
from uuid import UUID

import msgspec
from msgspec import Meta, Struct

from crypto.encoding import canonical_json
from crypto.errors import HeaderDamaged, HeaderTampered, VaultNameNotUsable, VaultTooNew
from crypto.secret import SecretBytes
from crypto.slots.open_slot import Slot
from crypto.slots.slot import SlotKind

FORMAT = 1
SUITE = "argon2id.hkdf-sha256.aes-256-gcm-siv.sqlcipher-4"
LONGEST_NAME = 100
MOST_SLOTS = 12
MOST_JSON_BYTES = 16 * 1024
MOST_FILE_BYTES = MOST_JSON_BYTES + 256  # the three short lines around the JSON

_MAGIC = b"UNDERROSE-VAULT 1"
_FRAME = re.compile(
    rb"(?P<summed>UNDERROSE-VAULT 1\n(?P<json>\{[^\n]*\})\n)"
    rb"(?P<sum>sha256:[0-9a-f]{64})\nhmac:[0-9a-f]{64}\n"
)
_LATER_MAGIC = re.compile(rb"UNDERROSE-VAULT (?!1\n)[1-9][0-9]{0,8}\n")
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
        if not hmac.compare_digest(_with_mac(self.data[: self._mac_at], key), self.data):
            raise HeaderTampered

    @property
    def _mac_at(self) -> int:
        return self.data.rindex(b"hmac:")


def render(header: Header, key: SecretBytes) -> WrittenHeader:
    """The header's file."""
    fields = canonical_json(msgspec.to_builtins(header))
    summed = b"%b\n%b\n" % (_MAGIC, fields)
    data = _with_mac(b"%bsha256:%b\n" % (summed, _hex_sha256(summed)), key)
    return WrittenHeader(header, data)


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
    if _LATER_MAGIC.match(data):
        raise VaultTooNew
    frame = _FRAME.fullmatch(data) if len(data) <= MOST_FILE_BYTES else None
    if frame is None or frame["sum"] != b"sha256:" + _hex_sha256(frame["summed"]):
        raise HeaderDamaged
    return WrittenHeader(_parse_fields(frame["json"]), data)


def is_usable_name(name: str) -> bool:
    """Whether a vault can be called this: printable, on one line, not too long, not blank."""
    return 0 < len(name.strip()) <= len(name) <= LONGEST_NAME and not any(
        unicodedata.category(character) in _NOT_IN_A_NAME for character in name
    )


def refuse_unusable_name(name: str) -> None:
    """Raises VaultNameNotUsable."""
    if not is_usable_name(name):
        raise VaultNameNotUsable


class _Reader(Struct):
    """The one field that tells a reader whether to read on."""

    min_reader: int


def _parse_fields(fields: bytes) -> Header:
    try:
        if msgspec.json.decode(fields, type=_Reader).min_reader > FORMAT:
            raise VaultTooNew
        header = msgspec.json.decode(fields, type=Header)
        # Duplicate keys, other spellings of the same value, other orders: all end here.
        canonical = canonical_json(msgspec.to_builtins(header)) == fields
    except (ValueError, RecursionError):
        raise HeaderTampered from None
    if not canonical or len(fields) > MOST_JSON_BYTES:
        raise HeaderTampered
    return header


def _with_mac(before: bytes, key: SecretBytes) -> bytes:
    mac = hmac.digest(key.reveal(), before, hashlib.sha256).hex().encode()
    return b"%bhmac:%b\n" % (before, mac)


def _hex_sha256(data: bytes) -> bytes:
    return hashlib.sha256(data).hexdigest().encode()
