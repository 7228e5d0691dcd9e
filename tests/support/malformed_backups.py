"""Blocks of backups that no reader may take, by name: made from `crypto/FORMAT.md` §10 alone.

Each says what it is told as. Those in `edited()` are well formed, and only their HMAC is wrong.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from tests.support import malformed_headers as headers
from tests.support.malformed_headers import Fields, Malformed, canonical

DAMAGED, TOO_NEW = "BackupDamaged", "BackupTooNew"
MAGIC = b"UNDERROSE-BACKUP 1"
BLOCK_BYTES = 4096
Change = Callable[[Fields], object]

_WRAP = headers.fields()["slots"][0]["wrap"]
_KDF = headers.fields()["slots"][0]["descriptor"]["kdf"]
_RECOVERY, _PASSPHRASE = range(2)
_OTHER_ID = "00000000-0000-0000-0000-000000000009"


def fields() -> Fields:
    """The fields of a block that every reader takes, but for its HMAC."""
    kinds: list[Fields] = [
        {"kind": "recovery", "kit_made_on": "2026-11-23", "kit_number": 3},
        {"kind": "passphrase", "kdf": _KDF},
    ]
    slots = [
        {"descriptor": kind | {"slot_id": f"00000000-0000-0000-0000-00000000000{number}"}}
        | {"wrap": _WRAP}
        for number, kind in enumerate(kinds, start=1)
    ]
    fields_: Fields = {
        "backup_id": "5d1f7f0c-6d0a-4b1e-9a53-8d6f0f0b7a10",
        "db_bytes": 81_920,
        "db_sha256": "aGho" * 10 + "aGg=",
        "format": 1,
        "made_at": "2026-11-23T09:30:00Z",
        "min_reader": 1,
        "name": "Room 4",
        "seq": 1,
        "slots": slots,
        "suite": "argon2id.hkdf-sha256.aes-256-gcm-siv.sqlcipher-4",
        "vault_id": "b2c60a37-3c9a-4f0b-a52c-0d5d4f0b6c11",
    }
    return json.loads(json.dumps(fields_))  # nothing in it is shared


def padded(four_lines: bytes) -> bytes:
    """A whole block."""
    return four_lines.ljust(BLOCK_BYTES, b"\n")


def framed(line: bytes, magic: bytes = MAGIC) -> bytes:
    """A block with the right checksum and an HMAC that nobody has made."""
    return padded(headers.framed(line, magic))


def whole() -> bytes:
    """The one that all others are made of."""
    return framed(canonical(fields()))


def malformed() -> dict[str, Malformed]:
    """All of them, by name."""
    return dict((*_frames(), *_fields(), *_values(), *_spellings()))


def edited() -> dict[str, bytes]:
    """Well-formed blocks that somebody without the backup's key has made of the one above."""
    return {
        "renamed": _changed(_top(name="Room 5")),
        "put forward": _changed(_top(seq=2**53 - 1)),
        "of another database": _changed(_top(db_sha256="Z2dn" * 10 + "Z2c=")),
        "of another vault": _changed(_top(vault_id=_OTHER_ID)),
        "of a later format": _changed(_top(format=2)),
        "without its passphrase": _changed(lambda each: each["slots"].pop(_PASSPHRASE)),
        "with its slots in another order": _changed(lambda each: each["slots"].reverse()),
        "with another kit": _changed(_descriptor(_RECOVERY, kit_number=4)),
        "with an endless derivation": _changed(_kdf(iterations=2**32 - 1)),
    }


def _changed(change: Change) -> bytes:
    changed = fields()
    change(changed)
    return framed(canonical(changed))


def _top(**values: object) -> Change:
    return lambda each: each.update(values)


def _descriptor(slot: int, **values: object) -> Change:
    return lambda each: each["slots"][slot]["descriptor"].update(values)


def _kdf(**values: object) -> Change:
    return lambda each: each["slots"][_PASSPHRASE]["descriptor"]["kdf"].update(values)


def _wrap(**values: object) -> Change:
    return lambda each: each["slots"][_RECOVERY]["wrap"].update(values)


def _again(slot: int) -> Change:
    def change(each: Fields) -> None:
        descriptor = each["slots"][slot]["descriptor"] | {"slot_id": _OTHER_ID}
        each["slots"].append({"descriptor": descriptor, "wrap": each["slots"][slot]["wrap"]})

    return change


def _only_again(slot: int) -> Change:
    def change(each: Fields) -> None:
        _again(slot)(each)
        each["slots"] = [each["slots"][slot], each["slots"][-1]]

    return change


