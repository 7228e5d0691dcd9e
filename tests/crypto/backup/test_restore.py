import errno
import os
import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from crypto.backup.opened import OpenBackup, open_backup
from crypto.backup.restore import GivenKit, RestoredVault, restore_vault
from crypto.backup.unlock import unlock_backup
from crypto.errors import (
    BackupDamaged,
    BackupInterrupted,
    CryptoError,
    PassphraseWrong,
    RecoveryChecksum,
    RecoveryWrong,
    SaveNotDurable,
    VaultDamaged,
    VaultFolderNotEmpty,
    VaultInUse,
    VaultNameNotUsable,
)
from crypto.primitives.kdf import TEST_ONLY_COSTS
from crypto.slots.passphrase import PassphraseWay
from crypto.slots.recovery import RecoveryWay, new_kit
from crypto.vault.connection import VaultConnection
from crypto.vault.seal import SealState
from crypto.vault.vault import Vault, look_at, open_vault
from tests.crypto.backup.conftest import KIT_DATE, SECRET_ROW, Edit, MadeBackup, unwatched
from tests.crypto.backup.test_opened import change_database
from tests.crypto.conftest import NOW, PASSPHRASE, names
from tests.support.killed_child import killed_at

STATE = SealState(write_no=2, generation=1, head=b"h" * 32, drafts_sha256=b"d" * 32)


@pytest.fixture
def inside(backup: MadeBackup) -> Iterator[OpenBackup]:
    inside = open_backup(backup.path, backup.key)
    yield inside
    inside.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "home" / "Practice.vault"


def given(backup: MadeBackup) -> GivenKit:
    return GivenKit(backup.words, 1, KIT_DATE)


def prepare(connection: VaultConnection) -> SealState:
    connection.begin()
    connection.execute("INSERT INTO kept VALUES ('restored')")
    connection.commit()
    return STATE


def restored(
    inside: OpenBackup,
    folder: Path,
    kit: GivenKit,
    prepare: Callable[[VaultConnection], SealState] = prepare,
    progress: Callable[[int, int], None] = unwatched,
    name: str = "Room 4",
) -> RestoredVault:
    return restore_vault(inside, folder, name, kit, prepare, now=NOW, progress=progress)


def opened(folder: Path, words: tuple[str, ...]) -> Vault:
    return open_vault(folder, RecoveryWay(words), costs=TEST_ONLY_COSTS)


def test_the_vault_has_all_that_the_backup_had(
    backup: MadeBackup, inside: OpenBackup, folder: Path
) -> None:
    made = restored(inside, folder, given(backup))
    assert made == RestoredVault(folder, backup.vault.vault_id, 1)
    vault = opened(folder, backup.words)
    assert vault.connection.execute("SELECT text FROM kept WHERE text LIKE '12 %'") != []
    assert vault.connection.execute("SELECT count(*) FROM kept") == [(301,)]
    assert vault.connection.execute("SELECT * FROM found WHERE found MATCH 'quiet'") != []
    assert vault.connection.execute("PRAGMA integrity_check") == [("ok",)]
    assert vault.connection.execute("PRAGMA cipher_integrity_check") == []
    assert vault.connection.execute("PRAGMA journal_mode") == [("delete",)]
    assert vault.read_seal() == STATE
    vault.connection.execute("INSERT INTO kept VALUES ('and goes on')")
    vault.close()
    assert names(folder.parent) == [folder.name]
    expected = ["handover", "header.copy.json", "header.json", "lock", "reserve", "seal-1"]
    assert names(folder) == [*expected, "vault-1.db"]


def test_it_keeps_the_id_and_nothing_else_that_could_be_mistaken(
    backup: MadeBackup, inside: OpenBackup, folder: Path
) -> None:
    restored(inside, folder, given(backup), name="Another room")
    vault, old = opened(folder, backup.words), backup.vault
    assert vault.vault_id == old.vault_id
    assert vault.name == "Another room"
    assert vault.vault_key not in (old.vault_key, backup.key)
    assert vault.header.db_salt not in (old.header.db_salt, backup.path.read_bytes()[:16])
    assert {each.slot_id for each in vault.descriptors}.isdisjoint(
        each.slot_id for each in (*old.descriptors, inside.header.kit)
    )
    vault.close()


def test_only_the_kit_opens_it(backup: MadeBackup, inside: OpenBackup, folder: Path) -> None:
    kit = new_kit(2, date(2026, 12, 1))
    restored(inside, folder, GivenKit(kit.words, 2, date(2026, 12, 1)))
    face = look_at(folder)
    assert [str(kind) for kind in face.kinds] == ["recovery"]
    assert (face.kit_number, face.kit_made_on) == (2, date(2026, 12, 1))
    opened(folder, kit.words).close()
    with pytest.raises(RecoveryWrong):
        opened(folder, backup.words)
    with pytest.raises(PassphraseWrong):
        open_vault(folder, PassphraseWay(PASSPHRASE), costs=TEST_ONLY_COSTS)


def test_the_backup_stays_as_it_is(backup: MadeBackup, inside: OpenBackup, folder: Path) -> None:
    before = backup.path.read_bytes()
    restored(inside, folder, given(backup))
    assert backup.path.read_bytes() == before
    assert names(backup.path.parent) == [backup.path.name]


