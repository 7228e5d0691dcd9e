"""Twelve things that can go wrong with a password store, at every place where one is asked."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from crypto.errors import (
    CryptoError,
    KeyringBackendChanged,
    KeyringError,
    KeyringItemGone,
    KeyringLocked,
    KeyringMissing,
    KeyringPromptDismissed,
    KeyringTimeout,
    KeyringWriteUnverified,
    PassphraseWrong,
)
from crypto.primitives.kdf import TEST_ONLY_COST, TEST_ONLY_COSTS
from crypto.slots.keyring_passphrase import KeyringPassphraseWay
from crypto.slots.keyring_slot import KeyringWay
from crypto.slots.passphrase import PassphraseWay
from crypto.slots.recovery import RecoveryWay
from crypto.slots.slot import NewWay
from crypto.vault.change_slots import add_way, begin_new_kit, forget_in_store, replace_way
from crypto.vault.open_vault import Vault
from crypto.vault.pin import keep_pin, read_pin
from crypto.vault.rekey import rekey
from crypto.vault.vault import create_vault, hold_secret, open_vault
from tests.crypto.conftest import FIRST_STATE, NOW, PASSPHRASE, names, one_table
from tests.support.faulty_store import Fault, FaultyStore

Told = dict[Fault, type[CryptoError] | None]  # None: goes well all the same

UNREACHABLE: Told = {
    Fault.MISSING: KeyringMissing,
    Fault.LOCKED: KeyringLocked,
    Fault.DISMISSED: KeyringPromptDismissed,
    Fault.HANGS: KeyringTimeout,
}
READING: Told = UNREACHABLE | {
    Fault.GONE: KeyringItemGone,
    Fault.WRONG_BYTES: KeyringItemGone,
    Fault.TRUNCATED: KeyringItemGone,
    Fault.OTHER_BACKEND: KeyringBackendChanged,
    Fault.RAISES_IN_SET: None,
    Fault.RAISES_IN_GET: KeyringMissing,
    Fault.RAISES_IN_DELETE: None,
    Fault.BUS_DIES: KeyringMissing,
}
WRITING: Told = UNREACHABLE | {
    Fault.GONE: KeyringWriteUnverified,
    Fault.WRONG_BYTES: KeyringWriteUnverified,
    Fault.TRUNCATED: KeyringWriteUnverified,
    Fault.OTHER_BACKEND: KeyringWriteUnverified,
    Fault.RAISES_IN_SET: KeyringWriteUnverified,
    Fault.RAISES_IN_GET: KeyringWriteUnverified,
    Fault.RAISES_IN_DELETE: None,
    Fault.BUS_DIES: KeyringMissing,
}
DELETING: Told = UNREACHABLE | {
    Fault.GONE: None,
    Fault.WRONG_BYTES: None,
    Fault.TRUNCATED: None,
    Fault.OTHER_BACKEND: None,
    Fault.RAISES_IN_SET: None,
    Fault.RAISES_IN_GET: KeyringMissing,
    Fault.RAISES_IN_DELETE: KeyringMissing,
    Fault.BUS_DIES: KeyringMissing,
}


@pytest.fixture
def faulty() -> Iterator[FaultyStore]:
    faulty = FaultyStore()
    yield faulty
    faulty.mend()


def way(faulty: FaultyStore, with_passphrase: bool) -> NewWay:
    store = faulty.store
    return KeyringPassphraseWay(store, PASSPHRASE) if with_passphrase else KeyringWay(store)


def make(folder: Path, way_in: NewWay) -> tuple[Vault, tuple[str, ...]]:
    return create_vault(
        folder, "Room 4", way_in, one_table, now=NOW, cost=TEST_ONLY_COST, costs=TEST_ONLY_COSTS
    )


def open_by(folder: Path, way_in: NewWay | RecoveryWay) -> Vault:
    return open_vault(folder, way_in, costs=TEST_ONLY_COSTS)


def closed(folder: Path, way_in: NewWay) -> tuple[str, ...]:
    vault, words = make(folder, way_in)
    vault.close()
    return words


def tell(work: Callable[[], object], told: type[CryptoError] | None) -> None:
    if told is None:
        work()
        return
    with pytest.raises(CryptoError) as error:
        work()
    assert type(error.value) is told


def test_every_fault_is_told_by_the_family_of_the_password_store() -> None:
    for told in (READING, WRITING, DELETING):
        assert set(told) == set(Fault)
        assert all(each is None or issubclass(each, KeyringError) for each in told.values())


@pytest.mark.parametrize("fault", Fault)
@pytest.mark.parametrize("with_passphrase", [True, False])
def test_making_a_vault(
    tmp_path: Path, faulty: FaultyStore, fault: Fault, with_passphrase: bool
) -> None:
    faulty.fault = fault
    folder = tmp_path / "Practice.vault"
    tell(lambda: closed(folder, way(faulty, with_passphrase)), WRITING[fault])
    assert names(tmp_path) == (["Practice.vault"] if WRITING[fault] is None else [])


@pytest.mark.parametrize("fault", Fault)
@pytest.mark.parametrize("with_passphrase", [True, False])
@pytest.mark.parametrize("held", [True, False])
def test_opening_a_vault(
    tmp_path: Path, faulty: FaultyStore, fault: Fault, with_passphrase: bool, held: bool
) -> None:
    folder = tmp_path / "Practice.vault"
    words = closed(folder, way(faulty, with_passphrase))
    kept = faulty.kept
    faulty.fault = fault

    def open_it() -> None:
        store = hold_secret(folder, faulty.store) if held else faulty.store
        way_in = KeyringPassphraseWay(store, PASSPHRASE) if with_passphrase else KeyringWay(store)
        open_by(folder, way_in).close()

    # A half that is another one cannot be told from another passphrase.
    mixed_up = fault is Fault.WRONG_BYTES and with_passphrase
    tell(open_it, PassphraseWrong if mixed_up else READING[fault])
    open_by(folder, RecoveryWay(words)).close()
    assert faulty.kept == kept
    faulty.mend()
    open_it()


@pytest.mark.parametrize("fault", Fault)
@pytest.mark.parametrize("with_passphrase", [True, False])
def test_putting_this_computers_half_back(
    tmp_path: Path, faulty: FaultyStore, fault: Fault, with_passphrase: bool
) -> None:
    folder = tmp_path / "Practice.vault"
    words = closed(folder, way(faulty, with_passphrase))
    vault = open_by(folder, RecoveryWay(words))
    old, kept = vault.descriptors[0].slot_id, faulty.kept
    faulty.fault = fault

    def put_back() -> None:
        again = way(faulty, with_passphrase)
        replace_way(vault, old, again, cost=TEST_ONLY_COST, costs=TEST_ONLY_COSTS)

    tell(put_back, WRITING[fault])
    if WRITING[fault] is not None:
        assert vault.header_seq == 1
        assert kept.items() <= faulty.kept.items()
    vault.close()
    faulty.mend()
    open_by(folder, way(faulty, with_passphrase)).close()
    open_by(folder, RecoveryWay(words)).close()


@pytest.mark.parametrize("fault", Fault)
def test_adding_a_half_beside_a_passphrase(
    tmp_path: Path, faulty: FaultyStore, fault: Fault
) -> None:
    folder = tmp_path / "Practice.vault"
    vault, words = make(folder, PassphraseWay(PASSPHRASE))
    faulty.fault = fault
    tell(
        lambda: add_way(
            vault, KeyringWay(faulty.store), cost=TEST_ONLY_COST, costs=TEST_ONLY_COSTS
        ),
        WRITING[fault],
    )
    vault.close()
    for way_in in (PassphraseWay(PASSPHRASE), RecoveryWay(words)):
        open_by(folder, way_in).close()


@pytest.mark.parametrize("fault", Fault)
def test_a_new_key(tmp_path: Path, faulty: FaultyStore, fault: Fault) -> None:
    folder = tmp_path / "Practice.vault"
    words = closed(folder, way(faulty, with_passphrase=True))
    vault = open_by(folder, way(faulty, with_passphrase=True))
    faulty.fault = fault
    kit = begin_new_kit(vault, date(2026, 11, 28))

    def give_new_key() -> None:
        ways = [way(faulty, with_passphrase=True)]
        rekey(vault, ways, kit, lambda _: FIRST_STATE, cost=TEST_ONLY_COST, costs=TEST_ONLY_COSTS)

    tell(give_new_key, WRITING[fault])
    vault.close()
    faulty.mend()
    done = WRITING[fault] is None
    open_by(folder, RecoveryWay(kit.words if done else words)).close()
    open_by(folder, way(faulty, with_passphrase=True)).close()


@pytest.mark.parametrize("fault", Fault)
def test_the_pin(tmp_path: Path, faulty: FaultyStore, fault: Fault) -> None:
    folder = tmp_path / "Practice.vault"
    vault, _ = make(folder, way(faulty, with_passphrase=False))
    pin = vault.render_pin(FIRST_STATE)
    keep_pin(faulty.store, pin)
    faulty.fault = fault
    # Whether the half is here is asked first, and a pin goes beside it.
    keeping = READING | {
        Fault.WRONG_BYTES: KeyringWriteUnverified,
        Fault.TRUNCATED: KeyringWriteUnverified,
        Fault.OTHER_BACKEND: KeyringItemGone,
        Fault.RAISES_IN_SET: KeyringWriteUnverified,
    }
    tell(lambda: keep_pin(faulty.store, pin), keeping[fault])
    nothing_told = {Fault.GONE, Fault.OTHER_BACKEND, Fault.WRONG_BYTES, Fault.TRUNCATED}
    told = None if fault in nothing_told else READING[fault]

    def read() -> None:
        found = read_pin(faulty.store, vault.vault_id, vault.descriptors)
        # Bytes that are no pin of this vault are taken for none.
        assert (found and vault.parse_pin(found)) in {None, vault.parse_pin(pin.data)}

    tell(read, told)
    vault.close()


@pytest.mark.parametrize("fault", Fault)
def test_forgetting_what_was_removed(tmp_path: Path, faulty: FaultyStore, fault: Fault) -> None:
    folder = tmp_path / "Practice.vault"
    vault, _ = make(folder, way(faulty, with_passphrase=False))
    old = vault.opened_by
    replace_way(vault, old, PassphraseWay(PASSPHRASE), cost=TEST_ONLY_COST, costs=TEST_ONLY_COSTS)
    faulty.fault = fault
    tell(lambda: forget_in_store(faulty.store, vault.vault_id, old), DELETING[fault])
    vault.close()
    open_by(folder, PassphraseWay(PASSPHRASE)).close()
