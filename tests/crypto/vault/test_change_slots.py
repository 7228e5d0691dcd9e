import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from crypto.errors import (
    CryptoError,
    KeyringItemGone,
    KeyringTimeout,
    KeyringWriteUnverified,
    LastWayIn,
    PassphraseNotUsable,
    PassphraseWrong,
    RecoveryChecksum,
    RecoveryWordUnknown,
    RecoveryWrong,
    SaveNotDurable,
    TooManyWaysIn,
    VaultMissing,
    VaultReadOnly,
    WayInExists,
)
from crypto.primitives.kdf import TEST_ONLY_COST, TEST_ONLY_COSTS
from crypto.slots.keyring_passphrase import KeyringPassphraseWay
from crypto.slots.keyring_slot import KeyringWay, account_of, pin_account_of
from crypto.slots.passphrase import PassphraseWay
from crypto.slots.recovery import RecoveryWay, new_kit
from crypto.slots.slot import NewWay, SlotKind, Way
from crypto.vault import open_vault as open_vault_module
from crypto.vault.change_slots import (
    add_way,
    begin_new_kit,
    finish_new_kit,
    forget_in_store,
    rehearse,
    remove_way,
    replace_way,
)
from crypto.vault.header_files import read_header
from crypto.vault.open_vault import Vault
from crypto.vault.vault import open_vault
from tests.crypto.conftest import PASSPHRASE, ClosedVault, Create, Open
from tests.support.fake_key_store import FakeKeyStore
from tests.support.killed_child import killed_at
from tests.support.settled_vault import open_settled

OTHER_PASSPHRASE = "staple battery horse"
TODAY = date(2026, 11, 28)


def add(vault: Vault, way: NewWay) -> UUID:
    return add_way(vault, way, cost=TEST_ONLY_COST, costs=TEST_ONLY_COSTS)


def replace(vault: Vault, slot_id: UUID, way: NewWay) -> UUID:
    return replace_way(vault, slot_id, way, cost=TEST_ONLY_COST, costs=TEST_ONLY_COSTS)


def opens(folder: Path, way: Way) -> bool:
    try:
        open_settled(folder, way).close()
    except (PassphraseWrong, RecoveryWrong, KeyringItemGone):
        return False
    return True


def kinds(vault: Vault) -> list[SlotKind]:
    return sorted(each.kind for each in vault.descriptors)


@pytest.fixture
def vault(closed_vault: ClosedVault, open_cheaply: Open) -> Vault:
    return open_cheaply(closed_vault.folder, closed_vault.way)


# Adding


def test_an_added_way_opens_and_the_one_before_still_does(
    closed_vault: ClosedVault, vault: Vault
) -> None:
    slot_id = add(vault, PassphraseWay(OTHER_PASSPHRASE))
    assert vault.header_seq == 2
    assert slot_id in {each.slot_id for each in vault.descriptors}
    vault.close()
    for way in (PassphraseWay(OTHER_PASSPHRASE), closed_vault.way, RecoveryWay(closed_vault.words)):
        assert opens(closed_vault.folder, way)


def test_another_computer_adds_its_own_half(closed_vault: ClosedVault, open_cheaply: Open) -> None:
    elsewhere = FakeKeyStore("KDE Wallet")
    vault = open_cheaply(closed_vault.folder, RecoveryWay(closed_vault.words))
    slot_id = add(vault, KeyringWay(elsewhere))
    assert list(elsewhere.items) == [account_of(vault.vault_id, slot_id)]
    vault.close()
    assert opens(closed_vault.folder, KeyringWay(elsewhere))
    assert opens(closed_vault.folder, closed_vault.way)


def test_both_copies_carry_the_new_header_when_it_returns(vault: Vault) -> None:
    add(vault, PassphraseWay(OTHER_PASSPHRASE))
    found = read_header(vault.folder)
    assert not found.differ
    assert found.written.header == vault.header


