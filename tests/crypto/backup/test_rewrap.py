import os
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from crypto.backup.blocks import offset_of, read_blocks
from crypto.backup.face import look_at_backup
from crypto.backup.header import BLOCK_BYTES
from crypto.backup.opened import open_backup
from crypto.backup.rewrap import rewrap
from crypto.backup.unlock import ByRoot, ByWords, unlock_backup
from crypto.errors import (
    BackupDamaged,
    BackupInterrupted,
    BackupMissing,
    BackupPlaceReadOnly,
    BackupUnverified,
    CryptoError,
    RecoveryWrong,
)
from crypto.primitives.kdf import TEST_ONLY_COSTS
from crypto.secret import SecretBytes
from crypto.slots.recovery import NewKit, new_kit
from crypto.vault.backup_root import backup_root
from tests.crypto.backup.conftest import Edit, MadeBackup
from tests.crypto.backup.test_blocks import NOISE, overwrite
from tests.support.small_disk import small_disk

LATER = date(2026, 12, 1)


@pytest.fixture
def kit() -> NewKit:
    return new_kit(2, LATER)


@pytest.fixture
def root(backup: MadeBackup, kit: NewKit) -> SecretBytes:
    return backup_root(kit.words, backup.vault.vault_id, 2)


Rewrap = Callable[[], None]


@pytest.fixture
def rewrap_it(backup: MadeBackup, root: SecretBytes) -> Rewrap:
    return lambda: rewrap(backup.path, ByRoot(backup.root), root, 2, LATER)


def test_the_new_kit_opens_it_and_the_old_one_no_more(
    backup: MadeBackup, kit: NewKit, rewrap_it: Rewrap
) -> None:
    database = backup.path.read_bytes()[: -2 * BLOCK_BYTES]
    rewrap_it()
    assert unlock_backup(backup.path, ByWords(kit.words)) == backup.key
    with pytest.raises(RecoveryWrong) as told:
        unlock_backup(backup.path, ByWords(backup.words))
    assert (told.value.kit_number, told.value.kit_made_on) == (2, LATER)
    assert unlock_backup(backup.path, backup.ways["passphrase"], TEST_ONLY_COSTS) == backup.key
    assert backup.path.read_bytes()[: -2 * BLOCK_BYTES] == database
    face = look_at_backup(backup.path)
    assert (face.kit_number, face.kit_made_on, face.has_passphrase) == (2, LATER, True)
    assert face.made_at == backup.header.made_at
    found = read_blocks(backup.path)
    assert found.blocks[0] == found.blocks[1]
    assert found.newest.header.seq == 2
    opened = open_backup(backup.path, backup.key)
    assert list(opened.check_bytes())[-1] == backup.header.db_bytes
    opened.close()


def test_asking_again_changes_nothing(backup: MadeBackup, rewrap_it: Rewrap) -> None:
    rewrap_it()
    before = backup.path.read_bytes()
    rewrap_it()
    assert backup.path.read_bytes() == before


def test_another_root_puts_nothing_under_it(backup: MadeBackup, root: SecretBytes) -> None:
    before = backup.path.read_bytes()
    with pytest.raises(RecoveryWrong):
        rewrap(backup.path, ByRoot(SecretBytes(b"s" * 32)), root, 2, LATER)
    assert backup.path.read_bytes() == before


@pytest.mark.parametrize("block", [0, 1])
def test_a_damaged_block_is_mended(
    backup: MadeBackup, edit: Edit, rewrap_it: Rewrap, block: int
) -> None:
    edit(overwrite(block, NOISE))
    rewrap_it()
    assert not look_at_backup(backup.path).one_block_unusable
    edit(overwrite(block, NOISE))
    rewrap_it()
    assert not look_at_backup(backup.path).one_block_unusable


# Killed at any moment


class _Killed(BaseException):
    """Stands for the end of the process: nothing catches it."""


