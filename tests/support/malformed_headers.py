"""Headers that no reader may take, by name: made from `crypto/FORMAT.md` alone, always the same.

Each says what it is told as. Those in `edited()` are well formed, and only their HMAC is wrong.
"""

import hashlib
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from tests.support.malformed_values import FOR_LATER_READERS, VALUES

Fields = dict[str, Any]

DAMAGED, TAMPERED, TOO_NEW = "HeaderDamaged", "HeaderTampered", "VaultTooNew"
MAGIC = b"UNDERROSE-VAULT 1"
MOST_JSON_BYTES = 16 * 1024

_WRAP = {
    "ciphertext": "dHR0" * 16,
    "commitment": "Y2Nj" * 10 + "Y2M=",
    "nonce": "bm5u" * 4,
    "salt": "c3Nz" * 10 + "c3M=",
}
_KDF = {"iterations": 3, "lanes": 4, "memory_kib": 262_144, "salt": "YWFh" * 5 + "YQ=="}
_PASSPHRASE, _BOTH, _RECOVERY = range(3)


def fields() -> Fields:
    """The fields of a header that every reader takes, but for its HMAC."""
    kinds: list[Fields] = [
        {"kind": "passphrase", "kdf": _KDF},
        {"kind": "keyring+passphrase", "kdf": _KDF, "store": "GNOME Keyring"},
        {"kind": "recovery", "kit_made_on": "2026-11-23", "kit_number": 3},
    ]
    slots = [
        {"descriptor": kind | {"slot_id": f"00000000-0000-0000-0000-00000000000{number}"}}
        | {"wrap": _WRAP}
        for number, kind in enumerate(kinds, start=1)
    ]
    whole: Fields = {
        "created_at": "2026-11-23T09:30:00Z",
        "db_file": "vault-7.db",
        "db_salt": "ZGRk" * 5 + "ZA==",
        "epoch": 2,
        "format": 1,
        "header_seq": 5,
        "min_reader": 1,
        "name": "Room 4",
        "seal_file": "seal-7",
        "slots": slots,
        "suite": "argon2id.hkdf-sha256.aes-256-gcm-siv.sqlcipher-4",
        "vault_id": "b2c60a37-3c9a-4f0b-a52c-0d5d4f0b6c11",
    }
    return json.loads(json.dumps(whole))  # nothing in it is shared


def canonical(value: object) -> bytes:
    """RFC 8785, for the plain values here."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def framed(line: bytes, magic: bytes = MAGIC) -> bytes:
    """The four lines, with the right checksum and an HMAC that nobody has made."""
    summed = magic + b"\n" + line + b"\n"
    checksum = hashlib.sha256(summed).hexdigest().encode()
    return summed + b"sha256:" + checksum + b"\nhmac:" + b"0" * 64 + b"\n"


@dataclass(frozen=True)
class Malformed:
    """A header's bytes, and the class that a reader tells it as."""

    data: bytes
    told: str


def malformed() -> dict[str, Malformed]:
    """All of them, by name."""
    return dict((*_frames(), *_fields(), *_values(), *_spellings()))


def edited() -> dict[str, bytes]:
    """Well-formed headers that somebody without the vault key has made of the one above."""
    return {
        "renamed": _changed(lambda each: each.update(name="Room 5")),
        "put forward": _changed(lambda each: each.update(header_seq=2**53 - 1)),
        "of another epoch": _changed(lambda each: each.update(epoch=3)),
        "of another database": _changed(
            lambda each: each.update(db_file="vault-8.db", seal_file="seal-8")
        ),
        "of a later format": _changed(lambda each: each.update(format=2)),
        "without a slot": _changed(lambda each: each["slots"].pop(0)),
        "with its slots in another order": _changed(lambda each: each["slots"].reverse()),
        "with a cheap derivation": _changed(_set("memory_kib", 1, _PASSPHRASE, "kdf")),
        "with an endless derivation": _changed(_set("iterations", 2**32 - 1, _PASSPHRASE, "kdf")),
        "with another kit": _changed(_set("kit_number", 4, _RECOVERY)),
    }


def _changed(change: Callable[[Fields], object]) -> bytes:
    changed = fields()
    change(changed)
    return framed(canonical(changed))


def _set(name: str, value: object, slot: int, inside: str = "") -> Callable[[Fields], object]:
    def change(each: Fields) -> None:
        descriptor = each["slots"][slot]["descriptor"]
        (descriptor[inside] if inside else descriptor)[name] = value

    return change