def test_a_vault_has_one_passphrase_and_one_half_a_computer(
    closed_vault: ClosedVault, vault: Vault
) -> None:
    before = dict(closed_vault.store.items)
    add(vault, PassphraseWay(OTHER_PASSPHRASE))
    for way in (
        PassphraseWay("another one, long"),
        closed_vault.way,
        KeyringWay(closed_vault.store),
    ):
        with pytest.raises(WayInExists):
            add(vault, way)
    assert closed_vault.store.items == before
    assert vault.header_seq == 2


def test_a_weak_passphrase_is_refused_and_changes_nothing(vault: Vault) -> None:
    with pytest.raises(PassphraseNotUsable):
        add(vault, PassphraseWay("short"))
    assert vault.header_seq == 1


def test_a_header_has_room_for_twelve(closed_vault: ClosedVault, vault: Vault) -> None:
    for number in range(10):
        add(vault, KeyringWay(FakeKeyStore(f"Store {number}")))
    late = FakeKeyStore("Late")
    with pytest.raises(TooManyWaysIn):
        add(vault, KeyringWay(late))
    assert late.items == {}
    assert len(vault.descriptors) == 12
    vault.close()
    assert opens(closed_vault.folder, closed_vault.way)


@pytest.mark.parametrize("error", [KeyringTimeout, KeyringWriteUnverified])
def test_a_store_that_fails_changes_nothing(vault: Vault, error: type[CryptoError]) -> None:
    store = FakeKeyStore("Other")
    store.failure = error()
    with pytest.raises(error):
        add(vault, KeyringWay(store))
    assert vault.header_seq == read_header(vault.folder).written.header.header_seq == 1


class Forgetful(FakeKeyStore):
    """Takes what it is given, and has something else when it is asked for it."""

    def write(self, account: str, secret: object) -> None:
        del secret
        self.items[account] = b"x" * 32


class Sieve(FakeKeyStore):
    """Takes what it is given, and has nothing."""

    def write(self, account: str, secret: object) -> None: ...


@pytest.mark.parametrize("store", [Forgetful("Other"), Sieve("Other")])
def test_a_slot_that_would_not_open_never_gets_into_the_header(
    vault: Vault, store: FakeKeyStore
) -> None:
    for way in (KeyringWay(store), KeyringPassphraseWay(store, PASSPHRASE)):
        store.items.clear()
        with pytest.raises(KeyringWriteUnverified):
            add(vault, way)
    assert vault.header_seq == 1


# Replacing and removing


def test_a_changed_passphrase_opens_and_the_old_one_does_not(
    closed_vault: ClosedVault, vault: Vault
) -> None:
    old = vault.opened_by
    account = account_of(vault.vault_id, old)
    keyring = next(each for each in vault.descriptors if each.slot_id == old)
    # The same computer: its old half is what the new one takes the place of.
    new = replace(vault, old, KeyringPassphraseWay(closed_vault.store, OTHER_PASSPHRASE))
    assert vault.opened_by == new != old
    assert keyring not in vault.descriptors
    assert account in closed_vault.store.items
    forget_in_store(closed_vault.store, vault.vault_id, old)
    assert list(closed_vault.store.items) == [account_of(vault.vault_id, new)]
    vault.close()
    assert opens(closed_vault.folder, KeyringPassphraseWay(closed_vault.store, OTHER_PASSPHRASE))
    assert not opens(closed_vault.folder, closed_vault.way)


def test_a_changed_kind_gets_a_new_secret(closed_vault: ClosedVault, vault: Vault) -> None:
    old = vault.opened_by
    new = replace(vault, old, KeyringWay(closed_vault.store))
    items = closed_vault.store.items
    assert items[account_of(vault.vault_id, old)] != items[account_of(vault.vault_id, new)]
    assert kinds(vault) == [SlotKind.KEYRING, SlotKind.RECOVERY]


def test_a_lost_half_is_replaced_after_recovery(
    closed_vault: ClosedVault, open_cheaply: Open
) -> None:
    closed_vault.store.items.clear()
    vault = open_cheaply(closed_vault.folder, RecoveryWay(closed_vault.words))
    lost = next(each for each in vault.descriptors if each.kind is not SlotKind.RECOVERY)
    replace(vault, lost.slot_id, closed_vault.way)
    assert vault.opened_by != lost.slot_id  # still the kit
    vault.close()
    assert opens(closed_vault.folder, closed_vault.way)


