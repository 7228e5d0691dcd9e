"""Every key of a vault, taken from an open one: what to look for where no key may be."""

import hashlib
from pathlib import Path

from crypto.primitives.kdf import APP_COSTS, CostRange
from crypto.slots.recovery import entropy_of
from crypto.slots.slot import Way
from crypto.vault.connection import salt_of
from crypto.vault.subkeys import Purpose, subkey
from crypto.vault.vault import open_vault

_HMAC_SALT_MASK = 0x3A  # SQLCipher's: its HMAC key comes from the raw key with a masked salt
_HMAC_ROUNDS = 2


def keys_of(folder: Path, way: Way, costs: CostRange = APP_COSTS) -> dict[str, bytes]:
    """The vault key and all that is derived from it, by name."""
    vault = open_vault(folder, way, costs=costs)
    try:
        keys = {"vault key": vault.vault_key.reveal()}
        for purpose in Purpose:
            with subkey(vault.vault_key, purpose, vault.vault_id, vault.epoch) as key:
                keys[f"{purpose.name.lower()} key"] = key.reveal()
        (database,) = folder.glob("vault-*.db")
        masked = bytes(byte ^ _HMAC_SALT_MASK for byte in salt_of(database))
        keys["page HMAC key"] = hashlib.pbkdf2_hmac(
            "sha512", keys["database key"], masked, _HMAC_ROUNDS, 32
        )
    finally:
        vault.close()
    return keys


def entropy(words: tuple[str, ...]) -> bytes:
    """What the 24 words stand for."""
    return entropy_of(words).reveal()
