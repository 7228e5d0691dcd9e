"""Writes a staged copy to a drive, with the two blocks that make it a backup behind it."""

import hashlib
import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from msgspec import structs

from crypto.backup.descriptors import forget, write_all
from crypto.backup.disk_errors import as_writing_errors
from crypto.backup.header import BLOCKS, BackupHeader, render
from crypto.backup.room import refuse_without_room
from crypto.errors import BackupNameTaken, BackupUnverified
from crypto.secret import SecretBytes

_CHUNK_BYTES = 1 << 20
# So that progress is what is on the drive, the last sync has not minutes of it left to do, and a
# save that is synced to the same disk has not much to wait for.
_SYNCED_EACH = 8 * _CHUNK_BYTES
_NEW = (
    os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
)


def write_backup(staged: Path, part: Path, header: BackupHeader, key: SecretBytes) -> Iterator[int]:
    """Writes a whole backup to `part`, where nothing is; yields how many bytes it has so far.

    `header` is a begun one: what is copied is hashed on the way. At the end it is durable, and
    the system has forgotten its pages, so that whoever reads it back reads the drive. What ends
    it early, closing the generator too, deletes `part`.

    Raises BackupNoRoom, BackupTooLarge, BackupPlaceReadOnly, BackupNameTaken, BackupInterrupted,
    and BackupUnverified when the staged copy is not what it was.
    """
    with as_writing_errors():
        refuse_without_room(part.parent, header.file_bytes, staged.parent)
        try:
            target = os.open(part, _NEW, 0o600)
        except FileExistsError:
            raise BackupNameTaken from None
    try:
        try:
            yield from _fill(staged, target, header, key)
        finally:
            with as_writing_errors():
                os.close(target)
    except BaseException:
        with suppress(OSError):
            part.unlink()
        raise


def _fill(staged: Path, target: int, header: BackupHeader, key: SecretBytes) -> Iterator[int]:
    digest = hashlib.sha256()
    done = synced = 0
    yield done  # at once, so that it can be locked before another process finds it
    for data in _pieces(staged):
        digest.update(data)
        with as_writing_errors():
            write_all(target, data)
            done += len(data)
            if done - synced >= _SYNCED_EACH:
                os.fsync(target)
                synced = done
        yield done
    if done != header.db_bytes:
        raise BackupUnverified
    whole = structs.replace(header, db_sha256=digest.digest())
    block = render(whole, key).data
    with as_writing_errors():
        write_all(target, block * BLOCKS)
        os.fsync(target)
        forget(target)
    yield header.file_bytes


def _pieces(staged: Path) -> Iterator[bytes]:
    """What was staged; a disk of the vault that fails is not a drive that was pulled out.

    The system keeps it in memory: told to forget it, it would write all of it to the disk first,
    and a save would wait for that.
    """
    try:
        with staged.open("rb", buffering=0) as file:
            while data := file.read(_CHUNK_BYTES):
                yield data
    except OSError:
        raise BackupUnverified from None
