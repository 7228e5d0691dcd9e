"""Another reader, written from `crypto/FORMAT.md` alone: it imports nothing of `crypto`."""

import base64
import hashlib
import hmac
import json
import unicodedata
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCMSIV
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from mnemonic import Mnemonic


def enc(*parts: str | bytes | int | UUID) -> bytes:
    encoded = b""
    for part in parts:
        match part:
            case str():
                data = part.encode()
            case int():
                data = part.to_bytes(8)
            case UUID():
                data = part.bytes
            case bytes():
                data = part
        encoded += len(data).to_bytes(4) + data
    return encoded


def hkdf(secret: bytes, salt: bytes, info: bytes, length: int) -> bytes:
    return HKDF(SHA256(), length, salt, info).derive(secret)


@pytest.fixture(scope="module")
def frozen(root: Path) -> dict[str, Any]:
    return json.loads((root / "tests" / "vectors" / "format-1.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def fields(frozen: dict[str, Any]) -> dict[str, Any]:
    return json.loads(frozen["header"].split("\n")[1])


@pytest.fixture(scope="module")
def vault_key(frozen: dict[str, Any]) -> bytes:
    return bytes.fromhex(frozen["secrets"]["vault_key"])


def test_the_frame_checks_itself(frozen: dict[str, Any]) -> None:
    magic, line, checksum, mac, end = frozen["header"].encode().split(b"\n")
    summed = magic + b"\n" + line + b"\n"
    assert (magic, end) == (b"UNDERROSE-VAULT 1", b"")
    assert checksum.decode() == "sha256:" + hashlib.sha256(summed).hexdigest()
    key = bytes.fromhex(frozen["subkeys"]["underrose/header/1"])
    before = summed + checksum + b"\n"
    assert mac.decode() == "hmac:" + hmac.digest(key, before, "sha256").hex()


def test_the_line_is_canonical(frozen: dict[str, Any], fields: dict[str, Any]) -> None:
    # Its names are ASCII and its strings need no escape, so that this is RFC 8785.
    canonical = json.dumps(fields, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    assert frozen["header"].split("\n")[1] == canonical


def test_subkeys(frozen: dict[str, Any], fields: dict[str, Any], vault_key: bytes) -> None:
    salt = UUID(fields["vault_id"]).bytes
    assert frozen["subkeys"] == {
        label: hkdf(vault_key, salt, enc(label, fields["epoch"]), 32).hex()
        for label in ("underrose/db/1", "underrose/header/1", "underrose/seal/1")
    }


def key_material(secrets: dict[str, Any], vault_id: str, descriptor: dict[str, Any]) -> bytes:
    material = b""
    if "kdf" in descriptor:
        kdf = descriptor["kdf"]
        material += Argon2id(
            salt=base64.b64decode(kdf["salt"]),
            length=32,
            iterations=kdf["iterations"],
            lanes=kdf["lanes"],
            memory_cost=kdf["memory_kib"],
        ).derive(unicodedata.normalize("NFKC", secrets["passphrase"]).encode())
    if "store" in descriptor:
        material += bytes.fromhex(secrets["keyring"][f"{vault_id}/{descriptor['slot_id']}"])
    if descriptor["kind"] == "recovery":
        material += Mnemonic("english").to_entropy(secrets["words"])
    return material


@pytest.mark.parametrize("number", range(4))
def test_every_slot_gives_the_vault_key(
    frozen: dict[str, Any], fields: dict[str, Any], vault_key: bytes, number: int
) -> None:
    vault_id = UUID(fields["vault_id"])
    slot, expected = fields["slots"][number], frozen["slots"][number]
    descriptor = slot["descriptor"]
    wrap = {name: base64.b64decode(value) for name, value in slot["wrap"].items()}

    material = key_material(frozen["secrets"], fields["vault_id"], descriptor)
    info = enc("underrose/slot-kek/1", vault_id, UUID(descriptor["slot_id"]), descriptor["kind"])
    canonical = json.dumps(descriptor, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    aad = enc("underrose/slot/1", vault_id, canonical)
    assert (material.hex(), info.hex(), aad.hex()) == (
        expected["key_material"],
        expected["info"],
        expected["aad"],
    )

    okm = hkdf(material, wrap["salt"], info, 64)
    assert okm[32:] == wrap["commitment"]
    assert AESGCMSIV(okm[:32]).decrypt(wrap["nonce"], wrap["ciphertext"], aad) == vault_key


def test_the_seal(frozen: dict[str, Any], fields: dict[str, Any]) -> None:
    seal = frozen["seal"]
    body = enc(
        "underrose/seal/1",
        UUID(fields["vault_id"]),
        fields["epoch"],
        seal["write_no"],
        seal["generation"],
        bytes.fromhex(seal["head"]),
        bytes.fromhex(seal["drafts_sha256"]),
    )
    key = bytes.fromhex(frozen["subkeys"]["underrose/seal/1"])
    assert (body + hmac.digest(key, body, "sha256")).hex() == seal["file"]


def test_the_pin(frozen: dict[str, Any], fields: dict[str, Any]) -> None:
    header_sha256 = hashlib.sha256(frozen["header"].encode()).digest()
    sealed = bytes.fromhex(frozen["seal"]["file"])
    data = enc("underrose/pin/1", sealed, fields["header_seq"], header_sha256)
    assert data.hex() == frozen["pin"]["bytes"]
    assert frozen["pin"]["header_sha256"] == header_sha256.hex()


def test_the_backup_root(frozen: dict[str, Any], fields: dict[str, Any]) -> None:
    entropy = bytes(Mnemonic("english").to_entropy(frozen["secrets"]["words"]))
    kept = frozen["backup_root"]
    info = enc("underrose/backup-root/1", kept["kit_number"])
    assert hkdf(entropy, UUID(fields["vault_id"]).bytes, info, 32).hex() == kept["key"]


def test_the_chain(frozen: dict[str, Any]) -> None:
    head = bytes(32)
    for number, entry in enumerate(frozen["ledger"], start=1):
        commitment = hashlib.sha256(
            enc(
                "underrose/entry/1",
                entry["kind"],
                UUID(entry["subject_id"]),
                entry["actor"],
                bytes.fromhex(entry["nonce"]),
                entry["canonical_content"],
            )
        ).digest()
        head = hashlib.sha256(
            enc("underrose/head/1", head, entry["generation"], entry["at_ms"], commitment)
        ).digest()
        assert json.loads(entry["canonical_content"]) == entry["content"]
        assert entry["generation"] == number
        assert (commitment.hex(), head.hex()) == (entry["commitment"], entry["head"])
    assert head.hex() == frozen["seal"]["head"]


def test_the_drafts(frozen: dict[str, Any]) -> None:
    parts: list[bytes] = []
    for draft in sorted(frozen["drafts"], key=lambda draft: draft["id"]):
        parts += [UUID(draft["id"]).bytes, hashlib.sha256(draft["content"].encode()).digest()]
    digest = hashlib.sha256(enc("underrose/drafts/1", *parts)).hexdigest()
    assert digest == frozen["seal"]["drafts_sha256"]
