import hashlib
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from crypto.errors import VaultDamaged, VaultInUse, VaultReadOnly
from crypto.primitives.kdf import TEST_ONLY_COST, TEST_ONLY_COSTS
from crypto.slots.keyring_passphrase import KeyringPassphraseWay
from crypto.slots.keyring_slot import KeyringWay, account_of
from crypto.slots.passphrase import PassphraseWay
from crypto.slots.recovery import RecoveryWay
from crypto.slots.slot import SlotKind
from crypto.vault.change_slots import add_way
from crypto.vault.open_vault import Vault
from crypto.vault.pin import Pin, keep_pin, read_pin
from crypto.vault.seal import SealState
from crypto.vault.vault import hold_secret, open_vault
from tests.crypto.conftest import FIRST_STATE, PASSPHRASE, ClosedVault, Create, Open, names
from tests.support.fake_key_store import FakeKeyStore
from tests.support.without_privilege import without_privilege

STATE = SealState(write_no=4, generation=2, head=b"h" * 32, drafts_sha256=b"e" * 32)


def read_only(closed_vault: ClosedVault) -> Vault:
    return open_vault(closed_vault.folder, closed_vault.way, costs=TEST_ONLY_COSTS, read_only=True)


def everything(folder: Path) -> dict[str, tuple[bytes, int]]:
    """What is in the folder, with the times of the last change, and the folder's own."""
    files = {
        path.name: (path.read_bytes(), path.stat().st_mtime_ns)
        for path in folder.iterdir()
        if path.is_file()
    }
    return files | {".": (b"", folder.stat().st_mtime_ns)}


# What is known of the header in force


def test_it_knows_its_header_and_the_slot_that_opened_it(
    closed_vault: ClosedVault, open_cheaply: Open
) -> None:
    vault = open_cheaply(closed_vault.folder, closed_vault.way)
    data = (closed_vault.folder / "header.json").read_bytes()
    assert vault.header_seq == 1
    assert vault.header_sha256 == hashlib.sha256(data).digest()
    assert [each.kind for each in vault.descriptors] == [
        SlotKind.KEYRING_PASSPHRASE,
        SlotKind.RECOVERY,
    ]
    assert vault.opened_by == vault.descriptors[0].slot_id
    assert not vault.header_was_damaged
    assert not vault.read_only
    vault.close()
    again = open_cheaply(closed_vault.folder, RecoveryWay(closed_vault.words))
    assert again.opened_by == again.descriptors[1].slot_id


def test_a_new_vault_is_opened_by_the_way_it_was_made_with(tmp_path: Path, create: Create) -> None:
    vault, _ = create(tmp_path / "Practice.vault", PassphraseWay(PASSPHRASE))
    assert vault.opened_by == vault.descriptors[0].slot_id
    assert vault.descriptors[0].kind is SlotKind.PASSPHRASE


def test_a_damaged_copy_is_told_once(closed_vault: ClosedVault, open_cheaply: Open) -> None:
    (closed_vault.folder / "header.copy.json").write_bytes(b"")
    vault = open_cheaply(closed_vault.folder, closed_vault.way)
    assert vault.header_was_damaged
    vault.close()
    assert not open_cheaply(closed_vault.folder, closed_vault.way).header_was_damaged


# Nothing is put right before the vault was compared with its seal and pin


def left_by_a_kill(folder: Path) -> None:
    """What there is to be repaired: a header copy, half a database, and the reserve."""
    (folder / "header.copy.json").write_bytes(b"")
    (folder / "begun-2").write_bytes(b"1")
    (folder / "vault-2.db").write_bytes(b"half")
    (folder / "reserve").unlink()


def test_opening_writes_nothing_until_it_is_settled(closed_vault: ClosedVault) -> None:
    folder = closed_vault.folder
    left_by_a_kill(folder)
    before = everything(folder)
    vault = open_vault(folder, closed_vault.way, costs=TEST_ONLY_COSTS)
    assert everything(folder) == before
    vault.settle()
    assert not {"begun-2", "vault-2.db"} & set(names(folder))
    assert (folder / "header.copy.json").read_bytes() == (folder / "header.json").read_bytes()
    assert (folder / "reserve").exists()
    vault.give_up_reserve()
    vault.settle()
    assert not (folder / "reserve").exists(), "once is enough"
    vault.close()


