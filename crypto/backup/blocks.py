"""The two blocks at the end of a backup's file: the same bytes, or for a moment old and new."""

import os
import stat
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from crypto.backup.header import BLOCK_BYTES, BLOCKS, MAGIC, WrittenBlock, parse
from crypto.errors import BackupDamaged, BackupError, BackupMissing, BackupTooNew, NotABackup
from crypto.secret import SecretBytes

# A named pipe would be waited for.
_READING = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


@dataclass(frozen=True)
class FoundBlocks:
    """What stands at the end of a file, in its order; None for a block that can't be used."""

    blocks: tuple[WrittenBlock | None, ...]
    file_bytes: int

    @property
    def candidates(self) -> tuple[WrittenBlock, ...]:
        """The usable ones, newest first; whether the app wrote them, only the key can tell."""
        usable = dict.fromkeys(block for block in self.blocks if block is not None)
        return tuple(sorted(usable, key=lambda block: -block.header.seq))

    @property
    def newest(self) -> WrittenBlock:
        """The one to speak of before there is a key."""
        return self.candidates[0]

    @property
    def one_unusable(self) -> bool:
        """Whether one of the two is damaged, which rewriting it would mend."""
        return None in self.blocks

    def in_force(self, key: SecretBytes) -> WrittenBlock:
        """The newest that the backup's key has written; raises BackupDamaged."""
        for written in self.candidates:
            if written.is_written_with(key):
                return written
        raise BackupDamaged


def read_blocks(path: Path) -> FoundBlocks:
    """Both; raises BackupMissing, BackupTooNew and BackupDamaged when neither can be used.

    NotABackup when neither begins as the app writes it.
    """
    with open_file(path) as (descriptor, size):
        blocks: list[WrittenBlock | None] = []
        errors: list[BackupError] = []
        for number in range(BLOCKS):
            try:
                blocks.append(_read(descriptor, size, number))
            except BackupError as error:
                blocks.append(None)
                errors.append(error)
    if len(errors) == BLOCKS:
        raise min(errors, key=_how_little_it_tells)
    return FoundBlocks(tuple(blocks), size)


def offset_of(number: int, file_bytes: int) -> int:
    """Where block 0 or 1 begins: by the file's end, since nothing else is known yet."""
    return file_bytes - (BLOCKS - number) * BLOCK_BYTES


@contextmanager
def open_file(path: Path) -> Generator[tuple[int, int]]:
    """A descriptor to read a backup with, and its size; raises BackupMissing."""
    try:
        descriptor = os.open(path, _READING)
    except (OSError, ValueError):  # ValueError: a NUL in the path
        raise BackupMissing from None
    try:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            raise BackupMissing
        yield descriptor, status.st_size
    finally:
        os.close(descriptor)


def _how_little_it_tells(error: BackupError) -> int:
    return 0 if isinstance(error, BackupTooNew) else 2 if isinstance(error, NotABackup) else 1


def _read(descriptor: int, size: int, number: int) -> WrittenBlock:
    at = offset_of(number, size)
    if at < 0:
        raise NotABackup
    try:
        os.lseek(descriptor, at, os.SEEK_SET)
        data = os.read(descriptor, BLOCK_BYTES)
    except OSError:  # a bad sector: the other block may do
        raise BackupDamaged from None
    if not data.startswith(MAGIC):
        raise NotABackup
    written = parse(data)
    if written.header.db_bytes != offset_of(0, size):
        raise BackupDamaged  # cut off, or something was put behind it
    return written