def _frames() -> Iterator[tuple[str, Malformed]]:
    block = whole()
    magic, line, checksum, mac = block.split(b"\n")[:4]
    lines = block.rstrip(b"\n") + b"\n"
    damaged = {
        "empty": b"",
        "NULs": bytes(BLOCK_BYTES),
        "only line ends": b"\n" * BLOCK_BYTES,
        "only a magic line": padded(magic + b"\n"),
        "without its padding": lines,
        "a byte too long": block + b"\n",
        "a byte too short": block[:-1],
        "two blocks": block * 2,
        "padded with NULs": lines.ljust(BLOCK_BYTES, b"\0"),
        "padded with spaces": lines.ljust(BLOCK_BYTES, b" "),
        "a byte in its padding": block[:-1] + b"x",
        "a NUL in its padding": block[:-1] + b"\0",
        "a line in its padding": block[:-10] + b"another\n" + b"\n\n",
        "an empty line before": (b"\n" + block)[:BLOCK_BYTES],
        "a byte order mark before": (b"\xef\xbb\xbf" + block)[:BLOCK_BYTES],
        "line ends of Windows": padded(lines.replace(b"\n", b"\r\n")),
        "upper case": block.upper(),
        "magic of a vault": block.replace(b"BACKUP", b"VAULT") + b"\n",
        "format zero in the magic": block.replace(b"BACKUP 1", b"BACKUP 0"),
        "leading zero in the magic": padded(lines.replace(b"BACKUP 1", b"BACKUP 01")),
        "space after the magic": padded(lines.replace(magic, magic + b" ")),
        "no fields": padded(lines.replace(line + b"\n", b"")),
        "no checksum": padded(lines.replace(checksum + b"\n", b"")),
        "no HMAC": padded(lines.replace(mac + b"\n", b"")),
        "HMAC before checksum": padded(b"\n".join((magic, line, mac, checksum, b""))),
        "two HMACs": padded(lines + mac + b"\n"),
        "upper-case checksum": block.replace(checksum, b"sha256:" + checksum[7:].upper()),
        "checksum of zeros": block.replace(checksum, b"sha256:" + b"0" * 64),
        "short checksum": padded(lines.replace(checksum, checksum[:-1])),
        "HMAC of no hex": block.replace(mac, b"hmac:" + b"x" * 64),
        "upper-case HMAC": block.replace(mac, b"hmac:" + b"A" * 64),
        "edited without a new checksum": block.replace(b"Room 4", b"Room 5"),
        "fields that are a list": framed(b"[" + line + b"]"),
        "fields that are nothing": framed(b""),
        "a space before the fields": framed(b" " + line),
        "a space after the fields": framed(line + b" "),
        "longer than a block": framed(b'{"name":"' + b"n" * 5_000 + b'"}'),
        "longer than its fields may be": framed(b'{"name":"' + b"n" * 3_840 + b'"}'),
    }
    for name, data in damaged.items():
        yield name, Malformed(data, DAMAGED)
    for number in (2, 10, 999_999_999):
        later = padded(b"UNDERROSE-BACKUP %d\n" % number)
        yield f"magic of format {number}", Malformed(later, TOO_NEW)


def _fields() -> Iterator[tuple[str, Malformed]]:
    """Every field on every level: left out, null, of another type, and unknown beside it."""
    anything: dict[str, Any] = {"null": None, "a list": [], "an object": {}, "true": True}
    for path in headers._paths(fields(), ()):
        name = ".".join(str(step) for step in path)
        for how, value in anything.items():
            yield f"{name} is {how}", Malformed(_changed(headers._put(path, value)), DAMAGED)
        other: object = "1" if isinstance(headers._get(fields(), path), int) else 1
        yield f"{name} of another type", Malformed(_changed(headers._put(path, other)), DAMAGED)
        if isinstance(path[-1], str):
            yield f"{name} left out", Malformed(_changed(headers._drop(path)), DAMAGED)


