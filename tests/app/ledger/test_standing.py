"""What the password store remembers comes to the vault with the secret that it holds."""

from pathlib import Path

from app.ledger.standing import PIN_UNKNOWN, pin_held
from app.workspace import create_workspace
from crypto.errors import KeyringTimeout
from crypto.keyring.held import HeldSecret
from crypto.primitives.kdf import TEST_ONLY_COST, TEST_ONLY_COSTS
from crypto.slots.keyring_slot import KeyringWay
from crypto.vault.pin import keep_pin
from crypto.vault.vault import hold_secret
from tests.support.fake_key_store import FakeKeyStore
from tests.support.fixed_clock import FixedClock


def test_the_pin_comes_with_the_secret(tmp_path: Path) -> None:
    folder, store = tmp_path / "vault", FakeKeyStore()
    workspace, _ = create_workspace(
        folder, "W", KeyringWay(store), FixedClock(), TEST_ONLY_COST, TEST_ONLY_COSTS
    )
    pin = workspace.pin_to_keep()
    workspace.close()
    assert pin_held(hold_secret(folder, store)) is None
    assert pin is not None
    keep_pin(store, pin)
    assert pin_held(hold_secret(folder, store)) == pin.data


def test_a_store_that_does_not_tell_the_pin_is_no_reason_to_stay_outside() -> None:
    held = HeldSecret("Test Keyring", {"a/b/pin": KeyringTimeout()}, "a/b/pin")
    assert pin_held(held) is PIN_UNKNOWN


def test_a_passphrase_alone_asks_no_store() -> None:
    assert pin_held(None) is PIN_UNKNOWN
