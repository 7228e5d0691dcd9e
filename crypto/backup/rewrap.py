"""Puts a backup under the kit that is in use: its two blocks are rewritten, and not its database.

One block after the other, so that at any moment one of them opens. The backup's key stays the
same: whoever has opened it by the retired kit, or has kept a copy of the file, still can.
"""

import os
from datetime import date
from pathlib import Path

from msgspec import structs

from crypto.backup.blocks import FoundBlocks, offset_of, read_blocks
from crypto.backup.descriptors import forget, write_all
from crypto.backup.disk_errors import as_writing_errors
from crypto.backup.header import BLOCKS, BackupHeader, WrittenBlock, render
from crypto.backup.slots import recovery_slot
from crypto.backup.unlock import ByRoot, unlock_found
from crypto.errors import BackupDamaged, BackupUnverified, RecoveryWrong
from crypto.secret import SecretBytes
from crypto.slots.passphrase import PassphraseSlot

_WRITING = os.O_RDWR | getattr(os, "O_BINARY", 0)


def rewrap(path: Path, way: ByRoot, root: SecretBytes, kit_number: int, kit_made_on: date) -> None:
    """Lets the kit of `root` open the backup in place of the one of `way`.

    Its passphrase, if it has one, stays. Once it is done, or was killed on the way, asking again
    does what is left. Raises RecoveryWrong when neither root opens it, BackupPlaceReadOnly,
    BackupInterrupted, BackupUnverified for a drive that does not keep what is written, and what
    `look_at_backup` raises.
    """
    found = read_blocks(path)
    try:
        in_force, key = unlock_found(found, ByRoot(root))
    except (RecoveryWrong, BackupDamaged):
        in_force, key = unlock_found(found, way)
        with key:
            written = render(_under(in_force.header, key, root, kit_number, kit_made_on), key)
    else:
        key.wipe()
        written = in_force
    if any(block != written for block in found.blocks):
        _write(path, found, in_force, written)


def _under(
    header: BackupHeader, key: SecretBytes, root: SecretBytes, kit_number: int, kit_made_on: date
) -> BackupHeader:
    slot = recovery_slot(key, header.vault_id, header.backup_id, root, kit_number, kit_made_on)
    kept = [each for each in header.slots if isinstance(each.descriptor, PassphraseSlot)]
    return structs.replace(header, seq=header.seq + 1, slots=(slot, *kept))


def _write(path: Path, found: FoundBlocks, in_force: WrittenBlock, written: WrittenBlock) -> None:
    others = [number for number in range(BLOCKS) if found.blocks[number] != written]
    # Last of all the one that opens, if it is the only one.
    others.sort(key=lambda number: found.blocks[number] == in_force)
    with as_writing_errors():
        descriptor = os.open(path, _WRITING)
        try:
            if os.fstat(descriptor).st_size != found.file_bytes:
                raise BackupDamaged  # another file by now
            for number in others:
                _put(descriptor, written.data, offset_of(number, found.file_bytes))
        finally:
            os.close(descriptor)


def _put(descriptor: int, data: bytes, at: int) -> None:
    os.lseek(descriptor, at, os.SEEK_SET)
    write_all(descriptor, data)
    os.fsync(descriptor)
    # Believed when it was read back, from the drive: until then the other block is not touched.
    forget(descriptor)
    os.lseek(descriptor, at, os.SEEK_SET)
    if os.read(descriptor, len(data)) != data:
        raise BackupUnverified
