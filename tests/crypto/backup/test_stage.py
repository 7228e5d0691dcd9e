import os
import shutil
import threading
import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from types import SimpleNamespace

import pytest

from crypto.backup import stage as stage_module
from crypto.backup.stage import Staged, stage
from crypto.backup.subkeys import BackupPurpose, backup_subkey
from crypto.errors import BackupNoRoom, ConstraintRefused, SaveNotDurable, VaultReadOnly
from crypto.primitives.kdf import TEST_ONLY_COSTS
from crypto.slots.passphrase import PassphraseWay
from crypto.vault.connection import VaultConnection, open_database
from crypto.vault.open_vault import Vault
from crypto.vault.pages import PAGE_BYTES
from crypto.vault.seal import SealState
from crypto.vault.vault import open_vault
from tests.crypto.backup.conftest import SECRET_ROW, strip, unwatched
from tests.crypto.conftest import FIRST_STATE, PASSPHRASE, names
from tests.support.ending_threads import wait_for_deletions


def opened(staged: Staged) -> VaultConnection:
    with backup_subkey(staged.key, BackupPurpose.DATABASE, staged.backup_id) as key:
        return open_database(staged.path, key)


def rows(connection: VaultConnection) -> set[object]:
    return {row[0] for row in connection.execute("SELECT text FROM kept")}


def nothing_staged(vault: Vault) -> bool:
    wait_for_deletions()
    return not any(name.startswith(".backup-") for name in names(vault.folder))


def test_the_copy_holds_all_but_what_is_stripped(vault: Vault) -> None:
    staged = stage(vault, strip, unwatched)
    copy = opened(staged)
    assert rows(copy) == rows(vault.connection) - {SECRET_ROW}
    assert SECRET_ROW in rows(vault.connection)
    assert copy.execute("PRAGMA cipher_integrity_check") == []
    assert copy.execute("PRAGMA integrity_check") == [("ok",)]
    copy.close()
    assert (staged.state, staged.db_bytes) == (FIRST_STATE, staged.path.stat().st_size)


def test_what_is_stripped_is_nowhere_in_its_pages(vault: Vault) -> None:
    staged = stage(vault, strip, unwatched)
    copy = opened(staged)
    plain = vault.folder.parent / "plain.db"
    copy.execute(f"ATTACH '{plain}' AS plain KEY ''")  # SQLCipher's own way to plain pages
    copy.execute("SELECT sqlcipher_export('plain')")
    copy.close()
    assert b"a quiet room" in plain.read_bytes()
    assert SECRET_ROW.encode() not in plain.read_bytes()


def test_it_lies_in_the_vaults_folder_for_its_owner_alone(vault: Vault) -> None:
    before = os.umask(0)
    try:
        staged = stage(vault, strip, unwatched)
    finally:
        os.umask(before)
    assert staged.path == vault.folder / f".backup-{staged.backup_id.hex}.new"
    assert staged.path.stat().st_mode & 0o777 == 0o600


def test_two_copies_have_nothing_in_common(vault: Vault) -> None:
    one, other = (stage(vault, strip, unwatched) for _ in range(2))
    assert one.key != other.key
    assert one.backup_id != other.backup_id
    assert one.path.read_bytes()[:16] != other.path.read_bytes()[:16]


def test_saves_that_come_between_two_steps_are_in_the_copy(vault: Vault) -> None:
    source = vault.connection
    source.begin()
    for number in range(3000):  # so that there are some steps
        source.execute("INSERT INTO kept VALUES (?)", (f"more {number} " + "y" * 1000,))
    source.commit()
    told: list[tuple[int, int]] = []
    saved: set[object] = set()

    def save(done: int, total: int) -> None:
        told.append((done, total))
        if done == total:
            return
        source.begin()
        source.execute("INSERT INTO kept VALUES (?)", (f"meanwhile {len(told)}",))
        source.execute("UPDATE kept SET text = text || 'z' WHERE text LIKE ?", (f"{len(told)} %",))
        source.execute("INSERT INTO found VALUES (?)", (f"meanwhile {len(told)}",))
        source.commit()
        saved.add(f"meanwhile {len(told)}")
        source.begin()
        with pytest.raises(ConstraintRefused):
            source.execute("INSERT INTO kept VALUES (?)", (f"meanwhile {len(told)}",))
        if len(told) == 3:  # a large change that is undone: SQLite begins again
            source.execute("DELETE FROM kept")
        source.rollback()

    copy = opened(stage(vault, strip, save))
    assert len(saved) > 2
    assert saved <= rows(copy)
    assert rows(copy) == rows(source) - {SECRET_ROW}
    assert copy.execute("PRAGMA cipher_integrity_check") == []
    assert copy.execute("PRAGMA integrity_check") == [("ok",)]
    assert copy.execute("SELECT count(*) FROM found WHERE found MATCH 'meanwhile'") == [
        (len(saved),)
    ]
    copy.close()
    assert told[-1][0] == told[-1][1]
    steps = [later[0] - sooner[0] for sooner, later in pairwise(told)]
    assert max(steps) <= 64


