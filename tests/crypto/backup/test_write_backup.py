import errno
import hashlib
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
from msgspec import structs

from crypto.backup.blocks import read_blocks
from crypto.backup.header import BLOCK_BYTES, BackupHeader
from crypto.backup.stage import Staged, stage
from crypto.backup.write_backup import write_backup
from crypto.errors import (
    BackupError,
    BackupInterrupted,
    BackupNameTaken,
    BackupNoRoom,
    BackupPlaceReadOnly,
    BackupTooLarge,
    BackupUnverified,
)
from crypto.secret import SecretBytes
from crypto.vault.backup_root import backup_root
from crypto.vault.vault import Vault
from tests.crypto.backup.conftest import header_of, strip, unwatched
from tests.crypto.conftest import names
from tests.support.small_disk import small_disk

ROOT = SecretBytes(b"r" * 32)


@pytest.fixture
def staged(vault: Vault) -> Staged:
    connection = vault.connection
    connection.begin()
    for number in range(2500):  # some megabytes
        connection.execute("INSERT INTO kept VALUES (?)", (f"more {number} " + "y" * 1000,))
    connection.commit()
    return stage(vault, strip, unwatched)


@pytest.fixture
def header(vault: Vault, staged: Staged) -> BackupHeader:
    return header_of(vault, staged, ROOT)


@pytest.fixture
def part(drive: Path) -> Path:
    return drive / ".a.part"


def test_all_of_it_arrives_and_is_closed_with_two_blocks(
    staged: Staged, header: BackupHeader, part: Path
) -> None:
    before = os.umask(0)
    try:
        told = list(write_backup(staged.path, part, header, staged.key))
    finally:
        os.umask(before)
    data = part.read_bytes()
    assert data[: -2 * BLOCK_BYTES] == staged.path.read_bytes()
    assert told == sorted(told)
    assert len(told) > 3
    assert told[-1] == len(data) == staged.db_bytes + 2 * BLOCK_BYTES
    assert part.stat().st_mode & 0o777 == 0o600
    written = read_blocks(part).in_force(staged.key).header
    assert written.db_sha256 == hashlib.sha256(staged.path.read_bytes()).digest()
    assert structs.replace(written, db_sha256=bytes(32)) == header


