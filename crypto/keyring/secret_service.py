"""The Secret Service of a Linux desktop: which one it is, whether it may be used, and is open."""

from collections.abc import Generator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, cast

import secretstorage
from secretstorage.defines import SS_PATH, SS_PREFIX
from secretstorage.util import BUS_NAME, DBusAddressWrapper

from crypto.errors import (
    KeyringInsecure,
    KeyringItemGone,
    KeyringLocked,
    KeyringMissing,
    KeyringPromptDismissed,
)
from crypto.keyring.patience import Prompt

_Bus = Any  # a connection of jeepney, which has no types

_NO_COLLECTION = "/"
_FORGOTTEN_AT_LOGOUT = "/org/freedesktop/secrets/collection/session"

# By the name of the process behind the bus name, which Linux cuts to 15 characters.
_NAMES = {
    "gnome-keyring-d": "GNOME Keyring",
    "kwalletd5": "KDE Wallet",
    "kwalletd6": "KDE Wallet",
    "ksecretd": "KDE Wallet",
    "keepassxc": "KeePassXC",
}
_ANY_OTHER = "Secret Service"


def find() -> str:
    """The service's name for people; starts it where the desktop knows how. Never prompts.

    Raises KeyringMissing, KeyringInsecure, and what the libraries raise.
    """
    with _connected() as bus:
        if not secretstorage.check_service_availability(bus):
            raise KeyringMissing
        _default_collection(bus)
        return _name_of_owner(bus)


def unlock(attributes: Mapping[str, str], prompt: Prompt, *, to_write: bool) -> None:
    """Sees to it that the default collection, and the item if there is one, are open.

    Raises KeyringItemGone when there is no collection to read from, KeyringPromptDismissed,
    KeyringLocked, KeyringInsecure, and what the libraries raise.
    """
    with _connected() as bus:
        path = _default_collection(bus)
        if path == _NO_COLLECTION:
            if not to_write:
                raise KeyringItemGone
            # A fresh desktop: the person is asked for the password of a first collection.
            with prompt.shown():
                collection = secretstorage.get_default_collection(bus)
        else:
            collection = secretstorage.Collection(bus, path)
        _unlock(collection, prompt)
        for item in collection.search_items(dict(attributes)):
            _unlock(item, prompt)


def _unlock(thing: secretstorage.Collection | secretstorage.Item, prompt: Prompt) -> None:
    if not thing.is_locked():
        return
    with prompt.shown():
        dismissed = thing.unlock()
    if dismissed:
        raise KeyringPromptDismissed
    if thing.is_locked():
        raise KeyringLocked


def _default_collection(bus: _Bus) -> str:
    service = DBusAddressWrapper(SS_PATH, SS_PREFIX + "Service", bus)
    path = cast(str, service.call("ReadAlias", "s", "default")[0])
    if path == _FORGOTTEN_AT_LOGOUT:
        raise KeyringInsecure
    return path


def _name_of_owner(bus: _Bus) -> str:
    daemon = DBusAddressWrapper("/org/freedesktop/DBus", "org.freedesktop.DBus", bus)
    daemon.bus_name = "org.freedesktop.DBus"
    process = cast(int, daemon.call("GetConnectionUnixProcessID", "s", BUS_NAME)[0])
    try:
        command = Path(f"/proc/{process}/comm").read_text(encoding="utf-8").strip()
    except OSError:  # it may live in another container
        return _ANY_OTHER
    return _NAMES.get(command, _ANY_OTHER)


@contextmanager
def _connected() -> Generator[_Bus]:
    with closing(secretstorage.dbus_init()) as bus:
        yield bus