def test_it_is_on_the_disk_as_it_grows_and_no_step_is_left_much_to_write(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = vault.connection
    for _ in range(12):
        source.execute("INSERT INTO kept VALUES (hex(randomblob(524288)))")
    synced: list[int] = []

    def sync(path: Path) -> None:
        assert threading.current_thread().name.startswith("backup-copy")
        synced.append(path.stat().st_size)

    monkeypatch.setattr(stage_module, "sync_file", sync)
    written: list[int] = []

    def tell(done: int, _total: int) -> None:
        wait_for_syncs(synced, done)
        (path,) = vault.folder.glob(".backup-*.new")
        written.append(done * PAGE_BYTES - path.stat().st_size)

    whole = stage(vault, strip, tell).db_bytes
    wait_for_deletions()
    assert len(synced) == whole // (4 << 20) > 2
    assert synced == sorted(synced)
    assert max(written) < 2 << 20


def wait_for_syncs(synced: list[int], pages: int) -> None:
    while len(synced) < pages * PAGE_BYTES // (4 << 20):
        time.sleep(0.001)


def test_a_save_after_the_last_page_was_told_is_in_the_vault_alone(vault: Vault) -> None:
    def save(done: int, total: int) -> None:
        if done == total:
            vault.connection.execute("INSERT INTO kept VALUES ('late')")

    copy = opened(stage(vault, strip, save))
    assert "late" not in rows(copy)
    assert copy.execute("PRAGMA integrity_check") == [("ok",)]
    copy.close()
    assert "late" in rows(vault.connection)


def test_what_the_teller_raises_ends_it_and_leaves_nothing(vault: Vault) -> None:
    def stop(_done: int, _total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        stage(vault, strip, stop)
    assert nothing_staged(vault)
    vault.connection.execute("INSERT INTO kept VALUES ('goes on')")


def test_a_save_that_fails_meanwhile_is_not_taken_for_the_copys(vault: Vault) -> None:
    def fail(_done: int, _total: int) -> None:
        raise SaveNotDurable

    with pytest.raises(SaveNotDurable):
        stage(vault, strip, fail)
    assert nothing_staged(vault)


def test_what_strip_raises_leaves_nothing(vault: Vault) -> None:
    def fail(_connection: VaultConnection) -> SealState:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        stage(vault, fail, unwatched)
    assert nothing_staged(vault)


def test_a_page_that_fails_its_check_is_copied_as_zeros_which_the_proof_must_find(
    vault: Vault,
) -> None:
    path = vault.folder / vault.header.db_file
    vault.close()
    data = bytearray(path.read_bytes())
    data[60 * PAGE_BYTES + 200] ^= 1  # of a page far behind the roots, full of rows
    path.write_bytes(data)
    damaged = open_vault(vault.folder, PassphraseWay(PASSPHRASE), costs=TEST_ONLY_COSTS)
    staged = stage(damaged, lambda _: FIRST_STATE, unwatched)
    damaged.close()
    copy = opened(staged)
    assert copy.execute("PRAGMA cipher_integrity_check") == []
    assert copy.execute("PRAGMA integrity_check") != [("ok",)]
    copy.close()


def test_without_room_nothing_is_begun(vault: Vault, monkeypatch: pytest.MonkeyPatch) -> None:
    size = (vault.folder / vault.header.db_file).stat().st_size

    def usage(_folder: Path) -> SimpleNamespace:
        return SimpleNamespace(total=1 << 40, free=size + 1024)

    monkeypatch.setattr(shutil, "disk_usage", usage)
    with pytest.raises(BackupNoRoom) as error:
        stage(vault, strip, lambda done, _: pytest.fail(f"begun: {done}"))
    assert error.value.here
    assert nothing_staged(vault)


def test_a_disk_that_fills_meanwhile_is_told_as_such(
    vault: Vault, full_disk: Callable[[int], None]
) -> None:
    full_disk(100_000)
    with pytest.raises(BackupNoRoom) as error:
        stage(vault, strip, unwatched)
    full_disk(-1)
    assert error.value.here
    assert nothing_staged(vault)


def test_a_vault_opened_for_reading_is_left_alone(vault: Vault) -> None:
    vault.close()
    reading = open_vault(
        vault.folder, PassphraseWay(PASSPHRASE), costs=TEST_ONLY_COSTS, read_only=True
    )
    with pytest.raises(VaultReadOnly):
        stage(reading, strip, unwatched)
    reading.close()


def test_a_copy_that_cannot_be_deleted_is_closed_for_ever(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    staged = stage(vault, strip, unwatched)

    def fail(_path: Path, missing_ok: bool = False) -> None:
        raise OSError

    monkeypatch.setattr(Path, "unlink", fail)
    staged.discard()
    assert staged.key.reveal() == b""


def test_discarding_leaves_nothing_and_may_be_asked_twice(vault: Vault) -> None:
    staged = stage(vault, strip, unwatched)
    staged.discard()
    staged.discard()
    assert nothing_staged(vault)
    assert len(staged.key) == 0


def test_what_a_kill_left_is_cleared_by_the_next_opening(vault: Vault) -> None:
    stage(vault, strip, unwatched)
    stranger = vault.folder / ".backup-letters.new"
    stranger.touch()
    vault.close()
    again = open_vault(vault.folder, PassphraseWay(PASSPHRASE), costs=TEST_ONLY_COSTS)
    again.settle()
    again.close()
    assert [name for name in names(vault.folder) if name.startswith(".")] == [stranger.name]


def test_the_key_is_not_shown(vault: Vault) -> None:
    staged = stage(vault, strip, unwatched)
    assert staged.key.reveal().hex() not in repr(staged)
    assert "key=" not in repr(staged)