def test_it_is_synced_last_of_all_and_then_forgotten(
    staged: Staged, header: BackupHeader, part: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: list[str] = []
    sizes: list[int] = []

    def sync(descriptor: int) -> None:
        calls.append("sync")
        sizes.append(os.fstat(descriptor).st_size)

    monkeypatch.setattr(os, "fsync", sync)

    def forget(*_: int) -> None:
        calls.append("forget")

    monkeypatch.setattr(os, "posix_fadvise", forget)
    list(write_backup(staged.path, part, header, staged.key))
    assert calls[-2:] == ["sync", "forget"]
    assert sizes[-1] == part.stat().st_size


def test_ended_early_it_leaves_nothing(staged: Staged, header: BackupHeader, part: Path) -> None:
    work = write_backup(staged.path, part, header, staged.key)
    next(work)
    assert part.exists()
    work.close()  # pyright: ignore[reportAttributeAccessIssue]  of a generator
    assert names(part.parent) == []
    assert staged.path.exists()


def test_a_file_that_is_there_already_stays(
    staged: Staged, header: BackupHeader, part: Path
) -> None:
    part.write_bytes(b"a letter")
    with pytest.raises(BackupNameTaken):
        list(write_backup(staged.path, part, header, staged.key))
    assert part.read_bytes() == b"a letter"
    part.unlink()
    part.symlink_to(part.with_name("elsewhere"))
    with pytest.raises(BackupNameTaken):
        list(write_backup(staged.path, part, header, staged.key))
    assert names(part.parent) == [part.name]


def test_a_folder_that_is_gone_is_an_interruption(
    staged: Staged, header: BackupHeader, part: Path
) -> None:
    for gone in (part.parent / "gone" / "a", staged.path / "a"):
        with pytest.raises(BackupInterrupted):
            list(write_backup(staged.path, gone, header, staged.key))


@pytest.mark.parametrize(
    ("code", "told"),
    [
        (errno.ENOSPC, BackupNoRoom),
        (errno.EDQUOT, BackupNoRoom),
        (errno.EFBIG, BackupTooLarge),
        (errno.EROFS, BackupPlaceReadOnly),
        (errno.EIO, BackupInterrupted),
        (errno.ENODEV, BackupInterrupted),
        (errno.ENXIO, BackupInterrupted),
    ],
)
@pytest.mark.parametrize("call", ["write", "fsync"])
def test_whatever_the_drive_says_is_told_and_nothing_left(
    staged: Staged,
    header: BackupHeader,
    part: Path,
    monkeypatch: pytest.MonkeyPatch,
    code: int,
    told: type[BackupError],
    call: str,
) -> None:
    def fail(*_: object) -> None:
        raise OSError(code, os.strerror(code), str(part))

    work = write_backup(staged.path, part, header, staged.key)
    next(work)
    with monkeypatch.context() as patched:
        patched.setattr(os, call, fail)
        with pytest.raises(told) as error:
            list(work)
    assert str(part) not in repr(error.value)
    if isinstance(error.value, BackupNoRoom):
        assert not error.value.here
    assert names(part.parent) == []


def test_a_drive_without_room_is_told_before_anything_is_written(
    tmp_path: Path, staged: Staged, header: BackupHeader
) -> None:
    with small_disk(tmp_path / "disk", 2) as disk:
        part = disk.folder / ".a.part"
        work = write_backup(staged.path, part, header, staged.key)
        with pytest.raises(BackupNoRoom) as told:
            next(work)
        assert not told.value.here
        assert names(disk.folder) == []


def test_a_drive_that_fills_meanwhile_is_told(
    tmp_path: Path, staged: Staged, header: BackupHeader
) -> None:
    with small_disk(tmp_path / "disk", 16) as disk:
        work = write_backup(staged.path, disk.folder / ".a.part", header, staged.key)
        next(work)
        disk.fill()
        with pytest.raises(BackupNoRoom):
            list(work)
        assert names(disk.folder) == ["filling"]


def test_a_file_system_that_does_not_know_its_size_is_tried(
    staged: Staged, header: BackupHeader, part: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unknown(_folder: Path) -> SimpleNamespace:
        return SimpleNamespace(total=0, free=0)

    monkeypatch.setattr(shutil, "disk_usage", unknown)
    assert list(write_backup(staged.path, part, header, staged.key))[-1] == part.stat().st_size


def test_a_drive_that_takes_no_writes_is_told(
    tmp_path: Path, staged: Staged, header: BackupHeader
) -> None:
    with small_disk(tmp_path / "disk", 16) as disk:
        disk.take_no_writes()
        with pytest.raises(BackupPlaceReadOnly):
            list(write_backup(staged.path, disk.folder / ".a.part", header, staged.key))


def test_a_drive_that_holds_no_file_this_large_is_told(
    staged: Staged, header: BackupHeader, part: Path, full_disk: Callable[[int], None]
) -> None:
    full_disk(1_000_000)
    with pytest.raises(BackupTooLarge):
        list(write_backup(staged.path, part, header, staged.key))
    full_disk(-1)
    assert names(part.parent) == []


def test_a_staged_copy_that_is_not_what_it_was_is_told(
    staged: Staged, header: BackupHeader, part: Path
) -> None:
    with staged.path.open("ab") as file:
        file.write(bytes(4096))
    with pytest.raises(BackupUnverified):
        list(write_backup(staged.path, part, header, staged.key))
    staged.path.unlink()
    with pytest.raises(BackupUnverified):
        list(write_backup(staged.path, part, header, staged.key))
    assert names(part.parent) == []


def test_the_vault_key_and_the_root_are_in_no_backup(
    vault_and_words: tuple[Vault, tuple[str, ...]], part: Path
) -> None:
    vault, words = vault_and_words
    staged = stage(vault, strip, unwatched)
    root = backup_root(words, vault.vault_id, 1)
    list(write_backup(staged.path, part, header_of(vault, staged, root), staged.key))
    data = part.read_bytes()
    for secret in (vault.vault_key, root, staged.key):
        assert secret.reveal() not in data
