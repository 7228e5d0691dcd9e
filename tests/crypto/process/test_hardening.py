"""In a process of its own: what is given up cannot be had back."""

import os
import platform
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or platform.machine() not in {"x86_64", "aarch64"},
    reason="the filter is for Linux on x86_64 and aarch64",
)

ROOT = Path(__file__).resolve().parents[3]
PRELUDE = """
import ctypes, errno, mmap, os, resource, socket, subprocess, sys, threading
from crypto.process.hardening import harden, in_force

libc = ctypes.CDLL(None, use_errno=True)

def call(*numbers):
    result = libc.syscall(*(ctypes.c_ulong(number & 2**64 - 1) for number in numbers))
    return errno.errorcode[ctypes.get_errno()] if result < 0 else "went through"

def opened(family, kind=socket.SOCK_STREAM):
    try:
        socket.socket(family, kind).close()
    except OSError as error:
        return errno.errorcode[error.errno]
    return "open"
"""


def run(program: str, *options: str, **variables: str) -> list[str]:
    here = f"import sys; sys.path.insert(0, {str(ROOT)!r})\n"
    environment = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8"}
    done = subprocess.run(
        [sys.executable, *options, "-W", "error", "-c", here + PRELUDE + program],
        env=environment | variables,
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def in_force(program: str, *options: str, **variables: str) -> dict[str, str]:
    """What a process says of itself after a program."""
    (line,) = run(f"{program}\nprint(in_force())", *options, **variables)
    pairs = line.removeprefix("Hardened(").removesuffix(")").split(", ")
    return dict(pair.split("=") for pair in pairs)


def test_everything_is_in_force_and_says_so() -> None:
    told = in_force("harden()", "-I")
    assert set(told) == {
        *("core", "dumpable", "environment", "isolated", "no_new_privileges", "seccomp", "umask")
    }
    assert set(told.values()) == {"True"}


def test_without_hardening_it_says_that_nothing_is() -> None:
    told = in_force("os.umask(0o022)\nresource.setrlimit(resource.RLIMIT_CORE, (1, -1))")
    assert told.pop("environment") in {"True", "False"}  # as the tests were started
    assert set(told.values()) == {"False"}


def test_what_was_taken_back_is_noticed() -> None:
    told = in_force("harden()\nos.umask(0o022)\nlibc.prctl(4, 1, 0, 0, 0)", "-I")
    assert [name for name, value in told.items() if value == "False"] == ["dumpable", "umask"]


@pytest.mark.parametrize("name", ["LD_PRELOAD", "PYTHONPATH", "QT_PLUGIN_PATH", "OPENSSL_MODULES"])
def test_a_variable_that_loads_code_is_noticed(name: str) -> None:
    assert in_force("harden()", "-I", **{name: ""})["environment"] == "False"


def test_openssl_may_be_pointed_nowhere() -> None:
    assert in_force("harden()", "-I", OPENSSL_CONF="/dev/null")["environment"] == "True"
    assert in_force("harden()", "-I", OPENSSL_CONF="/etc/x")["environment"] == "False"


def test_it_can_be_asked_on_any_thread_while_others_come_and_go() -> None:
    program = """
harden()
def busy():
    for _ in range(200):
        thread = threading.Thread(target=int)
        thread.start()
        thread.join()
threads = [threading.Thread(target=busy) for _ in range(3)]
for thread in threads: thread.start()
told = {in_force().seccomp for _ in range(50)}
for thread in threads: thread.join()
print(told)
"""
    assert run(program) == ["{True}"]


def test_it_may_be_repeated() -> None:
    assert run("harden(); one = repr(in_force()); harden(); print(one == repr(in_force()))") == [
        "True"
    ]


def test_only_local_sockets_are_left() -> None:
    program = """
harden()
print(opened(socket.AF_UNIX), opened(socket.AF_INET), opened(socket.AF_INET6))
print(opened(socket.AF_INET, socket.SOCK_DGRAM), opened(socket.AF_INET, socket.SOCK_RAW))
print(opened(socket.AF_NETLINK, socket.SOCK_RAW), opened(socket.AF_PACKET, socket.SOCK_RAW))
print(opened(socket.AF_UNIX, socket.SOCK_DGRAM))
"""
    assert run(program) == [
        "open EAFNOSUPPORT EAFNOSUPPORT",
        "EAFNOSUPPORT EAFNOSUPPORT",
        "EAFNOSUPPORT EAFNOSUPPORT",
        "open",
    ]


def test_threads_that_ran_before_are_covered_too() -> None:
    program = """
hardened, told = threading.Event(), []
def try_later():
    hardened.wait()
    told.append(opened(socket.AF_INET))
thread = threading.Thread(target=try_later)
thread.start()
harden()
hardened.set()
thread.join()
print(told)
"""
    assert run(program) == ["['EAFNOSUPPORT']"]


def test_a_program_started_later_is_covered_too() -> None:
    program = """
harden()
print(subprocess.run([sys.executable, "-c",
    "import socket, errno\\n"
    "try: socket.socket()\\n"
    "except OSError as error: print(errno.errorcode[error.errno])"],
    capture_output=True, text=True, check=True).stdout.strip())
"""
    assert run(program) == ["EAFNOSUPPORT"]


def test_io_uring_is_not_there_and_its_neighbours_are() -> None:
    program = """
harden()
print([call(number, -1, 0, 0, 0) for number in (425, 426, 427)])
print(call(424, -1, 0, 0, 0), call(428, -1, 0, 0))
"""
    there, neighbours = run(program)
    assert there == "['ENOSYS', 'ENOSYS', 'ENOSYS']"
    assert "ENOSYS" not in neighbours


def test_high_bits_in_the_family_do_not_help() -> None:
    number = 41 if platform.machine() == "x86_64" else 198
    program = f"harden(); print(call({number}, 0xDEADBEEF00000002, 1, 0))"
    assert run(program) == ["EAFNOSUPPORT"]


@pytest.mark.skipif(platform.machine() != "x86_64", reason="x32 is of x86_64")
def test_x32_numbers_are_not_there() -> None:
    assert run("harden(); print(call(0x40000000 | 41, 2, 1, 0))") == ["ENOSYS"]


THIRTY_TWO = """
def in_32_bit(number):
    # push rbx; eax = number; ebx = AF_INET or SYS_SOCKET; ecx = SOCK_STREAM; edx = 0;
    # int 0x80; pop rbx; ret
    code = (b"\\x53\\xb8" + number.to_bytes(4, "little") + b"\\xbb\\x02\\0\\0\\0"
        b"\\xb9\\x01\\0\\0\\0\\x31\\xd2\\xcd\\x80\\x5b\\xc3")
    page = mmap.mmap(-1, mmap.PAGESIZE, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC)
    page.write(code)
    address = ctypes.addressof(ctypes.c_char.from_buffer(page))
    result = ctypes.CFUNCTYPE(ctypes.c_int)(address)()
    return errno.errorcode[-result] if result < 0 else "went through"

SOCKET, SOCKETCALL = 359, 102
"""


@pytest.mark.skipif(platform.machine() != "x86_64", reason="32-bit calls of x86_64")
def test_32_bit_calls_are_not_there() -> None:
    control = f"{THIRTY_TWO}print(in_32_bit(SOCKET), in_32_bit(SOCKETCALL))"
    try:
        open_without = run(control)
    except AssertionError:
        pytest.skip("this kernel has no 32-bit calls at all")
    assert "ENOSYS" not in open_without[0].split()
    assert run(f"harden()\n{control}") == ["ENOSYS ENOSYS"]


IN_EVERY_THREAD = """
go, told = threading.Event(), []
def attempts():
    go.wait()
    told.append([attempt() for attempt in ATTEMPTS])
before = threading.Thread(target=attempts)
before.start()
harden()
after = threading.Thread(target=attempts)
after.start()
go.set()
before.join()
after.join()
attempts()
print(told)
"""


def test_no_thread_gets_an_io_uring() -> None:
    """With a struct that would be good: without the filter this opens a ring, or is EPERM."""
    program = """
params = ctypes.create_string_buffer(120)
ATTEMPTS = [lambda: call(425, 8, ctypes.addressof(params))]
"""
    assert run(program + IN_EVERY_THREAD) == ["[['ENOSYS'], ['ENOSYS'], ['ENOSYS']]"]


def test_no_thread_gets_a_socket_of_another_family() -> None:
    program = """
ATTEMPTS = [
    lambda family=family, kind=kind: opened(family, kind)
    for family, kind in (
        (socket.AF_INET, socket.SOCK_STREAM),
        (socket.AF_INET6, socket.SOCK_DGRAM),
        (socket.AF_NETLINK, socket.SOCK_RAW),
        (socket.AF_PACKET, socket.SOCK_RAW),
        (socket.AF_UNIX, socket.SOCK_STREAM),
    )
]
"""
    answers = ["EAFNOSUPPORT"] * 4 + ["open"]
    assert run(program + IN_EVERY_THREAD) == [str([answers] * 3)]


@pytest.mark.skipif(platform.machine() != "x86_64", reason="32-bit calls of x86_64")
def test_no_thread_makes_32_bit_calls() -> None:
    try:
        run(f"{THIRTY_TWO}in_32_bit(SOCKET)")
    except AssertionError:
        pytest.skip("this kernel has no 32-bit calls at all")
    program = f"{THIRTY_TWO}ATTEMPTS = [lambda: in_32_bit(SOCKET), lambda: in_32_bit(SOCKETCALL)]"
    assert run(program + IN_EVERY_THREAD) == [str([["ENOSYS", "ENOSYS"]] * 3)]


def test_without_the_filter_the_same_attempts_go_through() -> None:
    program = """
params = ctypes.create_string_buffer(120)
print(opened(socket.AF_INET), opened(socket.AF_NETLINK, socket.SOCK_RAW))
print(call(425, 8, ctypes.addressof(params)))
"""
    sockets, ring = run(program)
    assert sockets == "open open"
    assert ring in {"went through", "EPERM", "ENOSYS"}  # some kernels and sandboxes have it off


def test_new_files_are_for_their_owner_alone() -> None:
    program = """
import tempfile
harden()
with tempfile.TemporaryDirectory() as folder:
    open(f"{folder}/file", "w").close()
    os.mkdir(f"{folder}/folder")
    print([oct(os.stat(f"{folder}/{name}").st_mode & 0o777) for name in ("file", "folder")])
"""
    assert run(program) == ["['0o600', '0o700']"]


def test_a_crash_leaves_no_core_file_and_the_limit_cannot_be_raised() -> None:
    program = """
harden()
print(resource.getrlimit(resource.RLIMIT_CORE))
status = open("/proc/self/status").read()
print(libc.prctl(3), "NoNewPrivs:\\t1" in status)
"""
    assert run(program) == ["(0, 0)", "0 True"]


def test_local_programs_and_files_still_work() -> None:
    program = """
harden()
one, other = socket.socketpair()
one.send(b"x")
print(other.recv(1), subprocess.run(["true"]).returncode, len(os.listdir("/proc/self/fd")) > 0)
one.close(); other.close()
"""
    assert run(program) == ["b'x' 0 True"]


def test_the_vaults_lock_and_database_work_under_it() -> None:
    program = """
import tempfile
from pathlib import Path
from crypto.secret import SecretBytes
from crypto.vault.atomic_file import write_new
from crypto.vault.connection import open_database
from crypto.vault.lock import VaultLock
harden()
with tempfile.TemporaryDirectory() as name:
    folder = Path(name)
    lock = VaultLock(folder)
    lock.acquire()
    write_new(folder / "vault-1.db", b"")
    connection = open_database(folder / "vault-1.db", SecretBytes(bytes(32)), new=True)
    print(connection.execute("SELECT 1"))
    connection.close()
    lock.release()
"""
    assert run(program) == ["[(1,)]"]