def test_a_removed_way_no_longer_opens(closed_vault: ClosedVault, vault: Vault) -> None:
    slot_id = add(vault, PassphraseWay(OTHER_PASSPHRASE))
    remove_way(vault, slot_id)
    vault.close()
    assert not opens(closed_vault.folder, PassphraseWay(OTHER_PASSPHRASE))
    assert opens(closed_vault.folder, closed_vault.way)


def test_the_last_way_in_and_the_kit_stay(vault: Vault) -> None:
    kit = next(each for each in vault.descriptors if each.kind is SlotKind.RECOVERY)
    with pytest.raises(LastWayIn):
        remove_way(vault, vault.opened_by)
    with pytest.raises(LastWayIn):
        remove_way(vault, kit.slot_id)
    with pytest.raises(LastWayIn):
        replace(vault, kit.slot_id, PassphraseWay(OTHER_PASSPHRASE))
    assert vault.header_seq == 1


def test_a_slot_that_is_not_there_cannot_be_removed(vault: Vault) -> None:
    with pytest.raises(LookupError):
        remove_way(vault, uuid4())


def test_forgetting_removes_secret_and_pin_and_nothing_else(
    closed_vault: ClosedVault, vault: Vault
) -> None:
    store, slot_id = closed_vault.store, vault.opened_by
    store.items[pin_account_of(vault.vault_id, slot_id)] = b"pin"
    store.items[account_of(vault.vault_id, UUID(int=5))] = b"other"
    forget_in_store(store, vault.vault_id, slot_id)
    forget_in_store(store, vault.vault_id, slot_id)
    assert list(store.items.values()) == [b"other"]


# The kit


def test_a_new_kit_opens_and_the_old_words_do_not(closed_vault: ClosedVault, vault: Vault) -> None:
    pending = begin_new_kit(vault, TODAY)
    assert pending.kit_number == 2
    assert pending.words[0] not in repr(pending)
    assert vault.header_seq == 1
    assert rehearse(vault, closed_vault.words) == 1
    finish_new_kit(vault, pending)
    finish_new_kit(vault, pending)
    assert vault.header_seq == 2
    assert rehearse(vault, pending.words) == 2
    with pytest.raises(RecoveryWrong) as error:
        rehearse(vault, closed_vault.words)
    assert (error.value.kit_number, error.value.kit_made_on) == (2, TODAY)
    vault.close()
    assert opens(closed_vault.folder, RecoveryWay(pending.words))
    assert not opens(closed_vault.folder, RecoveryWay(closed_vault.words))
    assert opens(closed_vault.folder, closed_vault.way)


def test_whoever_came_by_the_old_kit_is_in_by_the_new_one(
    closed_vault: ClosedVault, open_cheaply: Open
) -> None:
    vault = open_cheaply(closed_vault.folder, RecoveryWay(closed_vault.words))
    finish_new_kit(vault, begin_new_kit(vault, TODAY))
    assert vault.opened_by in {each.slot_id for each in vault.descriptors}


def test_a_rehearsal_tells_a_slip_from_another_kit(closed_vault: ClosedVault, vault: Vault) -> None:
    words = closed_vault.words
    with pytest.raises(RecoveryWordUnknown):
        rehearse(vault, ["rubbish", *words[1:]])
    with pytest.raises(RecoveryChecksum):
        rehearse(vault, words[:23])
    with pytest.raises(RecoveryWrong):
        rehearse(vault, new_kit(1, TODAY).words)


# What the disk says, and kills


def test_nothing_changes_in_a_vault_that_is_only_read(closed_vault: ClosedVault) -> None:
    vault = open_vault(closed_vault.folder, closed_vault.way, costs=TEST_ONLY_COSTS, read_only=True)
    store = FakeKeyStore("Other")
    for change in (
        lambda: add(vault, KeyringWay(store)),
        lambda: finish_new_kit(vault, begin_new_kit(vault, TODAY)),
    ):
        with pytest.raises(VaultReadOnly):
            change()
    vault.close()
    assert store.items == {}


