"""What the running processes gave up, as seen from outside: supervisor, desk and lock screen."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.process.window_command import PASSED_ON, PASSED_ON_BEGINNINGS
from tests.support import desktop
from tests.support.desktop import App, running
from tests.support.intruder import UNPRIVILEGED, tries
from tests.support.journey_unlocked import (
    CLIENT,
    start_session,
    unlock,
    wait_for_another_process,
    wait_until_still,
)
from tests.support.journey_watch import told
from tests.support.locked_home import home_with_vault
from tests.support.workspaces import PASSPHRASE

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="what /proc tells is Linux's")


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[App]:
    """Unlocked, and started with variables that must not reach the window; all tests look at it."""
    home = home_with_vault(tmp_path_factory.mktemp("hardening"), fill=start_session)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(desktop, "COMMAND", [*UNPRIVILEGED, *desktop.COMMAND])
        patch.setenv("LD_BIND_NOW", "1")  # harmless
        patch.setenv("QT_PLUGIN_PATH", "/nowhere")
        patch.setenv("OPENSSL_CONF", "/nowhere")
        patch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")
        with running(home) as app:
            wait_until_still(unlock(home.folder / "Practice.vault"))
            yield app


def processes(app: App) -> dict[str, int]:
    (window,) = app.children()
    return {"supervisor": app.process.pid, "window": window}


def status(place: Path) -> dict[str, str]:
    lines = (place / "status").read_text("ascii", "replace").splitlines()
    return {name: value.strip() for name, _, value in (line.partition(":") for line in lines)}


def expect_hardened(pid: int) -> None:
    threads = list(Path(f"/proc/{pid}/task").iterdir())
    assert threads
    for thread in threads:
        now = status(thread)
        assert (now["Seccomp"], now["NoNewPrivs"], now["Umask"]) == ("2", "1", "0077"), now["Name"]
    limits = Path(f"/proc/{pid}/limits").read_text("ascii").splitlines()
    (core,) = (line for line in limits if line.startswith("Max core file size"))
    assert core.split()[4:6] == ["0", "0"]


def test_every_thread_of_every_process_is_filtered(app: App) -> None:
    for pid in processes(app).values():
        expect_hardened(pid)


def test_nobody_of_the_same_user_looks_in(app: App) -> None:
    for name, pid in processes(app).items():
        found = tries(pid)
        assert set(found.values()) == {"refused"}, (name, found)
        assert {"attach", "memory", "environment", "process_vm_readv"} <= set(found)


def test_the_intruder_would_get_into_an_ordinary_process() -> None:
    with subprocess.Popen([*UNPRIVILEGED, "sleep", "60"]) as ordinary:
        try:
            found = tries(ordinary.pid)
        finally:
            ordinary.kill()
    refused = {name for name, answer in found.items() if answer == "refused"}
    # Some systems (Yama) let a program attach to its own children alone.
    assert refused <= {"attach", "memory", "gcore", "process_vm_readv"}
    assert found["environment"] == "open"


def test_the_window_has_allow_listed_variables_alone(app: App) -> None:
    window = processes(app)["window"]
    try:
        found = Path(f"/proc/{window}/environ").read_bytes().split(b"\0")
    except PermissionError:
        return  # who isn't root can't even look
    names = {pair.partition(b"=")[0].decode() for pair in found if pair}
    assert "HOME" in names
    strangers = {
        name
        for name in names - PASSED_ON - {"OPENSSL_CONF"}
        if not name.startswith(PASSED_ON_BEGINNINGS)
    }
    assert strangers == set()
    assert b"OPENSSL_CONF=/dev/null" in found


def test_no_secret_is_told_to_any_process(app: App) -> None:
    for pid in processes(app).values():
        words = told(pid)
        assert not [secret for secret in (PASSPHRASE, *CLIENT.split()) if secret in words]
        command = Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0")
        assert command[1] == b"-I"


def test_no_process_has_a_socket_to_the_internet(app: App) -> None:
    for pid in processes(app).values():
        for table in ("tcp", "tcp6", "udp", "udp6", "raw", "raw6", "packet"):
            assert not sockets_of(pid) & inodes(pid, table)


def test_the_lock_screen_is_hardened_too(app: App) -> None:
    # The last to look: what it ends comes back locked.
    before = app.children()
    for pid in before:
        os.kill(pid, 9)
    expect_hardened(wait_for_another_process(app, before))


def sockets_of(pid: int) -> set[str]:
    found: set[str] = set()
    for descriptor in Path(f"/proc/{pid}/fd").iterdir():
        try:
            target = str(descriptor.readlink())
        except OSError:
            continue
        if target.startswith("socket:["):
            found.add(target.removeprefix("socket:[").removesuffix("]"))
    return found


def inodes(pid: int, table: str) -> set[str]:
    """The last but some columns differ, so every number of a line counts."""
    try:
        lines = Path(f"/proc/{pid}/net/{table}").read_text("ascii").splitlines()[1:]
    except FileNotFoundError:
        return set()
    return {word for line in lines for word in line.split() if word.isdigit() and len(word) > 3}