def _frames() -> Iterator[tuple[str, Malformed]]:
    whole = framed(canonical(fields()))
    magic, line, checksum, mac = whole.split(b"\n")[:4]
    damaged = {
        "empty": b"",
        "one NUL": b"\0",
        "a page of NULs": bytes(4096),
        "a megabyte of NULs": bytes(1024 * 1024),
        "only line ends": b"\n" * 4,
        "only a magic line": magic + b"\n",
        "a byte order mark before": b"\xef\xbb\xbf" + whole,
        "UTF-16": whole.decode().encode("utf-16"),
        "line ends of Windows": whole.replace(b"\n", b"\r\n"),
        "line ends of old Macs": whole.replace(b"\n", b"\r"),
        "an empty line before": b"\n" + whole,
        "an empty line after": whole + b"\n",
        "a byte after": whole + b"x",
        "a NUL after": whole + b"\0",
        "no last line end": whole[:-1],
        "twice": whole * 2,
        "upper case": whole.upper(),
        "lower-case magic": whole.replace(magic, magic.lower()),
        "magic of another program": whole.replace(b"UNDERROSE", b"OVERROSE"),
        "magic without a number": whole.replace(b"VAULT 1", b"VAULT"),
        "format zero in the magic": whole.replace(b"VAULT 1", b"VAULT 0"),
        "leading zero in the magic": whole.replace(b"VAULT 1", b"VAULT 01"),
        "negative magic": whole.replace(b"VAULT 1", b"VAULT -1"),
        "fraction in the magic": whole.replace(b"VAULT 1", b"VAULT 1.0"),
        "ten digits in the magic": whole.replace(b"VAULT 1", b"VAULT 1000000000"),
        "space after the magic": whole.replace(magic, magic + b" "),
        "no fields": whole.replace(line + b"\n", b""),
        "no checksum": whole.replace(checksum + b"\n", b""),
        "no HMAC": whole.replace(mac + b"\n", b""),
        "an empty HMAC": whole.replace(mac, b"hmac:"),
        "HMAC before checksum": b"\n".join((magic, line, mac, checksum, b"")),
        "checksum before fields": b"\n".join((magic, checksum, line, mac, b"")),
        "two checksums": whole.replace(checksum, checksum + b"\n" + checksum),
        "two HMACs": whole + mac + b"\n",
        "upper-case checksum": whole.replace(checksum, b"sha256:" + checksum[7:].upper()),
        "upper-case label": whole.replace(b"sha256:", b"SHA256:"),
        "checksum of another kind": whole.replace(b"sha256:", b"sha512:"),
        "short checksum": whole.replace(checksum, checksum[:-1]),
        "long checksum": whole.replace(checksum, checksum + b"0"),
        "checksum of no hex": whole.replace(checksum, b"sha256:" + b"g" * 64),
        "checksum of zeros": whole.replace(checksum, b"sha256:" + b"0" * 64),
        "short HMAC": whole.replace(mac, mac[:-1]),
        "long HMAC": whole.replace(mac, mac + b"0"),
        "upper-case HMAC": whole.replace(mac, b"hmac:" + b"A" * 64),
        "HMAC of no hex": whole.replace(mac, b"hmac:" + b"x" * 64),
        "space in the HMAC": whole.replace(b"hmac:", b"hmac: "),
        "edited without a new checksum": whole.replace(b"Room 4", b"Room 5"),
        "fields that are a list": framed(b"[" + line + b"]"),
        "fields that are a text": framed(b'"text"'),
        "fields that are a number": framed(b"1"),
        "fields that are nothing": framed(b""),
        "a space before the fields": framed(b" " + line),
        "a space after the fields": framed(line + b" "),
        "fields on two lines": framed(line.replace(b",", b",\n", 1)),
        "longer than a header may be": framed(b'{"name":"' + b"n" * 17_000 + b'"}'),
    }
    for place in (1, 8, 17, 18, 40, 300, 1000, len(whole) // 2, len(whole) - 70):
        damaged[f"cut after {place} bytes"] = whole[:place]
    for place in (0, 10, 17, 18, 30, 500, 1200, whole.index(b"sha256:") + 9):
        flipped = bytearray(whole)
        flipped[place] ^= 0x10
        damaged[f"a bit of byte {place} flipped"] = bytes(flipped)
    for name, data in damaged.items():
        yield name, Malformed(data, DAMAGED)
    for number in (2, 10, 999_999_999):
        yield f"magic of format {number}", Malformed(b"UNDERROSE-VAULT %d\n" % number, TOO_NEW)


def _fields() -> Iterator[tuple[str, Malformed]]:
    """Every field on every level: left out, null, of another type, and twice."""
    anything: dict[str, Any] = {"null": None, "a list": [], "an object": {}, "true": True}
    for path in _paths(fields(), ()):
        name = ".".join(str(step) for step in path)
        for how, value in anything.items():
            yield f"{name} is {how}", Malformed(_changed(_put(path, value)), TAMPERED)
        other: object = "1" if isinstance(_get(fields(), path), int) else 1
        yield f"{name} of another type", Malformed(_changed(_put(path, other)), TAMPERED)
        if isinstance(path[-1], str):
            yield f"{name} left out", Malformed(_changed(_drop(path)), TAMPERED)
            yield f"{name} twice", Malformed(_twice(path), TAMPERED)


def _paths(node: object, above: tuple[Any, ...]) -> Iterator[tuple[Any, ...]]:
    if isinstance(node, dict):
        for key, inner in node.items():  # pyright: ignore[reportUnknownVariableType]  any JSON
            yield (*above, key)
            yield from _paths(inner, (*above, key))  # pyright: ignore[reportUnknownArgumentType]
    elif isinstance(node, list):
        for place, inner in enumerate(node):  # pyright: ignore[reportUnknownVariableType,reportUnknownArgumentType]
            yield (*above, place)
            yield from _paths(inner, (*above, place))  # pyright: ignore[reportUnknownArgumentType]


def _get(node: Any, path: tuple[Any, ...]) -> Any:
    for step in path:
        node = node[step]
    return node


def _put(path: tuple[Any, ...], value: object) -> Callable[[Fields], object]:
    def change(each: Fields) -> None:
        _get(each, path[:-1])[path[-1]] = value

    return change


def _drop(path: tuple[Any, ...]) -> Callable[[Fields], object]:
    return lambda each: _get(each, path[:-1]).pop(path[-1])


def _twice(path: tuple[Any, ...]) -> bytes:
    marked = fields()
    value = _get(marked, path)
    _put(path, "HERE")(marked)
    once = canonical({path[-1]: value})[1:-1]
    there = canonical({path[-1]: "HERE"})[1:-1]
    return framed(canonical(marked).replace(there, once + b"," + once))


def _values() -> Iterator[tuple[str, Malformed]]:
    for name, change in VALUES.items():
        yield name, Malformed(_changed(change), TAMPERED)
    for name, change in FOR_LATER_READERS.items():
        yield name, Malformed(_changed(change), TOO_NEW)


def _spellings() -> Iterator[tuple[str, Malformed]]:
    line = canonical(fields())
    spelled = {
        "a space between": line.replace(b":", b": ", 1),
        "a float that is whole": line.replace(b'"epoch":2', b'"epoch":2.0'),
        "an exponent": line.replace(b'"epoch":2', b'"epoch":2e0'),
        "a leading zero": line.replace(b'"epoch":2', b'"epoch":02'),
        "a plus sign": line.replace(b'"epoch":2', b'"epoch":+2'),
        "minus zero": line.replace(b'"epoch":2', b'"epoch":-0'),
        "not a number": line.replace(b'"epoch":2', b'"epoch":NaN'),
        "infinity": line.replace(b'"epoch":2', b'"epoch":Infinity'),
        "a hexadecimal number": line.replace(b'"epoch":2', b'"epoch":0x2'),
        "an escaped name": line.replace(b'"epoch"', b'"\\u0065poch"'),
        "an escaped space": line.replace(b"Room 4", b"Room\\u00204"),
        "an escaped solidus": line.replace(b"Room 4", b"Room\\/4"),
        "a lone surrogate": line.replace(b"Room 4", b"\\ud800"),
        "a surrogate in UTF-8": line.replace(b"Room 4", b"\xed\xa0\x80"),
        "bytes that are no UTF-8": line.replace(b"Room 4", b"\xff\xfe"),
        "an overlong byte": line.replace(b"Room 4", b"\xc0\xaf"),
        "a bare NUL": line.replace(b"Room 4", b"Room\x004"),
        "a bare tab": line.replace(b"Room 4", b"Room\t4"),
        "a comment": line.replace(b"{", b"{/**/", 1),
        "a last comma": line[:-1] + b",}",
        "single quotes": line.replace(b'"', b"'"),
        "names in another order": b'{"vault_id"' + line[1:-1].replace(
            b'"vault_id"', b'"x"') + b"}",
        "two objects": line + line,
        "no end": line[:-1] + b"]}",
        "2,000 objects deep": b'{"a":' * 2000 + b"1" + b"}" * 2000,
        "8,000 lists deep": b'{"slots":' + b"[" * 8000 + b"]" * 8000 + b"}",
        "a number of 10,000 digits": b'{"epoch":' + b"9" * 10_000 + b"}",
        "a reader of 10,000 digits": b'{"min_reader":' + b"9" * 10_000 + b"}",
        "nothing in it": b"{}",
    }  # fmt: skip
    for name, text in spelled.items():
        yield name, Malformed(framed(text), TAMPERED)