def test_a_new_header_is_not_written_over_a_copy_that_is_to_be_kept(
    closed_vault: ClosedVault, tmp_path: Path, create: Create
) -> None:
    other, _ = create(tmp_path / "Other.vault", PassphraseWay(PASSPHRASE))
    other.close()
    foreign = (other.folder / "header.json").read_bytes()
    (closed_vault.folder / "header.copy.json").write_bytes(foreign)
    vault = open_vault(closed_vault.folder, closed_vault.way, costs=TEST_ONLY_COSTS)
    way = PassphraseWay("saddle thirty quiet orchard")
    add_way(vault, way, cost=TEST_ONLY_COST, costs=TEST_ONLY_COSTS)
    vault.close()
    (aside,) = closed_vault.folder.glob("header.*.aside")
    assert aside.read_bytes() == foreign


# The pin


def test_a_kept_pin_is_read_when_the_vault_is_opened_again(
    closed_vault: ClosedVault, open_cheaply: Open
) -> None:
    assert hold_secret(closed_vault.folder, closed_vault.store).pin is None
    vault = open_cheaply(closed_vault.folder, closed_vault.way)
    keep_pin(closed_vault.store, vault.render_pin(STATE))
    pinned = Pin(STATE, 1, 1, vault.header_sha256)
    vault.close()
    held = hold_secret(closed_vault.folder, closed_vault.store)
    again = open_cheaply(closed_vault.folder, KeyringPassphraseWay(held, PASSPHRASE))
    assert held.pin is not None
    assert again.parse_pin(held.pin) == pinned
    assert read_pin(held, again.vault_id, again.descriptors) == held.pin


def test_opened_by_the_kit_the_pin_goes_where_this_computers_half_is(
    closed_vault: ClosedVault, open_cheaply: Open
) -> None:
    vault = open_cheaply(closed_vault.folder, RecoveryWay(closed_vault.words))
    add_way(vault, KeyringWay(FakeKeyStore("Elsewhere")), cost=TEST_ONLY_COST)
    pin = vault.render_pin(STATE)
    assert len(pin.slot_ids) == 2
    keep_pin(closed_vault.store, pin)
    here = account_of(vault.vault_id, vault.descriptors[0].slot_id)
    assert set(closed_vault.store.items) == {here, f"{here}/pin"}


def test_the_pin_of_another_vault_is_none(
    tmp_path: Path, closed_vault: ClosedVault, create: Create, open_cheaply: Open
) -> None:
    other, _ = create(tmp_path / "Other.vault", PassphraseWay(PASSPHRASE))
    vault = open_cheaply(closed_vault.folder, closed_vault.way)
    assert vault.parse_pin(other.render_pin(STATE).data) is None
    assert vault.parse_pin(b"") is None


def test_a_changed_header_is_another_pin(closed_vault: ClosedVault, open_cheaply: Open) -> None:
    vault = open_cheaply(closed_vault.folder, closed_vault.way)
    before = vault.parse_pin(vault.render_pin(STATE).data)
    add_way(vault, PassphraseWay(PASSPHRASE), cost=TEST_ONLY_COST, costs=TEST_ONLY_COSTS)
    after = vault.parse_pin(vault.render_pin(STATE).data)
    assert before is not None
    assert after is not None
    assert (before.header_seq, after.header_seq) == (1, 2)
    assert before.header_sha256 != after.header_sha256
    assert before.state == after.state == STATE


# Only reading


