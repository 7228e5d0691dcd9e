import pytest

from crypto.errors import KeyringItemGone, KeyringMissing, KeyringTimeout
from crypto.keyring.held import HeldSecret
from crypto.secret import SecretBytes

SECRET = SecretBytes(b"secret")
HELD = HeldSecret("GNOME Keyring", {"vault/slot": SECRET}, "vault/slot/pin")


def test_it_answers_for_the_account_that_was_asked_for_as_often_as_needed() -> None:
    with HELD.read("vault/slot") as first:
        assert first == SecretBytes(b"secret")
    assert HELD.read("vault/slot") == SecretBytes(b"secret")
    assert HELD.name == "GNOME Keyring"


def test_any_other_account_is_not_there() -> None:
    with pytest.raises(KeyringItemGone):
        HELD.read("vault/other")


def test_the_pin_is_what_the_store_told_or_none() -> None:
    assert HELD.pin is None
    gone = HeldSecret("GNOME Keyring", {"vault/slot/pin": KeyringItemGone()}, "vault/slot/pin")
    assert gone.pin is None
    known = HeldSecret("GNOME Keyring", {"vault/slot/pin": SecretBytes(b"pin")}, "vault/slot/pin")
    assert known.pin == b"pin"


def test_a_pin_that_the_store_did_not_tell_is_not_called_none() -> None:
    held = HeldSecret("GNOME Keyring", {"vault/slot/pin": KeyringTimeout()}, "vault/slot/pin")
    with pytest.raises(KeyringTimeout):
        assert held.pin
    with pytest.raises(KeyringTimeout):
        held.read("vault/slot/pin")


def test_nothing_shows_what_is_held() -> None:
    assert "secret" not in repr(HELD)


def test_nothing_is_kept_or_removed_through_it() -> None:
    with pytest.raises(KeyringMissing):
        HELD.write("vault/slot", SecretBytes(b"secret"))
    with pytest.raises(KeyringMissing):
        HELD.delete("vault/slot")
