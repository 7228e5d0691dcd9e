import errno
import resource
import shutil
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from crypto.errors import (
    HeaderDamaged,
    HeaderVaultMismatch,
    KeyringItemGone,
    KeyringTimeout,
    LastWayIn,
    PassphraseNotUsable,
    PassphraseWrong,
    RecoveryWrong,
    SaveNotDurable,
    TooManyWaysIn,
    VaultClosed,
    VaultDamaged,
    VaultMissing,
    VaultReadOnly,
    WayInExists,
)
from crypto.primitives.kdf import TEST_ONLY_COST, TEST_ONLY_COSTS
from crypto.slots.keyring_passphrase import KeyringPassphraseWay
from crypto.slots.keyring_slot import KeyringWay
from crypto.slots.passphrase import PassphraseWay
from crypto.slots.recovery import RecoveryWay
from crypto.slots.slot import NewWay, SlotKind, Way
from crypto.vault import atomic_file
from crypto.vault import rekey as rekey_module
from crypto.vault.change_slots import add_way, begin_new_kit, rehearse
from crypto.vault.connection import VaultConnection
from crypto.vault.copy_database import Progress
from crypto.vault.header_files import COPIES, FoundHeader, read_header
from crypto.vault.open_vault import Vault
from crypto.vault.rekey import rekey
from crypto.vault.seal import SealState
from crypto.vault.vault import look_at, open_vault
from tests.crypto.conftest import FIRST_STATE, PASSPHRASE, ClosedVault, Create, Open, names
from tests.support.fake_key_store import FakeKeyStore
from tests.support.killed_child import killed_at
from tests.support.settled_vault import open_settled

NEW_PASSPHRASE = "staple battery horse"
NEW_WAY = PassphraseWay(NEW_PASSPHRASE)
TODAY = date(2026, 11, 28)
NEXT_STATE = SealState(write_no=2, generation=1, head=b"h" * 32, drafts_sha256=b"d" * 32)
AFTER_REKEY = [
    "handover", "header.copy.json", "header.json", "lock", "reserve", "seal-2", "vault-2.db",
]  # fmt: skip


def append(connection: VaultConnection) -> SealState:
    connection.begin()
    connection.execute("INSERT OR IGNORE INTO kept VALUES ('rekeyed')")
    connection.commit()
    return NEXT_STATE


def rekeyed(vault: Vault, *ways: NewWay, progress: Progress | None = None) -> tuple[str, ...]:
    kit = begin_new_kit(vault, TODAY)
    rekey(vault, ways, kit, append, progress=progress, cost=TEST_ONLY_COST, costs=TEST_ONLY_COSTS)
    return kit.words


def opens(folder: Path, way: Way) -> bool:
    try:
        open_settled(folder, way).close()
    except (PassphraseWrong, RecoveryWrong, KeyringItemGone):
        return False
    return True


@pytest.fixture
def vault(closed_vault: ClosedVault, open_cheaply: Open) -> Vault:
    vault = open_cheaply(closed_vault.folder, closed_vault.way)
    vault.connection.execute("CREATE VIRTUAL TABLE found USING fts5(text)")
    vault.connection.execute("INSERT INTO found (rowid, text) VALUES (41, 'a quiet room')")
    vault.connection.execute("INSERT INTO kept VALUES ('before')")
    vault.connection.execute("PRAGMA user_version = 6")
    return vault


def test_everything_is_there_under_the_new_key_and_nothing_of_the_old_is_left(
    closed_vault: ClosedVault, vault: Vault, open_cheaply: Open
) -> None:
    folder, old = closed_vault.folder, vault.header
    words = rekeyed(vault, NEW_WAY)
    vault.close()
    assert names(folder) == AFTER_REKEY
    again = open_cheaply(folder, NEW_WAY)
    assert (again.epoch, again.header_seq, again.header.database_number) == (2, 2, 2)
    assert (again.vault_id, again.name, again.header.created_at) == (
        old.vault_id, old.name, old.created_at,
    )  # fmt: skip
    assert again.header.db_salt != old.db_salt
    rows = again.connection.execute("SELECT text FROM kept ORDER BY rowid")
    assert rows == [("before",), ("rekeyed",)]
    found = again.connection.execute("SELECT rowid FROM found WHERE found MATCH 'quiet'")
    assert found == [(41,)]
    assert again.connection.execute("PRAGMA user_version") == [(6,)]
    assert again.read_seal() == NEXT_STATE
    assert rehearse(again, words) == 2
    assert not again.header_was_damaged


