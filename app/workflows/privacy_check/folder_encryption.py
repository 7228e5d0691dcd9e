"""Whether Linux encrypts a folder by itself (fscrypt), by the flag that it keeps on it."""

import os
import struct
import sys
from pathlib import Path

_GET_FLAGS = 0x80086601  # FS_IOC_GETFLAGS on 64-bit
_ENCRYPTED = 0x00000800  # FS_ENCRYPT_FL


def is_encrypted(folder: Path) -> bool:
    """True only when the file system says so; False also when it cannot be asked."""
    if sys.platform == "win32":
        return False
    import fcntl  # not on Windows

    try:
        opened = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    except OSError:
        return False
    try:
        answer = fcntl.ioctl(opened, _GET_FLAGS, bytes(8))
    except OSError:
        return False
    finally:
        os.close(opened)
    return bool(flags_of(answer) & _ENCRYPTED)


def flags_of(answer: bytes) -> int:
    """The flags in an answer: the kernel fills the first four of its eight bytes."""
    return int(struct.unpack_from("=I", answer)[0])
