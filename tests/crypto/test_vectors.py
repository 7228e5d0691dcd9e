"""What was written once in this format is read, and made again, for ever."""

import json
from pathlib import Path
from typing import Any, cast
from uuid import UUID

import pytest

from crypto.encoding import canonical_json
from crypto.primitives import hash_chain
from crypto.primitives.kdf import APP_COSTS
from crypto.secret import SecretBytes
from crypto.slots.keyring_passphrase import KeyringPassphraseWay
from crypto.slots.keyring_slot import KeyringWay
from crypto.slots.open_slot import open_slot
from crypto.slots.passphrase import PassphraseWay
from crypto.slots.recovery import RecoveryWay, parse_words
from crypto.slots.slot import SlotKind, Way
from crypto.vault import pin, seal
from crypto.vault.backup_root import backup_root
from crypto.vault.header import WrittenHeader, parse, render
from crypto.vault.pin import Pin
from crypto.vault.seal import SealState
from crypto.vault.subkeys import Purpose, subkey
from tests.support.fake_key_store import FakeKeyStore


@pytest.fixture(scope="module")
def frozen(root: Path) -> dict[str, Any]:
    return json.loads((root / "tests" / "vectors" / "format-1.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def written(frozen: dict[str, Any]) -> WrittenHeader:
    return parse(frozen["header"].encode())


@pytest.fixture(scope="module")
def vault_key(frozen: dict[str, Any]) -> SecretBytes:
    return SecretBytes(bytes.fromhex(frozen["secrets"]["vault_key"]))


def test_the_frozen_header_is_read_and_rendered_the_same(
    frozen: dict[str, Any], written: WrittenHeader, vault_key: SecretBytes
) -> None:
    header = written.header
    key = subkey(vault_key, Purpose.HEADER, header.vault_id, header.epoch)
    written.check_mac(key)
    assert header.name == "Praxis Zoë & Söhne"
    assert render(header, key).data == frozen["header"].encode()


@pytest.mark.parametrize("kind", SlotKind)
def test_every_frozen_slot_opens(
    frozen: dict[str, Any], written: WrittenHeader, vault_key: SecretBytes, kind: SlotKind
) -> None:
    secrets = frozen["secrets"]
    store = FakeKeyStore("GNOME Keyring")
    kept = cast(dict[str, str], secrets["keyring"])
    store.items = {account: bytes.fromhex(secret) for account, secret in kept.items()}
    ways: dict[SlotKind, Way] = {
        SlotKind.KEYRING: KeyringWay(store),
        SlotKind.KEYRING_PASSPHRASE: KeyringPassphraseWay(store, secrets["passphrase"]),
        SlotKind.PASSPHRASE: PassphraseWay(secrets["passphrase"]),
        SlotKind.RECOVERY: RecoveryWay(parse_words(secrets["words"])),
    }
    header = written.header
    assert open_slot(ways[kind], header.slots, header.vault_id, APP_COSTS).vault_key == vault_key


def test_the_frozen_seal_is_read_and_rendered_the_same(
    frozen: dict[str, Any], written: WrittenHeader, vault_key: SecretBytes
) -> None:
    vault_id, epoch = written.header.vault_id, written.header.epoch
    key = subkey(vault_key, Purpose.SEAL, vault_id, epoch)
    kept = frozen["seal"]
    state = SealState(
        kept["write_no"],
        kept["generation"],
        bytes.fromhex(kept["head"]),
        bytes.fromhex(kept["drafts_sha256"]),
    )
    data = bytes.fromhex(kept["file"])
    assert seal.parse(data, key, vault_id, epoch) == state
    assert seal.render(state, key, vault_id, epoch) == data


def test_the_frozen_pin_is_read_and_rendered_the_same(
    frozen: dict[str, Any], written: WrittenHeader, vault_key: SecretBytes
) -> None:
    vault_id, epoch = written.header.vault_id, written.header.epoch
    key = subkey(vault_key, Purpose.SEAL, vault_id, epoch)
    kept, sealed = frozen["pin"], bytes.fromhex(frozen["seal"]["file"])
    data = bytes.fromhex(kept["bytes"])
    state = seal.parse(sealed, key, vault_id, epoch)
    assert state is not None
    header_sha256 = bytes.fromhex(kept["header_sha256"])
    assert pin.render(sealed, kept["header_seq"], header_sha256) == data
    assert pin.parse(data, key, vault_id, epoch) == Pin(
        state, epoch, written.header.header_seq, header_sha256
    )


def test_the_frozen_backup_root_is_made_the_same(
    frozen: dict[str, Any], written: WrittenHeader
) -> None:
    kept, words = frozen["backup_root"], parse_words(frozen["secrets"]["words"])
    root = backup_root(words, written.header.vault_id, kept["kit_number"])
    assert root.reveal().hex() == kept["key"]


def test_the_frozen_chain_is_made_the_same(frozen: dict[str, Any]) -> None:
    head = hash_chain.GENESIS_HEAD
    for entry in frozen["ledger"]:
        content = canonical_json(entry["content"])
        assert content == entry["canonical_content"].encode()
        commitment = hash_chain.commitment(
            entry["kind"],
            UUID(entry["subject_id"]),
            entry["actor"],
            bytes.fromhex(entry["nonce"]),
            content,
        )
        head = hash_chain.head(head, entry["generation"], entry["at_ms"], commitment)
        assert (commitment.hex(), head.hex()) == (entry["commitment"], entry["head"])
