import subprocess
import sys
from collections.abc import Callable, Mapping
from threading import Event

import pytest

from crypto.errors import (
    KeyringError,
    KeyringItemGone,
    KeyringMissing,
    KeyringPromptDismissed,
    KeyringTimeout,
    KeyringWriteUnverified,
)
from crypto.keyring.os_keyring import OsKeyStore
from crypto.keyring.patience import Prompt
from crypto.secret import SecretBytes

SECRET = SecretBytes(bytes(range(32)))


class FakeBackend:
    """A backend in memory; `get`, `put` and `remove` may be replaced by something worse."""

    def __init__(self) -> None:
        self.items: dict[tuple[str, str], str] = {}
        self.get: Callable[[], str | None] | None = None
        self.put: Callable[[], None] | None = None
        self.remove: Callable[[], None] | None = None

    def get_password(self, service: str, username: str, /) -> str | None:
        return self.get() if self.get else self.items.get((service, username))

    def set_password(self, service: str, username: str, password: str, /) -> None:
        if self.put:
            self.put()
        else:
            self.items[service, username] = password

    def delete_password(self, service: str, username: str, /) -> None:
        if self.remove:
            self.remove()
        del self.items[service, username]


class FakeUnlock:
    """Records whether it was asked on behalf of a write; raises `failure`."""

    def __init__(self) -> None:
        self.asked: list[tuple[dict[str, str], bool]] = []
        self.failure: Exception | None = None

    def __call__(self, attributes: Mapping[str, str], prompt: Prompt, *, to_write: bool) -> None:
        self.asked.append((dict(attributes), to_write))
        if self.failure:
            raise self.failure


@pytest.fixture
def backend() -> FakeBackend:
    return FakeBackend()


@pytest.fixture
def unlock() -> FakeUnlock:
    return FakeUnlock()


@pytest.fixture
def store(backend: FakeBackend, unlock: FakeUnlock) -> OsKeyStore:
    return OsKeyStore("Test Keyring", backend, unlock, seconds=0.2)


def fails(error: Exception) -> Callable[[], None]:
    def fail() -> None:
        raise error

    return fail


def test_a_secret_is_kept_as_hex_under_our_service(store: OsKeyStore, backend: FakeBackend) -> None:
    store.write("vault/slot", SECRET)
    assert backend.items == {("org.underrose", "vault/slot"): bytes(range(32)).hex()}
    assert store.read("vault/slot") == SECRET


def test_a_store_is_unlocked_first_and_knows_whether_it_will_be_written(
    store: OsKeyStore, unlock: FakeUnlock
) -> None:
    store.write("vault/slot", SECRET)
    store.read("vault/slot")
    attributes = {"service": "org.underrose", "username": "vault/slot"}
    assert unlock.asked == [(attributes, True), (attributes, False)]


@pytest.mark.parametrize("kept", [None, "", "abc", "zz" * 32, "AB" * 32, " " + "ab" * 32])
def test_nothing_or_something_else_is_an_item_that_is_gone(
    store: OsKeyStore, backend: FakeBackend, kept: str | None
) -> None:
    backend.get = lambda: kept
    with pytest.raises(KeyringItemGone):
        store.read("vault/slot")


@pytest.mark.parametrize("kept", [None, "", "ab" * 31, "ab" * 32, "ü"])
def test_what_reads_back_otherwise_was_not_kept(
    store: OsKeyStore, backend: FakeBackend, kept: str | None
) -> None:
    backend.get = lambda: kept
    with pytest.raises(KeyringWriteUnverified):
        store.write("vault/slot", SECRET)


@pytest.mark.parametrize(
    ("error", "on_read", "on_write"),
    [
        (ZeroDivisionError(), KeyringMissing, KeyringWriteUnverified),
        (ConnectionResetError(), KeyringMissing, KeyringMissing),
        (KeyringPromptDismissed(), KeyringPromptDismissed, KeyringPromptDismissed),
    ],
)
def test_every_foreign_error_becomes_one_of_ours(
    store: OsKeyStore,
    backend: FakeBackend,
    error: Exception,
    on_read: type[KeyringError],
    on_write: type[KeyringError],
) -> None:
    backend.get = backend.put = fails(error)  # pyright: ignore[reportAttributeAccessIssue]  raises
    with pytest.raises(on_read) as reading:
        store.read("vault/slot")
    with pytest.raises(on_write):
        store.write("vault/slot", SECRET)
    assert reading.value.__suppress_context__


def test_a_failed_unlock_asks_nothing_of_the_backend(
    store: OsKeyStore, backend: FakeBackend, unlock: FakeUnlock
) -> None:
    unlock.failure = KeyringPromptDismissed()
    with pytest.raises(KeyringPromptDismissed):
        store.write("vault/slot", SECRET)
    assert backend.items == {}


def test_a_backend_that_hangs_times_out(store: OsKeyStore, backend: FakeBackend) -> None:
    release = Event()
    backend.get = lambda: str(release.wait())
    with pytest.raises(KeyringTimeout):
        store.read("vault/slot")
    release.set()


def test_deleting_removes_what_is_there_and_minds_nothing_else(
    store: OsKeyStore, backend: FakeBackend, unlock: FakeUnlock
) -> None:
    store.write("vault/slot", SECRET)
    store.delete("vault/slot")
    store.delete("vault/slot")
    unlock.failure = KeyringItemGone()
    store.delete("vault/slot")
    assert backend.items == {}


def test_a_failed_delete_is_told(store: OsKeyStore, backend: FakeBackend) -> None:
    store.write("vault/slot", SECRET)
    backend.remove = fails(ZeroDivisionError())
    with pytest.raises(KeyringMissing):
        store.delete("vault/slot")


@pytest.mark.parametrize(
    "environment",
    [
        {},
        {"DBUS_SESSION_BUS_ADDRESS": "unix:path=/nonexistent/bus"},
        {"PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring"},
        {"PYTHON_KEYRING_BACKEND": "keyrings.alt.file.PlaintextKeyring"},
    ],
)
@pytest.mark.skipif(sys.platform != "linux", reason="other platforms always have their store")
def test_without_a_bus_the_keyring_is_missing_whatever_is_configured(
    environment: dict[str, str],
) -> None:
    program = (
        "from crypto.errors import KeyringMissing\n"
        "from crypto.keyring.os_keyring import find_key_store\n"
        "try:\n"
        "    find_key_store()\n"
        "except KeyringMissing:\n"
        "    print('missing')\n"
    )
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", program],
        env=environment,
        capture_output=True,
        text=True,
        timeout=30,
        check=True,
    )
    assert done.stdout == "missing\n"
