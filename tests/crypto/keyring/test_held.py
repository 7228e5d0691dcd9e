import pytest

from crypto.errors import KeyringItemGone, KeyringMissing
from crypto.keyring.held import HeldSecret
from crypto.secret import SecretBytes

HELD = HeldSecret("GNOME Keyring", "vault/slot", SecretBytes(b"secret"))


def test_it_answers_for_the_account_that_was_asked_for_as_often_as_needed() -> None:
    with HELD.read("vault/slot") as first:
        assert first == SecretBytes(b"secret")
    assert HELD.read("vault/slot") == SecretBytes(b"secret")
    assert HELD.name == "GNOME Keyring"


def test_any_other_account_is_not_there() -> None:
    with pytest.raises(KeyringItemGone):
        HELD.read("vault/other")


def test_nothing_is_kept_or_removed_through_it() -> None:
    with pytest.raises(KeyringMissing):
        HELD.write("vault/slot", SecretBytes(b"secret"))
    with pytest.raises(KeyringMissing):
        HELD.delete("vault/slot")
