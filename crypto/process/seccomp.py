"""A seccomp filter for Linux: no socket but a local one, on x86_64 and aarch64.

Other ways to a socket are closed with it: system calls of another architecture (32-bit), the
x32 numbers, and io_uring, which would make the call out of the filter's sight.
"""

import ctypes
import errno
import os
import struct
import sys

# <linux/seccomp.h>, <linux/prctl.h>, <linux/audit.h>, <linux/bpf_common.h>
_PR_SET_NO_NEW_PRIVS = 38
_SECCOMP_SET_MODE_FILTER = 1
_SECCOMP_FILTER_FLAG_TSYNC = 1  # for all threads
_FILTERED = 2  # as /proc/PID/status has it
_AF_UNIX = 1
_RET_ALLOW = 0x7FFF0000
_RET_ERRNO = 0x00050000
_LOAD_WORD, _JUMP_EQUAL, _JUMP_AT_LEAST, _RETURN = 0x20, 0x15, 0x35, 0x06

# struct seccomp_data: int nr; u32 arch; u64 instruction_pointer; u64 args[6], little-endian here
_NR_AT, _ARCH_AT, _FIRST_ARGUMENT_AT = 0, 4, 16

_IO_URING = range(425, 428)  # setup, enter, register: the same numbers everywhere
_X32_BIT = 0x40000000  # on x86_64 only; no number of aarch64 comes near it


class _Machine:
    # No dataclass, as in hardening.py.
    __slots__ = ("audit_arch", "seccomp", "socket")

    def __init__(self, *, audit_arch: int, socket: int, seccomp: int) -> None:
        self.audit_arch = audit_arch
        self.socket = socket
        self.seccomp = seccomp


_MACHINES = {
    "x86_64": _Machine(audit_arch=0xC000003E, socket=41, seccomp=317),
    "aarch64": _Machine(audit_arch=0xC00000B7, socket=198, seccomp=277),
}


class _Program(ctypes.Structure):
    """struct sock_fprog."""

    _fields_ = (("length", ctypes.c_ushort), ("instructions", ctypes.c_char_p))


def install() -> bool:
    """Puts the filter in force for every thread; False where that is not possible."""
    machine = _MACHINES.get(os.uname().machine) if sys.platform == "linux" else None
    if machine is None or sys.byteorder != "little" or sys.maxsize < 2**32:
        return False
    code = _filter(machine)
    program = _Program(len(code) // 8, code)
    if prctl(_PR_SET_NO_NEW_PRIVS, 1) != 0:
        return False
    # Zero is success; a positive number is the thread that could not follow.
    return (
        _libc().syscall(
            ctypes.c_long(machine.seccomp),
            ctypes.c_ulong(_SECCOMP_SET_MODE_FILTER),
            ctypes.c_ulong(_SECCOMP_FILTER_FLAG_TSYNC),
            ctypes.byref(program),
        )
        == 0
    )


def is_in_force() -> bool:
    """Whether the kernel filters every thread's calls, and refuses what it is asked to refuse."""
    if sys.platform != "linux":
        return False
    # not needed at the start
    import socket

    refused = (socket.AF_INET, socket.AF_INET6, socket.AF_NETLINK, socket.AF_PACKET)
    return _every_thread_is_filtered() and not any(_can_open(family) for family in refused)


def _every_thread_is_filtered() -> bool:
    # not needed at the start
    from pathlib import Path

    for thread in Path("/proc/self/task").iterdir():
        try:
            status = (thread / "status").read_bytes()
        except (FileNotFoundError, ProcessLookupError):
            continue  # it has ended meanwhile
        if f"Seccomp:\t{_FILTERED}\n".encode() not in status:
            return False
    return True


def _can_open(family: int) -> bool:
    """Anything but the filter's own answer counts as yes."""
    # not needed at the start
    import socket

    try:
        socket.socket(family, socket.SOCK_RAW).close()
    except OSError as error:
        return error.errno != errno.EAFNOSUPPORT
    return True


def prctl(option: int, value: int = 0) -> int:
    """prctl(2) with one argument; the others are zero, as the kernel demands."""
    zero = ctypes.c_ulong(0)
    result: int = _libc().prctl(ctypes.c_int(option), ctypes.c_ulong(value), zero, zero, zero)
    return result


def _libc() -> ctypes.CDLL:
    return ctypes.CDLL(None, use_errno=True)


def _filter(machine: _Machine) -> bytes:
    not_there = _RET_ERRNO | errno.ENOSYS
    refused = _RET_ERRNO | errno.EAFNOSUPPORT
    # The jumps count instructions to skip: (if true, if false).
    instructions = (
        _step(_LOAD_WORD, _ARCH_AT),
        _step(_JUMP_EQUAL, machine.audit_arch, 1, 0),
        _step(_RETURN, not_there),
        _step(_LOAD_WORD, _NR_AT),
        _step(_JUMP_AT_LEAST, _X32_BIT, 0, 1),
        _step(_RETURN, not_there),
        _step(_JUMP_AT_LEAST, _IO_URING.start, 0, 2),
        _step(_JUMP_AT_LEAST, _IO_URING.stop, 1, 0),
        _step(_RETURN, not_there),
        _step(_JUMP_EQUAL, machine.socket, 1, 0),
        _step(_RETURN, _RET_ALLOW),
        _step(_LOAD_WORD, _FIRST_ARGUMENT_AT),
        _step(_JUMP_EQUAL, _AF_UNIX, 1, 0),
        _step(_RETURN, refused),
        _step(_RETURN, _RET_ALLOW),
    )
    return b"".join(instructions)


def _step(code: int, operand: int, if_true: int = 0, if_false: int = 0) -> bytes:
    """struct sock_filter."""
    return struct.pack("=HBBI", code, if_true, if_false, operand)