def test_no_secret_from_before_opens_it(closed_vault: ClosedVault, vault: Vault) -> None:
    folder = closed_vault.folder
    add_way(vault, KeyringWay(FakeKeyStore("Elsewhere")), cost=TEST_ONLY_COST)
    words = rekeyed(vault, NEW_WAY)
    vault.close()
    assert look_at(folder).kinds == {SlotKind.PASSPHRASE, SlotKind.RECOVERY}
    assert opens(folder, NEW_WAY)
    assert opens(folder, RecoveryWay(words))
    assert not opens(folder, closed_vault.way)
    assert not opens(folder, RecoveryWay(closed_vault.words))


def test_the_same_computer_and_passphrase_may_go_on_with_a_new_half(
    closed_vault: ClosedVault, vault: Vault
) -> None:
    before = set(closed_vault.store.items)
    rekeyed(vault, closed_vault.way)
    vault.close()
    assert before < set(closed_vault.store.items)
    assert opens(closed_vault.folder, closed_vault.way)


def test_a_header_that_somebody_kept_opens_nothing_but_a_database_that_was_kept_with_it(
    tmp_path: Path, closed_vault: ClosedVault, vault: Vault
) -> None:
    folder, kept = closed_vault.folder, tmp_path / "kept"
    vault.close()
    shutil.copytree(folder, kept)
    vault = open_settled(folder, closed_vault.way)
    rekeyed(vault, NEW_WAY)
    vault.close()
    for name in COPIES:
        shutil.copy(kept / name, folder / name)
    with pytest.raises(VaultDamaged):
        open_settled(folder, closed_vault.way)
    shutil.copy(folder / "vault-2.db", folder / "vault-1.db")
    with pytest.raises(HeaderVaultMismatch):
        open_settled(folder, closed_vault.way)
    # An opening that failed has deleted nothing.
    assert {"vault-1.db", "vault-2.db", "seal-2"} < set(names(folder))


def test_half_a_folder_from_before_loses_nothing_of_the_new_key(
    tmp_path: Path, closed_vault: ClosedVault, vault: Vault
) -> None:
    folder, kept = closed_vault.folder, tmp_path / "kept"
    vault.close()
    shutil.copytree(folder, kept)
    vault = open_settled(folder, closed_vault.way)
    rekeyed(vault, NEW_WAY)
    vault.close()
    for name in (COPIES[1], "vault-1.db", "seal-1"):
        shutil.copy(kept / name, folder / name)
    # The old secret finds a whole vault of its own; what it cannot read it keeps.
    again = open_settled(folder, closed_vault.way)
    assert (again.epoch, again.header_was_damaged) == (1, True)
    again.close()
    assert {"vault-1.db", "vault-2.db", "seal-1", "seal-2"} < set(names(folder))
    (aside,) = folder.glob("header.*.aside")
    for name in COPIES:
        shutil.copy(aside, folder / name)
    assert opens(folder, NEW_WAY)


def test_what_somebody_copied_into_the_folder_is_never_deleted_nor_taken_for_the_next(
    closed_vault: ClosedVault, vault: Vault
) -> None:
    folder = closed_vault.folder
    (folder / "vault-2.db").write_bytes(b"a newer vault's")
    (folder / "seal-3").write_bytes(b"another's")
    vault.close()
    assert opens(folder, closed_vault.way)
    vault = open_settled(folder, closed_vault.way)
    rekeyed(vault, NEW_WAY)
    vault.close()
    assert vault.header.database_number == 1
    assert read_header(folder).written.header.database_number == 4
    assert opens(folder, NEW_WAY)
    assert (folder / "vault-2.db").read_bytes() == b"a newer vault's"
    assert (folder / "seal-3").read_bytes() == b"another's"
    assert not (folder / "vault-1.db").exists()


