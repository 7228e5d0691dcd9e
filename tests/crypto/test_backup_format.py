"""Another reader of backups, written from `crypto/FORMAT.md` §10 alone: nothing of `crypto`."""

import base64
import hashlib
import hmac
import json
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.aead import AESGCMSIV
from cryptography.hazmat.primitives.ciphers.algorithms import AES256
from cryptography.hazmat.primitives.ciphers.modes import CBC
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from mnemonic import Mnemonic

from tests.crypto.test_format import enc, hkdf

PAGE = BLOCK = 4096


@pytest.fixture(scope="module")
def frozen(root: Path) -> dict[str, Any]:
    return json.loads((root / "tests" / "vectors" / "backup-format-1.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def backup(root: Path) -> bytes:
    return (root / "tests" / "vectors" / "2026-11-28-3d9b1c7e.underrose-backup").read_bytes()


@pytest.fixture(scope="module")
def fields(backup: bytes) -> dict[str, Any]:
    return json.loads(backup[-BLOCK:].split(b"\n")[1])


@pytest.fixture(scope="module")
def key(frozen: dict[str, Any]) -> bytes:
    return bytes.fromhex(frozen["secrets"]["backup_key"])


def test_the_two_blocks_are_the_same_and_check_the_whole_file(
    backup: bytes, fields: dict[str, Any], key: bytes
) -> None:
    database, one, other = backup[: -2 * BLOCK], backup[-2 * BLOCK : -BLOCK], backup[-BLOCK:]
    assert one == other
    magic, line, checksum, mac = other.rstrip(b"\n").split(b"\n")
    assert other == b"\n".join((magic, line, checksum, mac)).ljust(BLOCK, b"\n")
    assert magic == b"UNDERROSE-BACKUP 1"
    summed = magic + b"\n" + line + b"\n"
    assert checksum.decode() == "sha256:" + hashlib.sha256(summed).hexdigest()
    block_key = hkdf(key, UUID(fields["backup_id"]).bytes, enc("underrose/backup-header/1"), 32)
    before = summed + checksum + b"\n"
    assert mac.decode() == "hmac:" + hmac.digest(block_key, before, "sha256").hex()
    assert fields["db_bytes"] == len(database)
    assert base64.b64decode(fields["db_sha256"]) == hashlib.sha256(database).digest()


def test_the_line_is_canonical(backup: bytes, fields: dict[str, Any]) -> None:
    # Its names are ASCII and its strings need no escape, so that this is RFC 8785.
    canonical = json.dumps(fields, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    assert backup[-BLOCK:].split(b"\n")[1] == canonical.encode()


def test_subkeys(frozen: dict[str, Any], fields: dict[str, Any], key: bytes) -> None:
    salt = UUID(fields["backup_id"]).bytes
    assert frozen["subkeys"] == {
        label: hkdf(key, salt, enc(label), 32).hex()
        for label in ("underrose/backup-db/1", "underrose/backup-header/1")
    }


def material_of(
    frozen: dict[str, Any], fields: dict[str, Any], descriptor: dict[str, Any]
) -> bytes:
    if descriptor["kind"] == "recovery":
        entropy = bytes(Mnemonic("english").to_entropy(frozen["secrets"]["words"]))
        info = enc("underrose/backup-root/1", descriptor["kit_number"])
        return hkdf(entropy, UUID(fields["vault_id"]).bytes, info, 32)
    kdf = descriptor["kdf"]
    return Argon2id(
        salt=base64.b64decode(kdf["salt"]),
        length=32,
        iterations=kdf["iterations"],
        lanes=kdf["lanes"],
        memory_cost=kdf["memory_kib"],
    ).derive(frozen["secrets"]["passphrase"].encode())


@pytest.mark.parametrize("number", range(2))
def test_every_slot_gives_the_backups_key(
    frozen: dict[str, Any], fields: dict[str, Any], key: bytes, number: int
) -> None:
    slot, expected = fields["slots"][number], frozen["slots"][number]
    descriptor, vault_id, backup_id = (
        slot["descriptor"],
        UUID(fields["vault_id"]),
        UUID(fields["backup_id"]),
    )
    wrap = {name: base64.b64decode(value) for name, value in slot["wrap"].items()}
    kit = (descriptor["kit_number"],) if descriptor["kind"] == "recovery" else ()

    material = material_of(frozen, fields, descriptor)
    slot_id = UUID(descriptor["slot_id"])
    info = enc("underrose/backup-kek/1", vault_id, backup_id, slot_id, descriptor["kind"], *kit)
    canonical = json.dumps(descriptor, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    aad = enc("underrose/backup-slot/1", vault_id, backup_id, canonical)
    assert (material.hex(), info.hex(), aad.hex()) == (
        expected["key_material"],
        expected["info"],
        expected["aad"],
    )

    okm = hkdf(material, wrap["salt"], info, 64)
    assert okm[32:] == wrap["commitment"]
    assert AESGCMSIV(okm[:32]).decrypt(wrap["nonce"], wrap["ciphertext"], aad) == key


def test_the_root_is_that_of_the_kit(frozen: dict[str, Any], root: Path) -> None:
    vault = json.loads((root / "tests" / "vectors" / "format-1.json").read_text("utf-8"))
    assert frozen["root"] == vault["backup_root"]["key"]
    assert frozen["secrets"]["words"] == vault["secrets"]["words"]


def test_every_page_is_sound_and_holds_what_was_written(
    frozen: dict[str, Any], backup: bytes
) -> None:
    database_key = bytes.fromhex(frozen["subkeys"]["underrose/backup-db/1"])
    salt = backup[:16]
    masked = bytes(byte ^ 0x3A for byte in salt)
    hmac_key = hashlib.pbkdf2_hmac("sha512", database_key, masked, 2, 32)
    plain = b""
    for number in range(1, (len(backup) - 2 * BLOCK) // PAGE + 1):
        page = backup[(number - 1) * PAGE : number * PAGE]
        start = 16 if number == 1 else 0
        mac = hmac.new(hmac_key, page[start:-64] + number.to_bytes(4, "little"), "sha512")
        assert mac.digest() == page[-64:]
        decryptor = Cipher(AES256(database_key), CBC(page[-80:-64])).decryptor()
        plain += b"SQLite format 3\0"[:start] + decryptor.update(page[start:-80])
    assert plain.startswith(b"SQLite format 3\0")
    assert frozen["kept"].encode() in plain
    # What lets it open in place: the count of pages in the header is valid.
    assert plain[24:28] == plain[92:96]
    assert int.from_bytes(plain[28:32]) * PAGE == len(backup) - 2 * BLOCK
