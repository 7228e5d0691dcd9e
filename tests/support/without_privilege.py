"""A child that is held to the modes of files as any person is, also where tests run as root."""

import ctypes
import os
from collections.abc import Callable

_VERSION_3 = 0x20080522


class _Header(ctypes.Structure):
    _fields_ = [("version", ctypes.c_uint32), ("pid", ctypes.c_int)]


class _Data(ctypes.Structure):
    _fields_ = [
        ("effective", ctypes.c_uint32),
        ("permitted", ctypes.c_uint32),
        ("inheritable", ctypes.c_uint32),
    ]


def without_privilege(work: Callable[[], object]) -> str:
    """Runs `work` in a child without capabilities: what it returned, or its error's class."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            _drop_capabilities()
            try:
                told = str(work())
            except Exception as error:  # noqa: BLE001  told to the test
                told = type(error).__name__
            os.write(writing, told.encode())
        finally:
            os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as answer:
        told = answer.read().decode()
    os.waitpid(child, 0)
    return told


def _drop_capabilities() -> None:
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.capset(ctypes.byref(_Header(_VERSION_3, 0)), (_Data * 2)()) != 0:
        raise OSError(ctypes.get_errno(), "capabilities were not dropped")