def test_pages_are_told_checked_and_then_copied(
    backup: MadeBackup, inside: OpenBackup, folder: Path
) -> None:
    told: list[tuple[int, int]] = []
    restored(inside, folder, given(backup), progress=lambda done, of: told.append((done, of)))
    assert told == sorted(told)
    total = 2 * inside.header.db_bytes // 4096
    assert {of for _, of in told} == {total}
    assert told[-1] == (total, total)


# What leaves nothing behind


def test_what_the_progress_raises_ends_it(
    backup: MadeBackup, inside: OpenBackup, folder: Path
) -> None:
    for at in (0.2, 0.9):

        def stop(done: int, total: int, at: float = at) -> None:
            if done >= at * total:
                raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            restored(inside, folder, given(backup), progress=stop)
        assert names(folder.parent) == []


def test_what_prepare_finds_wrong_is_the_backups(
    backup: MadeBackup, inside: OpenBackup, folder: Path
) -> None:
    def fail(_connection: VaultConnection) -> SealState:
        raise VaultDamaged

    with pytest.raises(BackupDamaged):
        restored(inside, folder, given(backup), prepare=fail)
    assert names(folder.parent) == []


@pytest.mark.parametrize("place", [9_000, 200_000])
def test_a_changed_byte_is_told_before_anything_is_copied(
    backup: MadeBackup, inside: OpenBackup, folder: Path, edit: Edit, place: int
) -> None:
    edit(lambda data: data.__setitem__(place, data[place] ^ 1))
    with pytest.raises(BackupDamaged):
        restored(inside, folder, given(backup), prepare=lambda _: pytest.fail("copied"))
    assert names(folder.parent) == []


def test_tables_that_are_not_whole_are_told_although_their_hash_is_right(
    backup: MadeBackup, folder: Path
) -> None:
    change_database(
        backup, "PRAGMA writable_schema = ON", "DELETE FROM sqlite_schema WHERE name = 'found_data'"
    )
    inside = open_backup(backup.path, backup.key)
    with pytest.raises(BackupDamaged):
        restored(inside, folder, given(backup), prepare=lambda _: pytest.fail("believed"))
    inside.close()
    assert names(folder.parent) == []


def test_a_drive_that_goes_meanwhile_is_an_interruption(
    backup: MadeBackup, inside: OpenBackup, folder: Path
) -> None:
    backup.path.unlink()
    with pytest.raises(BackupInterrupted):
        restored(inside, folder, given(backup))
    assert names(folder.parent) == []


def test_a_full_disk_is_told(
    backup: MadeBackup, inside: OpenBackup, folder: Path, full_disk: Callable[[int], None]
) -> None:
    full_disk(100_000)
    with pytest.raises(SaveNotDurable):
        restored(inside, folder, given(backup))
    full_disk(-1)
    assert names(folder.parent) == []


def test_a_folder_that_holds_anything_is_left_alone(
    backup: MadeBackup, inside: OpenBackup, folder: Path
) -> None:
    folder.mkdir(parents=True)
    (folder / "letter.txt").write_text("Dear Anna", "utf-8")
    with pytest.raises(VaultFolderNotEmpty):
        restored(inside, folder, given(backup))
    with pytest.raises(VaultFolderNotEmpty):
        restored(inside, backup.vault.folder, given(backup))
    assert names(folder) == ["letter.txt"]
    backup.vault.connection.execute("SELECT * FROM kept WHERE text = ?", (SECRET_ROW,))


def test_two_makers_do_not_meet(backup: MadeBackup, inside: OpenBackup, folder: Path) -> None:
    def meanwhile(connection: VaultConnection) -> SealState:
        with pytest.raises(VaultInUse):
            restored(inside, folder, given(backup))
        return prepare(connection)

    restored(inside, folder, given(backup), prepare=meanwhile)
    opened(folder, backup.words).close()


@pytest.mark.parametrize("name", ["", "a\nb", "n" * 101])
def test_a_name_that_no_vault_may_have_is_refused(
    backup: MadeBackup, inside: OpenBackup, folder: Path, name: str
) -> None:
    with pytest.raises(VaultNameNotUsable):
        restored(inside, folder, given(backup), name=name)
    assert not folder.parent.exists()


def test_words_that_are_none_are_told_before_anything_is_made(
    backup: MadeBackup, inside: OpenBackup, folder: Path
) -> None:
    with pytest.raises(RecoveryChecksum):
        restored(inside, folder, GivenKit(backup.words[:12], 1, KIT_DATE))
    assert not folder.parent.exists()


def test_a_disk_that_fails_is_told_without_its_path(
    backup: MadeBackup, inside: OpenBackup, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise OSError(errno.EIO, "failed", str(folder))

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(SaveNotDurable) as told:
        restored(inside, folder, given(backup))
    assert isinstance(told.value, CryptoError)
    assert names(folder.parent) == []


def test_killed_at_any_step_there_is_no_vault_or_a_whole_one(
    backup: MadeBackup, folder: Path
) -> None:
    backup.vault.close()

    def make() -> None:
        key = unlock_backup(backup.path, backup.ways["words"])
        inside = open_backup(backup.path, key)
        restored(inside, folder, given(backup))

    outcomes: list[bool] = []
    step = 1
    while killed_at(step, make):
        outcomes.append(folder.exists())
        if folder.exists():
            opened(folder, backup.words).close()
            shutil.rmtree(folder)
        step += 1
    assert outcomes == sorted(outcomes)
    assert outcomes.count(False) > 20
    assert outcomes.count(True) >= 1
    assert names(folder.parent) == [folder.name]  # and nothing of the attempts before it