def test_a_new_key_may_follow_a_new_key(closed_vault: ClosedVault, vault: Vault) -> None:
    rekeyed(vault, NEW_WAY)
    vault.close()
    again = open_settled(closed_vault.folder, NEW_WAY)
    words = rekeyed(again, closed_vault.way)
    again.close()
    assert opens(closed_vault.folder, RecoveryWay(words))
    header = read_header(closed_vault.folder).written.header
    assert (header.epoch, header.header_seq, header.db_file) == (3, 3, "vault-3.db")


def test_pages_are_counted_up_to_the_last(vault: Vault) -> None:
    vault.connection.execute("CREATE TABLE big AS SELECT randomblob(9000000) AS blob")
    told: list[tuple[int, int]] = []
    rekeyed(vault, NEW_WAY, progress=lambda done, total: told.append((done, total)))
    assert len(told) > 3
    assert told == sorted(told)
    assert told[-1][0] == told[-1][1]


# What goes wrong before the new key is in force changes nothing


def untouched(closed_vault: ClosedVault, vault: Vault) -> None:
    assert names(vault.folder) == sorted(name.replace("-2", "-1") for name in AFTER_REKEY)
    assert vault.connection.execute("SELECT text FROM kept") == [("before",)]
    vault.write_seal(FIRST_STATE)
    vault.close()
    assert opens(vault.folder, closed_vault.way)
    assert opens(vault.folder, RecoveryWay(closed_vault.words))


def test_a_cancelled_change_leaves_the_vault_as_it_was(
    closed_vault: ClosedVault, vault: Vault
) -> None:
    def cancel(_done: int, _total: int) -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        rekeyed(vault, NEW_WAY, progress=cancel)
    untouched(closed_vault, vault)


def test_a_keyring_that_fails_leaves_the_vault_as_it_was(
    closed_vault: ClosedVault, vault: Vault
) -> None:
    store = FakeKeyStore("Other")
    store.failure = KeyringTimeout()
    with pytest.raises(KeyringTimeout):
        rekeyed(vault, NEW_WAY, KeyringWay(store))
    untouched(closed_vault, vault)


@pytest.mark.parametrize(
    ("ways", "error"),
    [
        ((), LastWayIn),
        ((NEW_WAY, NEW_WAY), WayInExists),
        ((PassphraseWay("short"),), PassphraseNotUsable),
        ((NEW_WAY,) * 12, TooManyWaysIn),
    ],
)
def test_ways_that_cannot_be_are_refused(
    closed_vault: ClosedVault, vault: Vault, ways: tuple[NewWay, ...], error: type[Exception]
) -> None:
    with pytest.raises(error):
        rekeyed(vault, *ways)
    untouched(closed_vault, vault)


def test_an_entry_that_cannot_be_written_leaves_the_vault_as_it_was(
    closed_vault: ClosedVault, vault: Vault
) -> None:
    def fail(_connection: VaultConnection) -> SealState:
        raise ZeroDivisionError

    kit = begin_new_kit(vault, TODAY)
    with pytest.raises(ZeroDivisionError):
        rekey(vault, [NEW_WAY], kit, fail, cost=TEST_ONLY_COST, costs=TEST_ONLY_COSTS)
    untouched(closed_vault, vault)


