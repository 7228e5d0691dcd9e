"""Against a real gnome-keyring on a bus of its own."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(
    not (shutil.which("dbus-run-session") and shutil.which("gnome-keyring-daemon")),
    reason="needs dbus-run-session and gnome-keyring-daemon",
)

UNLOCKED = "printf 'test\\n' | gnome-keyring-daemon --unlock --components=secrets >/dev/null\n"
WITHOUT_COLLECTION = "gnome-keyring-daemon --start --components=secrets >/dev/null\n"

PRELUDE = """
import secretstorage
from crypto.errors import KeyringError
from crypto.keyring.os_keyring import SERVICE, find_key_store
from crypto.secret import SecretBytes

SECRET = SecretBytes(bytes(range(32)))

def told(call):
    try:
        return call()
    except KeyringError as error:
        return type(error).__name__
"""


def run(tmp_path: Path, daemon: str, program: str, **variables: str) -> list[str]:
    """The lines that a program prints in a session with this keyring; it must not warn."""
    script = tmp_path / "program.py"
    script.write_text(PRELUDE + program, encoding="utf-8")
    for name in ("data", "config", "cache", "runtime"):
        (tmp_path / name).mkdir(mode=0o700, exist_ok=True)
    environment = {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": os.pathsep.join(path for path in sys.path if path),
        "HOME": str(tmp_path),
        "XDG_DATA_HOME": str(tmp_path / "data"),
        "XDG_CONFIG_HOME": str(tmp_path / "config"),
        "XDG_CACHE_HOME": str(tmp_path / "cache"),
        "XDG_RUNTIME_DIR": str(tmp_path / "runtime"),
    }
    session = f'{daemon}exec "{sys.executable}" -W error "{script}"'
    done = subprocess.run(
        ["dbus-run-session", "--", "bash", "-c", session],
        env=environment | variables,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def test_a_secret_is_kept_found_and_removed(tmp_path: Path) -> None:
    program = """
store = find_key_store()
print(store.name)
print(told(lambda: store.read("vault/slot")))
store.write("vault/slot", SECRET)
print(store.read("vault/slot") == SECRET, find_key_store().read("vault/slot") == SECRET)
store.delete("vault/slot")
store.delete("vault/slot")
print(told(lambda: store.read("vault/slot")))
"""
    assert run(tmp_path, UNLOCKED, program) == [
        "GNOME Keyring",
        "KeyringItemGone",
        "True True",
        "KeyringItemGone",
    ]


def test_settings_of_the_keyring_library_change_nothing(tmp_path: Path) -> None:
    program = """
store = find_key_store()
store.write("vault/slot", SECRET)
print(store.name, store.read("vault/slot") == SECRET)
"""
    configured = tmp_path / "config" / "python_keyring" / "keyringrc.cfg"
    configured.parent.mkdir(parents=True)
    configured.write_text("[backend]\ndefault-keyring=keyring.backends.null.Keyring\n", "utf-8")
    lines = run(
        tmp_path,
        UNLOCKED,
        program,
        PYTHON_KEYRING_BACKEND="keyring.backends.null.Keyring",
        KEYRING_PROPERTY_PREFERRED_COLLECTION="/org/freedesktop/secrets/collection/session",
    )
    assert lines == ["GNOME Keyring True"]


def test_another_program_that_rewrites_the_item_is_noticed(tmp_path: Path) -> None:
    program = """
store = find_key_store()
store.write("vault/slot", SECRET)
bus = secretstorage.dbus_init()
item, = secretstorage.search_items(bus, {"service": SERVICE, "username": "vault/slot"})
item.set_secret(b"something else")
bus.close()
print(told(lambda: store.read("vault/slot")))
"""
    assert run(tmp_path, UNLOCKED, program) == ["KeyringItemGone"]


def test_a_keyring_that_nobody_unlocks_is_a_dismissed_prompt(tmp_path: Path) -> None:
    program = """
store = find_key_store()
store.write("vault/slot", SECRET)
bus = secretstorage.dbus_init()
secretstorage.get_default_collection(bus).lock()
bus.close()
print(find_key_store().name)
print(told(lambda: store.read("vault/slot")))
print(told(lambda: store.write("vault/other", SECRET)))
print(told(lambda: store.delete("vault/slot")))
"""
    assert run(tmp_path, UNLOCKED, program) == ["GNOME Keyring"] + ["KeyringPromptDismissed"] * 3


def test_a_fresh_keyring_is_found_and_asks_for_nothing_until_it_is_written(tmp_path: Path) -> None:
    program = """
store = find_key_store()
print(store.name)
print(told(lambda: store.read("vault/slot")))
print(told(lambda: store.delete("vault/slot")))
print(told(lambda: store.write("vault/slot", SECRET)))
"""
    assert run(tmp_path, WITHOUT_COLLECTION, program) == [
        "GNOME Keyring",
        "KeyringItemGone",
        "None",
        "KeyringPromptDismissed",
    ]


def test_a_collection_that_is_forgotten_at_logout_is_refused(tmp_path: Path) -> None:
    program = """
import time
from secretstorage.util import DBusAddressWrapper
store = find_key_store()
bus = secretstorage.dbus_init()
service = DBusAddressWrapper("/org/freedesktop/secrets", "org.freedesktop.Secret.Service", bus)
SESSION = "/org/freedesktop/secrets/collection/session"
for _ in range(50):  # the daemon still names its new collection the default one for a moment
    service.call("SetAlias", "so", "default", SESSION)
    time.sleep(0.1)
    if service.call("ReadAlias", "s", "default") == (SESSION,):
        break
bus.close()
print(told(find_key_store))
print(told(lambda: store.write("vault/slot", SECRET)))
"""
    assert run(tmp_path, UNLOCKED, program) == ["KeyringInsecure", "KeyringInsecure"]


def test_a_bus_that_dies_midway_means_that_the_keyring_is_missing(tmp_path: Path) -> None:
    program = """
import os, signal, time
from secretstorage.util import DBusAddressWrapper

def kill_bus():
    bus = secretstorage.dbus_init()
    daemon = DBusAddressWrapper("/org/freedesktop/DBus", "org.freedesktop.DBus", bus)
    daemon.bus_name = "org.freedesktop.DBus"
    process, = daemon.call("GetConnectionUnixProcessID", "s", "org.freedesktop.DBus")
    bus.close()
    os.kill(process, signal.SIGKILL)
    time.sleep(0.2)

store = find_key_store()
keep = store.backend.set_password
store.backend.set_password = lambda *arguments: (kill_bus(), keep(*arguments))
print(told(lambda: store.write("vault/slot", SECRET)))
print(told(lambda: store.read("vault/slot")))
print(told(find_key_store))
"""
    assert run(tmp_path, UNLOCKED, program) == ["KeyringMissing"] * 3
