import os
from pathlib import Path

import pytest
from msgspec import structs

from crypto.backup.blocks import offset_of, read_blocks
from crypto.backup.header import BLOCK_BYTES, render
from crypto.errors import BackupDamaged, BackupMissing, BackupTooNew, NotABackup
from crypto.secret import SecretBytes
from tests.crypto.backup.conftest import Edit, MadeBackup
from tests.support.malformed_backups import padded


def overwrite(block: int, data: bytes):  # noqa: ANN201  an edit
    def change(whole: bytearray) -> None:
        at = offset_of(block, len(whole))
        whole[at : at + BLOCK_BYTES] = data

    return change


LATER = padded(b"UNDERROSE-BACKUP 2\n")
NOISE = b"\xa5" * BLOCK_BYTES


def test_both_blocks_are_the_same_and_stand_at_the_end(backup: MadeBackup) -> None:
    found = read_blocks(backup.path)
    one, other = found.blocks
    assert one == other
    assert one is not None
    assert backup.path.read_bytes()[-2 * BLOCK_BYTES :] == one.data * 2
    assert found.candidates == (one,)
    assert not found.one_unusable
    assert found.in_force(backup.key) == one


@pytest.mark.parametrize("block", [0, 1])
@pytest.mark.parametrize("data", [NOISE, LATER])
def test_one_block_is_enough(backup: MadeBackup, edit: Edit, block: int, data: bytes) -> None:
    edit(overwrite(block, data))
    found = read_blocks(backup.path)
    assert found.one_unusable
    assert found.in_force(backup.key).header.backup_id == backup.header.backup_id


def test_without_a_block_the_most_telling_is_told(backup: MadeBackup, edit: Edit) -> None:
    edit(overwrite(0, NOISE))
    edit(overwrite(1, NOISE))
    with pytest.raises(BackupDamaged):
        read_blocks(backup.path)
    edit(overwrite(1, LATER))
    with pytest.raises(BackupTooNew):
        read_blocks(backup.path)


def test_what_ends_otherwise_is_no_backup_nor_one_without_its_end(
    backup: MadeBackup, tmp_path: Path
) -> None:
    whole = backup.path.read_bytes()
    others = (b"", b"letter" * 20_000, whole[: -2 * BLOCK_BYTES], whole[: -BLOCK_BYTES - 7])
    for number, data in enumerate(others):
        other = tmp_path / f"{number}.odt"
        other.write_bytes(data)
        with pytest.raises(NotABackup):
            read_blocks(other)


def test_a_block_that_the_app_began_is_a_damaged_backup(backup: MadeBackup, edit: Edit) -> None:
    edit(overwrite(0, NOISE))
    edit(overwrite(1, padded(b"UNDERROSE-BACKUP 1\n")))
    with pytest.raises(BackupDamaged) as raised:
        read_blocks(backup.path)
    assert not isinstance(raised.value, NotABackup)


def test_of_two_the_newer_speaks_and_the_key_decides(backup: MadeBackup, edit: Edit) -> None:
    old = read_blocks(backup.path).newest
    stranger = SecretBytes(b"s" * 32)
    forged = render(structs.replace(old.header, seq=9, name="Another room"), stranger)
    edit(overwrite(1, forged.data))
    found = read_blocks(backup.path)
    assert found.newest == forged
    assert found.in_force(backup.key) == old
    assert not found.one_unusable
    with pytest.raises(BackupDamaged):
        found.in_force(SecretBytes(b"x" * 32))


@pytest.mark.parametrize("size", [0, 1, 4095, 4096, 8191, 8192, 12_288, -1, -4096, -8192])
def test_a_file_that_is_cut_off_is_damaged(backup: MadeBackup, size: int) -> None:
    whole = backup.path.stat().st_size
    os.truncate(backup.path, size if size >= 0 else whole + size)
    with pytest.raises(BackupDamaged):
        read_blocks(backup.path)


@pytest.mark.parametrize("more", [b"x", bytes(4096)])
def test_a_file_with_something_behind_it_is_damaged(backup: MadeBackup, more: bytes) -> None:
    backup.path.write_bytes(backup.path.read_bytes() + more)
    with pytest.raises(BackupDamaged):
        read_blocks(backup.path)


def test_pages_that_are_missing_before_the_blocks_are_told(backup: MadeBackup, edit: Edit) -> None:
    edit(lambda data: data.__delitem__(slice(4096, 8192)))
    with pytest.raises(BackupDamaged):
        read_blocks(backup.path)


def test_what_is_no_file_is_missing(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "away").symlink_to(tmp_path / "nowhere")
    for name in ("none", "none/none", ".", "pipe", "away", "a\0b"):
        with pytest.raises(BackupMissing):
            read_blocks(tmp_path / name)