def test_a_copy_that_is_another_is_refused(
    closed_vault: ClosedVault, vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise VaultDamaged

    monkeypatch.setattr(rekey_module, "refuse_other", refuse)
    with pytest.raises(VaultDamaged):
        rekeyed(vault, NEW_WAY)
    untouched(closed_vault, vault)


@pytest.mark.parametrize("name", [*COPIES, "seal-2", "begun-2"])
def test_a_disk_that_fails_before_the_rename_leaves_the_vault_as_it_was(
    closed_vault: ClosedVault, vault: Vault, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    (vault.folder / f".{name}.new").mkdir()  # nothing can be written under this name
    with pytest.raises((SaveNotDurable, VaultReadOnly)):
        rekeyed(vault, NEW_WAY)
    (vault.folder / f".{name}.new").rmdir()
    del monkeypatch
    untouched(closed_vault, vault)


def test_a_disk_that_fails_after_the_rename_has_the_new_key_in_force(
    closed_vault: ClosedVault, vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = rekey_module.write_atomically

    def write_but_no_copy(path: Path, data: bytes) -> None:
        if path.name == COPIES[1]:
            raise OSError
        write(path, data)

    monkeypatch.setattr(rekey_module, "write_atomically", write_but_no_copy)
    words = rekeyed(vault, NEW_WAY)
    vault.close()
    assert {"vault-1.db", "vault-2.db", "begun-2"} < set(names(vault.folder))
    assert not look_at(vault.folder).header_was_repaired
    assert not opens(vault.folder, closed_vault.way)
    assert opens(vault.folder, RecoveryWay(words))
    assert names(vault.folder) == AFTER_REKEY


def fail_to_sync(monkeypatch: pytest.MonkeyPatch, times: int) -> list[Path]:
    """The disk takes the new header's rename, and fails to sync its folder so many times."""
    failed: list[Path] = []
    sync = atomic_file.sync_folder

    def sync_or_fail(folder: Path) -> None:
        header = folder / COPIES[0]
        if len(failed) < times and header.exists() and b"vault-2.db" in header.read_bytes():
            failed.append(folder)
            raise OSError(errno.EIO, "a bad sector")
        sync(folder)

    monkeypatch.setattr(atomic_file, "sync_folder", sync_or_fail)
    return failed


def test_a_header_that_is_in_force_though_its_sync_failed_is_written_once_more(
    closed_vault: ClosedVault, vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    failed = fail_to_sync(monkeypatch, 1)
    kit = begin_new_kit(vault, TODAY)
    assert rekey(vault, [NEW_WAY], kit, append, cost=TEST_ONLY_COST, costs=TEST_ONLY_COSTS)
    assert len(failed) == 1
    vault.close()
    assert names(vault.folder) == AFTER_REKEY
    assert opens(vault.folder, NEW_WAY)


def test_what_the_disk_never_confirms_is_in_force_with_all_that_it_replaces_still_there(
    closed_vault: ClosedVault, vault: Vault, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    folder, before = vault.folder, read_header(vault.folder).written.data
    failed = fail_to_sync(monkeypatch, 2)
    kit = begin_new_kit(vault, TODAY)
    assert not rekey(vault, [NEW_WAY], kit, append, cost=TEST_ONLY_COST, costs=TEST_ONLY_COSTS)
    assert len(failed) == 2
    with pytest.raises(VaultClosed):
        vault.connection.execute("SELECT text FROM kept")
    vault.close()
    # A power cut may still undo the rename.
    undone = tmp_path / "undone"
    shutil.copytree(folder, undone)
    (undone / COPIES[0]).write_bytes(before)
    assert opens(undone, closed_vault.way)
    assert opens(undone, RecoveryWay(closed_vault.words))
    # The next opening confirms it, and only then is the old database deleted.
    assert "vault-1.db" in names(folder)
    assert opens(folder, RecoveryWay(kit.words))
    assert names(folder) == AFTER_REKEY


def test_when_nobody_can_tell_which_is_in_force_the_new_one_is_written_once_more(
    closed_vault: ClosedVault, vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    fail_to_sync(monkeypatch, 1)

    def unreadable(_folder: Path) -> FoundHeader:
        raise HeaderDamaged

    monkeypatch.setattr(rekey_module, "read_header", unreadable)
    rekeyed(vault, NEW_WAY)
    vault.close()
    assert names(vault.folder) == AFTER_REKEY
    assert opens(vault.folder, NEW_WAY)


def test_it_may_be_given_up_until_the_header_is_written(
    closed_vault: ClosedVault, vault: Vault
) -> None:
    told: list[tuple[int, int]] = []
    rounds = 0

    class GivenUp(Exception):
        pass

    def give_up(done: int, total: int) -> None:
        nonlocal rounds
        told.append((done, total))
        if done == total:
            rounds += 1
            if rounds == 5:  # copied, three looks at the copy, and the last moment
                raise GivenUp

    with pytest.raises(GivenUp):
        rekeyed(vault, NEW_WAY, progress=give_up)
    assert len({total for _, total in told}) == 1
    untouched(closed_vault, vault)


@pytest.mark.skipif(sys.platform != "linux", reason="the limit kills a process elsewhere")
@pytest.mark.parametrize("size", [4096, 100_000, 1_000_000])
def test_a_full_disk_leaves_the_vault_as_it_was(
    closed_vault: ClosedVault, vault: Vault, full_disk: Callable[[int], None], size: int
) -> None:
    vault.connection.execute("CREATE TABLE big AS SELECT randomblob(3000000) AS blob")
    full_disk(size)
    with pytest.raises(SaveNotDurable):
        rekeyed(vault, NEW_WAY)
    full_disk(resource.RLIM_INFINITY)
    untouched(closed_vault, vault)


def test_a_folder_that_moves_away_meanwhile_is_told_and_opens_where_it_is(
    closed_vault: ClosedVault, vault: Vault
) -> None:
    moved = vault.folder.with_name("Moved.vault")

    def move(connection: VaultConnection) -> SealState:
        state = append(connection)
        vault.folder.rename(moved)
        return state

    kit = begin_new_kit(vault, TODAY)
    with pytest.raises(VaultMissing):
        rekey(vault, [NEW_WAY], kit, move, cost=TEST_ONLY_COST, costs=TEST_ONLY_COSTS)
    vault.close()
    assert {"begun-2", "vault-1.db", "vault-2.db"} < set(names(moved))
    assert opens(moved, closed_vault.way)
    assert not {"begun-2", "vault-2.db"} & set(names(moved))


def test_a_vault_that_is_only_read_gets_no_new_key(closed_vault: ClosedVault) -> None:
    vault = open_vault(closed_vault.folder, closed_vault.way, costs=TEST_ONLY_COSTS, read_only=True)
    with pytest.raises(VaultReadOnly):
        rekeyed(vault, NEW_WAY)
    vault.close()


def test_afterwards_the_vault_object_can_do_nothing_but_close(vault: Vault) -> None:
    rekeyed(vault, NEW_WAY)
    with pytest.raises(VaultReadOnly):
        vault.write_seal(FIRST_STATE)
    with pytest.raises(VaultReadOnly):
        add_way(vault, NEW_WAY)
    vault.close()


# Killed at any moment


def test_killed_at_any_step_one_database_opens_and_nothing_is_left_of_the_other(
    tmp_path: Path, create: Create
) -> None:
    store = FakeKeyStore()
    way = KeyringPassphraseWay(store, PASSPHRASE)
    pristine, folder = tmp_path / "pristine", tmp_path / "Practice.vault"
    made, words = create(pristine, way)
    made.connection.execute("INSERT INTO kept VALUES ('before')")
    made.close()
    shutil.copytree(pristine, folder)

    def change() -> None:
        rekeyed(open_settled(folder, way), NEW_WAY)

    outcomes: list[bool] = []
    step = 1
    while killed_at(step, change):
        assert not look_at(folder).header_was_repaired
        copied = tmp_path / "copied"
        shutil.copytree(folder, copied)
        new, old = opens(folder, NEW_WAY), opens(folder, way)
        assert new is not old
        # Whichever is asked first, and whichever way is taken.
        assert opens(copied, way) is old
        assert opens(copied, RecoveryWay(words)) is old
        assert opens(copied, NEW_WAY) is new
        outcomes.append(new)
        left = AFTER_REKEY if new else [name.replace("-2", "-1") for name in AFTER_REKEY]
        assert names(folder) == names(copied) == sorted(left)
        vault = open_settled(folder, NEW_WAY if new else way)
        kept = vault.connection.execute("SELECT text FROM kept ORDER BY rowid")
        assert kept == [("before",), ("rekeyed",)][: 2 if new else 1]
        assert vault.read_seal() == (NEXT_STATE if new else FIRST_STATE)
        assert not vault.header_was_damaged
        vault.close()
        shutil.rmtree(folder)
        shutil.rmtree(copied)
        shutil.copytree(pristine, folder)
        step += 1
    assert outcomes == sorted(outcomes)
    assert outcomes.count(False) > 20
    assert outcomes.count(True) > 4