def test_a_folder_that_is_gone_is_told_and_the_vault_is_as_it_was(vault: Vault) -> None:
    vault.folder.rename(vault.folder.with_name("Moved.vault"))
    with pytest.raises(VaultMissing):
        add(vault, PassphraseWay(OTHER_PASSPHRASE))
    assert vault.header_seq == 1


@pytest.mark.parametrize("size", [0, 100])
def test_a_full_disk_is_told_and_the_vault_is_as_it_was(
    closed_vault: ClosedVault, vault: Vault, full_disk: Callable[[int], None], size: int
) -> None:
    before = {path.name for path in vault.folder.iterdir()}
    full_disk(size)
    with pytest.raises(SaveNotDurable):
        add(vault, PassphraseWay(OTHER_PASSPHRASE))
    full_disk(10_000_000)
    assert vault.header_seq == 1
    assert {path.name for path in vault.folder.iterdir()} == before
    add(vault, PassphraseWay(OTHER_PASSPHRASE))
    vault.close()
    assert opens(closed_vault.folder, PassphraseWay(OTHER_PASSPHRASE))


def test_half_a_header_change_is_in_force_here_as_on_the_disk(
    closed_vault: ClosedVault, vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    def write_one(folder: Path, data: bytes) -> None:
        (folder / "header.json").write_bytes(data)
        raise SaveNotDurable

    monkeypatch.setattr(open_vault_module, "write_header", write_one)
    with pytest.raises(SaveNotDurable):
        add(vault, PassphraseWay(OTHER_PASSPHRASE))
    assert vault.header_seq == 2
    vault.close()
    monkeypatch.undo()
    assert opens(closed_vault.folder, PassphraseWay(OTHER_PASSPHRASE))
    assert not read_header(closed_vault.folder).differ


Change = Callable[[Vault, ClosedVault], object]
CHANGES: dict[str, Change] = {
    "add": lambda vault, _: add(vault, PassphraseWay(OTHER_PASSPHRASE)),
    "replace": lambda vault, _: replace(vault, vault.opened_by, PassphraseWay(OTHER_PASSPHRASE)),
    "new kit": lambda vault, _: finish_new_kit(vault, begin_new_kit(vault, TODAY)),
    "remove": lambda vault, _: remove_way(vault, vault.opened_by),
}


@pytest.mark.parametrize("name", CHANGES)
def test_killed_at_any_step_the_old_or_the_new_header_opens(
    tmp_path: Path, create: Create, name: str
) -> None:
    store = FakeKeyStore()
    way = KeyringPassphraseWay(store, PASSPHRASE)
    folder = tmp_path / "Practice.vault"
    made, words = create(folder, way)
    made.close()
    closed = ClosedVault(folder, store, words)
    if name == "remove":
        vault = open_settled(folder, way)
        add(vault, PassphraseWay(OTHER_PASSPHRASE))
        vault.close()
    pristine = tmp_path / "pristine"
    shutil.copytree(folder, pristine)
    before = read_header(pristine).written.header.header_seq

    def change() -> None:
        vault = open_settled(folder, way)
        CHANGES[name](vault, closed)

    outcomes: list[int] = []
    step = 1
    while killed_at(step, change):
        seq = read_header(folder).written.header.header_seq
        changed = seq > before
        outcomes.append(seq)
        # What each secret does follows from the header in force, and from nothing else.
        assert opens(folder, way) is not (changed and name in {"replace", "remove"})
        assert opens(folder, RecoveryWay(words)) is not (changed and name == "new kit")
        has_passphrase = name == "remove" or (changed and name in {"add", "replace"})
        assert opens(folder, PassphraseWay(OTHER_PASSPHRASE)) is has_passphrase
        if opens(folder, way):
            found = read_header(folder)
            assert found.written.header.header_seq == seq
            assert not found.differ
        shutil.rmtree(folder)
        shutil.copytree(pristine, folder)
        step += 1
    assert outcomes == sorted(outcomes)
    assert {before, before + 1} == set(outcomes)