VALUES: Mapping[str, Change] = {
    "an unknown field": _top(colour="red"),
    "a field of a vault’s header": _top(epoch=1),
    "the kit beside its slot": _top(kit_number=3),
    "format zero": _top(format=0),
    "a reader of zero": _top(min_reader=0),
    "a negative seq": _top(seq=-1),
    "seq zero": _top(seq=0),
    "seq beyond 2**53": _top(seq=2**53),
    "an empty database": _top(db_bytes=0),
    "a database cut within a page": _top(db_bytes=81_921),
    "a negative database": _top(db_bytes=-4096),
    "a database beyond 2**53": _top(db_bytes=2**53),
    "a short hash": _top(db_sha256="aGho"),
    "a long hash": _top(db_sha256="aGho" * 11),
    "a hash in hex": _top(db_sha256="68" * 32),
    "a hash with unused bits": _top(db_sha256="aGho" * 10 + "aGh="),
    "another suite": _top(suite="rot13"),
    "no name": _top(name=""),
    "a blank name": _top(name=" "),
    "a name of 101": _top(name="n" * 101),
    "a name with a line end": _top(name="a\nb"),
    "a name with a NUL": _top(name="a\0b"),
    "a date of a fraction": _top(made_at="2026-11-23T09:30:00.5Z"),
    "a local date": _top(made_at="2026-11-23T09:30:00"),
    "a date of another zone": _top(made_at="2026-11-23T09:30:00+01:00"),
    "a date that is none": _top(made_at="2026-02-30T09:30:00Z"),
    "an upper-case id": _top(backup_id="5D1F7F0C-6D0A-4B1E-9A53-8D6F0F0B7A10"),
    "an id without hyphens": _top(backup_id="5d1f7f0c6d0a4b1e9a538d6f0f0b7a10"),
    "no slots": _top(slots=[]),
    "no recovery slot": lambda each: each["slots"].pop(_RECOVERY),
    "two recovery slots": _only_again(_RECOVERY),
    "two passphrase slots": _only_again(_PASSPHRASE),
    "three slots": _again(_PASSPHRASE),
    "one id twice": _descriptor(_PASSPHRASE, slot_id="00000000-0000-0000-0000-000000000001"),
    "a slot of a keyring": lambda each: each["slots"][_PASSPHRASE].update(
        descriptor={"kind": "keyring", "slot_id": _OTHER_ID, "store": "GNOME Keyring"}
    ),
    "a slot of both": lambda each: each["slots"][_PASSPHRASE].update(
        descriptor={
            "kind": "keyring+passphrase", "kdf": _KDF, "slot_id": _OTHER_ID, "store": "KWallet",
        }
    ),
    "a slot of another kind": _descriptor(_PASSPHRASE, kind="biometric"),
    "an unknown field in a slot": _descriptor(_RECOVERY, colour="red"),
    "kit zero": _descriptor(_RECOVERY, kit_number=0),
    "a kit beyond 2**32": _descriptor(_RECOVERY, kit_number=2**32),
    "a kit’s date with a time": _descriptor(_RECOVERY, kit_made_on="2026-11-23T00:00:00Z"),
    "a salt of Argon2 too short": _kdf(salt="YWFh"),
    "no memory": _kdf(memory_kib=0),
    "no iterations": _kdf(iterations=0),
    "no lanes": _kdf(lanes=0),
    "more memory than 2**32": _kdf(memory_kib=2**32),
    "a short nonce": _wrap(nonce="bm5u"),
    "a short wrap": _wrap(ciphertext="dHR0"),
    "a long wrap": _wrap(ciphertext="dHR0" * 17),
    "an empty commitment": _wrap(commitment=""),
    "an unknown field in a wrap": _wrap(colour="red"),
}  # fmt: skip
FOR_LATER_READERS: Mapping[str, Change] = {
    "for readers of format 2": _top(format=2, min_reader=2),
    "for later readers, with fields of theirs": _top(min_reader=9, format=9, suite="x", more=1),
}


def _values() -> Iterator[tuple[str, Malformed]]:
    for name, change in VALUES.items():
        yield name, Malformed(_changed(change), DAMAGED)
    for name, change in FOR_LATER_READERS.items():
        yield name, Malformed(_changed(change), TOO_NEW)


def _spellings() -> Iterator[tuple[str, Malformed]]:
    line = canonical(fields())
    spelled = {
        "a space between": line.replace(b":", b": ", 1),
        "a float that is whole": line.replace(b'"seq":1', b'"seq":1.0'),
        "an exponent": line.replace(b'"seq":1', b'"seq":1e0'),
        "minus zero": line.replace(b'"seq":1', b'"seq":-0'),
        "a leading zero": line.replace(b'"seq":1', b'"seq":01'),
        "not a number": line.replace(b'"seq":1', b'"seq":NaN'),
        "an escaped name": line.replace(b'"seq"', b'"\\u0073eq"'),
        "an escaped space": line.replace(b"Room 4", b"Room\\u00204"),
        "a lone surrogate": line.replace(b"Room 4", b"\\ud800"),
        "bytes that are no UTF-8": line.replace(b"Room 4", b"\xff\xfe"),
        "a bare NUL": line.replace(b"Room 4", b"Room\x004"),
        "a comment": line.replace(b"{", b"{/**/", 1),
        "a last comma": line[:-1] + b",}",
        "a field twice": line.replace(b'"seq":1', b'"seq":1,"seq":1'),
        "names in another order": b'{"vault_id":"x",' + line[1:],
        "two objects": line + line,
        "600 objects deep": b'{"a":' * 600 + b"1" + b"}" * 600,
        "1,500 lists deep": b'{"slots":' + b"[" * 1500 + b"]" * 1500 + b"}",
        "a number of 3,000 digits": b'{"seq":' + b"9" * 3000 + b"}",
        "nothing in it": b"{}",
    }
    for name, text in spelled.items():
        yield name, Malformed(framed(text), DAMAGED)