def killed_after(
    calls: int, torn: int | None, monkeypatch: pytest.MonkeyPatch
) -> Callable[..., int]:
    """A write that is the last of its process after `calls`, or gets `torn` bytes of it down."""
    real = os.write
    left = [calls]

    def write(descriptor: int, data: bytes) -> int:
        if os.fstat(descriptor).st_size < BLOCK_BYTES:  # not the backup
            return real(descriptor, data)
        if not left[0]:
            if torn:
                real(descriptor, bytes(data[:torn]))
            raise _Killed
        left[0] -= 1
        return real(descriptor, data)

    monkeypatch.setattr(os, "write", write)
    return write


@pytest.mark.parametrize("damaged", [None, 0, 1])
@pytest.mark.parametrize("calls", [0, 1])
@pytest.mark.parametrize("torn", [None, 1, 512, 2048, 4095])
def test_killed_at_any_moment_one_of_the_kits_opens_it(
    backup: MadeBackup,
    edit: Edit,
    kit: NewKit,
    rewrap_it: Rewrap,
    damaged: int | None,
    calls: int,
    torn: int | None,
) -> None:
    if damaged is not None:
        edit(overwrite(damaged, NOISE))
    with pytest.MonkeyPatch.context() as patched:
        killed_after(calls, torn, patched)
        with pytest.raises(_Killed):
            rewrap_it()
    opened = [opens(backup, words) for words in (backup.words, kit.words)]
    assert opened.count(True) == 1
    rewrap_it()
    assert not opens(backup, backup.words)
    assert opens(backup, kit.words)
    assert not look_at_backup(backup.path).one_block_unusable


def opens(backup: MadeBackup, words: tuple[str, ...]) -> bool:
    try:
        return unlock_backup(backup.path, ByWords(words)) == backup.key
    except RecoveryWrong:
        return False


def test_each_block_is_synced_before_the_next_is_touched(
    backup: MadeBackup, rewrap_it: Rewrap, monkeypatch: pytest.MonkeyPatch
) -> None:
    states: list[list[bool]] = []
    old = read_blocks(backup.path).newest.data

    def sync(_descriptor: int) -> None:
        data = backup.path.read_bytes()
        starts = (offset_of(block, len(data)) for block in range(2))
        states.append([data[at : at + BLOCK_BYTES] == old for at in starts])

    monkeypatch.setattr(os, "fsync", sync)
    rewrap_it()
    assert states == [[False, True], [False, False]]


# What a drive says


def test_a_drive_that_keeps_something_else_leaves_the_other_block_alone(
    backup: MadeBackup, rewrap_it: Rewrap, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.write

    def write(descriptor: int, data: bytes) -> int:
        return real(descriptor, bytes(data).replace(b"hmac:", b"hmac;"))

    with monkeypatch.context() as patched:
        patched.setattr(os, "write", write)
        with pytest.raises(BackupUnverified):
            rewrap_it()
    assert opens(backup, backup.words)
    rewrap_it()
    assert not opens(backup, backup.words)


def test_a_drive_that_takes_no_writes_is_told(
    tmp_path: Path, backup: MadeBackup, root: SecretBytes
) -> None:
    with small_disk(tmp_path / "disk", 4) as disk:
        there = disk.folder / "a"
        there.write_bytes(backup.path.read_bytes())
        disk.take_no_writes()
        with pytest.raises(BackupPlaceReadOnly):
            rewrap(there, ByRoot(backup.root), root, 2, LATER)


def test_a_backup_that_is_gone_or_damaged_is_told(
    backup: MadeBackup, edit: Edit, rewrap_it: Rewrap
) -> None:
    edit(overwrite(0, NOISE))
    edit(overwrite(1, NOISE))
    with pytest.raises(BackupDamaged):
        rewrap_it()
    backup.path.unlink()
    with pytest.raises(BackupMissing):
        rewrap_it()


def test_a_drive_that_goes_meanwhile_is_an_interruption(
    backup: MadeBackup, rewrap_it: Rewrap, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_descriptor: int) -> None:
        raise OSError(5, "gone", str(backup.path))

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(BackupInterrupted) as told:
        rewrap_it()
    assert isinstance(told.value, CryptoError)
