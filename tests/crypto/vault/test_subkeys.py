from uuid import UUID

from crypto.encoding import enc
from crypto.primitives.kdf import hkdf
from crypto.secret import SecretBytes
from crypto.vault.subkeys import Purpose, subkey

KEY, VAULT = SecretBytes(bytes(range(32))), UUID(int=1)


def test_a_subkey_is_derived_from_purpose_and_epoch() -> None:
    expected = hkdf(bytes(range(32)), VAULT.bytes, enc("underrose/db/1", 2))
    assert subkey(KEY, Purpose.DATABASE, VAULT, 2).reveal() == expected


def test_purpose_vault_and_epoch_each_change_it() -> None:
    keys = {
        subkey(KEY, purpose, vault, epoch).reveal()
        for purpose in Purpose
        for vault in (VAULT, UUID(int=2))
        for epoch in (1, 2)
    }
    assert len(keys) == 12
