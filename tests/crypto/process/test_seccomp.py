"""The filter's own logic, run by a small interpreter of its program, for both machines."""

import errno
import struct

import pytest

from crypto.process.seccomp import _MACHINES, _filter

ALLOW = 0x7FFF0000
ENOSYS = 0x00050000 | errno.ENOSYS
REFUSED = 0x00050000 | errno.EAFNOSUPPORT


def outcome(machine: str, *, number: int, arch: int | None = None, family: int = 0) -> int:
    """What the kernel would answer to a system call."""
    known = _MACHINES[machine]
    arch = known.audit_arch if arch is None else arch
    data = struct.pack("<IIQ6Q", number, arch, 0, family, 0, 0, 0, 0, 0)
    steps = list(struct.iter_unpack("<HBBI", _filter(known)))
    accumulator, at = 0, 0
    while True:
        code, if_true, if_false, operand = steps[at]
        at += 1
        match code:
            case 0x20:
                accumulator = int.from_bytes(data[operand : operand + 4], "little")
            case 0x15:
                at += if_true if accumulator == operand else if_false
            case 0x35:
                at += if_true if accumulator >= operand else if_false
            case 0x06:
                return operand
            case _:
                pytest.fail(f"unknown instruction {code:#x}")


@pytest.mark.parametrize("machine", ["x86_64", "aarch64"])
def test_only_a_local_socket_is_allowed(machine: str) -> None:
    number = _MACHINES[machine].socket
    assert outcome(machine, number=number, family=1) == ALLOW
    for family in (0, 2, 10, 16, 17, 40, 2**32 - 1):
        assert outcome(machine, number=number, family=family) == REFUSED


@pytest.mark.parametrize("machine", ["x86_64", "aarch64"])
def test_every_other_call_is_allowed_but_io_uring(machine: str) -> None:
    for number in set(range(600)) - {_MACHINES[machine].socket}:
        expected = ENOSYS if 425 <= number <= 427 else ALLOW
        assert outcome(machine, number=number) == expected, number


@pytest.mark.parametrize("machine", ["x86_64", "aarch64"])
@pytest.mark.parametrize("arch", [0x40000003, 0x40000028, 0, 0xC00000F3])
def test_calls_of_another_architecture_are_not_there(machine: str, arch: int) -> None:
    assert outcome(machine, number=1, arch=arch) == ENOSYS


@pytest.mark.parametrize("number", [0x40000000, 0x40000029, 2**32 - 1])
def test_x32_numbers_are_not_there(number: int) -> None:
    assert outcome("x86_64", number=number) == ENOSYS