def test_reading_changes_nothing_in_the_folder(
    closed_vault: ClosedVault, open_cheaply: Open
) -> None:
    writer = open_cheaply(closed_vault.folder, closed_vault.way)
    writer.connection.execute("INSERT INTO kept VALUES ('kept')")
    writer.close()
    for name in ("reserve", "lock", "header.copy.json"):
        (closed_vault.folder / name).unlink()
    before = everything(closed_vault.folder)
    vault = read_only(closed_vault)
    assert vault.read_only
    assert vault.header_was_damaged
    assert vault.connection.execute("SELECT text FROM kept") == [("kept",)]
    assert vault.read_seal() == FIRST_STATE
    assert vault.parse_pin(vault.render_pin(STATE).data) is not None
    assert not vault.give_up_reserve()
    vault.close()
    assert everything(closed_vault.folder) == before


def test_what_would_write_is_refused(closed_vault: ClosedVault) -> None:
    vault = read_only(closed_vault)
    refused: list[Callable[[], object]] = [
        lambda: vault.write_seal(STATE),
        lambda: vault.put_slots(vault.header.slots),
        lambda: vault.connection.execute("INSERT INTO kept VALUES ('no')"),
        lambda: vault.connection.execute("CREATE TABLE other (text)"),
        vault.connection.begin,
    ]
    for write in refused:
        with pytest.raises(VaultReadOnly):
            write()
    vault.close()


def test_two_may_read_at_once_and_nobody_writes_meanwhile(
    closed_vault: ClosedVault, open_cheaply: Open
) -> None:
    first, second = read_only(closed_vault), read_only(closed_vault)
    with pytest.raises(VaultInUse):
        open_cheaply(closed_vault.folder, closed_vault.way)
    first.close()
    second.close()
    open_cheaply(closed_vault.folder, closed_vault.way)
    with pytest.raises(VaultInUse):
        read_only(closed_vault)


def leave_a_journal(closed_vault: ClosedVault) -> None:
    """What a process leaves that was killed in the middle of a commit."""
    if os.fork() == 0:
        vault = open_vault(closed_vault.folder, closed_vault.way, costs=TEST_ONLY_COSTS)
        vault.connection.execute("PRAGMA cache_size = 2")
        vault.connection.begin()
        for number in range(200):
            vault.connection.execute("INSERT INTO kept VALUES (?)", (f"{number}" * 200,))
        os._exit(0)
    os.wait()
    assert (closed_vault.folder / "vault-1.db-journal").stat().st_size > 0


def test_what_a_killed_process_left_is_told_and_undone_by_writing_only(
    closed_vault: ClosedVault, open_cheaply: Open
) -> None:
    leave_a_journal(closed_vault)
    before = everything(closed_vault.folder)
    with pytest.raises(VaultReadOnly):
        read_only(closed_vault)
    assert everything(closed_vault.folder) == before
    vault = open_cheaply(closed_vault.folder, closed_vault.way)
    assert vault.connection.execute("SELECT count(*) FROM kept") == [(0,)]
    vault.close()
    read_only(closed_vault).close()


@pytest.mark.parametrize("lock_file", [True, False])
def test_a_folder_that_cannot_be_written_to_is_read(
    closed_vault: ClosedVault, lock_file: bool
) -> None:
    folder = closed_vault.folder
    if not lock_file:
        (folder / "lock").unlink()
    for path in folder.iterdir():
        path.chmod(0o500 if path.is_dir() else 0o400)
    folder.chmod(0o500)

    def read() -> object:
        vault = read_only(closed_vault)
        try:
            return vault.connection.execute("SELECT count(*) FROM kept")
        finally:
            vault.close()

    def write() -> object:
        return open_vault(folder, closed_vault.way, costs=TEST_ONLY_COSTS)

    try:
        assert without_privilege(read) == "[(0,)]"
        assert without_privilege(write) == "VaultReadOnly"
    finally:
        folder.chmod(0o700)
    assert names(folder) == sorted(
        {"handover", "header.copy.json", "header.json", "reserve", "seal-1", "vault-1.db"}
        | ({"lock"} if lock_file else set())
    )


def test_a_damaged_database_is_damage_when_reading_too(closed_vault: ClosedVault) -> None:
    os.truncate(closed_vault.folder / "vault-1.db", 4000)
    with pytest.raises(VaultDamaged):
        read_only(closed_vault)
