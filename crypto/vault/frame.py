"""The frame around the fields that can be read without a secret: of headers and of backups.

Four lines: a magic line, one line of canonical JSON, the SHA-256 of all bytes before it, and an
HMAC of all bytes before that one. The checksum tells damage from a wrong secret before anything
is unlocked; the HMAC tells, after it, that nobody else wrote what is in it.
"""

import hashlib
import hmac
import re
from typing import TypeVar

import msgspec
from msgspec import Struct

from crypto.encoding import canonical_json
from crypto.errors import CryptoError
from crypto.secret import SecretBytes

_SHORT_LINES = 256  # the three around the JSON, at most
_Fields = TypeVar("_Fields", bound=Struct)


class LaterFormat(CryptoError):
    """A newer version of the app wrote this."""


class BrokenFrame(CryptoError):
    """The frame or its checksum is wrong: what was written is not what is read."""


class StrangeFields(CryptoError):
    """Frame and checksum are right, but the app writes no such fields."""


class Frame:
    """How one kind of frame is written, and read as strictly."""

    def __init__(self, name: str, number: int, most_json_bytes: int) -> None:
        """`name` begins the magic line, the number of the format ends it."""
        word = name.encode()
        self.number = number
        self.most_json_bytes = most_json_bytes
        self.most_bytes = most_json_bytes + _SHORT_LINES
        self._magic = b"%b %d" % (word, number)
        self._whole = re.compile(
            rb"(?P<summed>%b\n(?P<json>\{[^\n]*\})\n)"
            rb"(?P<sum>sha256:[0-9a-f]{64})\nhmac:[0-9a-f]{64}\n" % re.escape(self._magic)
        )
        self._later = re.compile(rb"%b (?!%d\n)[1-9][0-9]{0,8}\n" % (re.escape(word), number))

    def render(self, fields: Struct, key: SecretBytes) -> bytes:
        """The four lines."""
        summed = b"%b\n%b\n" % (self._magic, canonical_json(msgspec.to_builtins(fields)))
        return _with_mac(b"%bsha256:%b\n" % (summed, _hex_sha256(summed)), key)

    def read(self, data: bytes, kind: type[_Fields]) -> _Fields:
        """The fields, without any secret; everything that `render` does not write is refused.

        Raises LaterFormat, BrokenFrame and StrangeFields.
        """
        if self._later.match(data):
            raise LaterFormat
        frame = self._whole.fullmatch(data) if len(data) <= self.most_bytes else None
        if frame is None or frame["sum"] != b"sha256:" + _hex_sha256(frame["summed"]):
            raise BrokenFrame
        return self._read_fields(frame["json"], kind)

    def _read_fields(self, line: bytes, kind: type[_Fields]) -> _Fields:
        try:
            if msgspec.json.decode(line, type=_Reader).min_reader > self.number:
                raise LaterFormat
            fields = msgspec.json.decode(line, type=kind)
            # Duplicate keys, other spellings of the same value, other orders: all end here.
            canonical = canonical_json(msgspec.to_builtins(fields)) == line
        except (ValueError, RecursionError):
            raise StrangeFields from None
        if not canonical or len(line) > self.most_json_bytes:
            raise StrangeFields
        return fields


class _Reader(Struct):
    """The one field that tells a reader whether to read on."""

    min_reader: int


def has_mac(data: bytes, key: SecretBytes) -> bool:
    """Whether whoever wrote these four lines had the key."""
    before = data[: data.rindex(b"hmac:")]
    return hmac.compare_digest(_with_mac(before, key), data)


def _with_mac(before: bytes, key: SecretBytes) -> bytes:
    mac = hmac.digest(key.reveal(), before, hashlib.sha256).hex().encode()
    return b"%bhmac:%b\n" % (before, mac)


def _hex_sha256(data: bytes) -> bytes:
    return hashlib.sha256(data).hexdigest().encode()
