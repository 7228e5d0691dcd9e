"""Which password store this computer has, and whether a password protects what it keeps.

GNOME Keyring's file tells (crypto/keyring/gnome_keyring_file.py). Other stores don't show it from
outside.
"""

import os
from collections.abc import Callable, Mapping
from pathlib import Path

from app.workflows.privacy_check.finding import Fact, Finding
from crypto.errors import KeyringError
from crypto.keyring.gnome_keyring_file import Protection, protection
from crypto.keyring.os_keyring import find_key_store

GNOME = "GNOME Keyring"
_BEGINNING = 16  # bytes; by then it is told from plain text
_LARGEST = 16 * 1024 * 1024  # bytes; a keyring has some kilobytes
_FACTS = {
    Protection.PASSWORD: Fact.KEYRING_PASSWORD,
    Protection.NONE: Fact.KEYRING_OPEN,
    Protection.UNKNOWN: Fact.KEYRING_UNKNOWN,
}


def _name_of_store() -> str:
    return find_key_store().name


def look(
    environment: Mapping[str, str] | None = None, name_of_store: Callable[[], str] = _name_of_store
) -> Finding:
    """Looks at the store that is used here. Off the GUI thread: it may not answer for a while."""
    try:
        name = name_of_store()
    except KeyringError:
        return Finding(Fact.KEYRING_MISSING)
    if name != GNOME:
        return Finding(Fact.KEYRING_UNKNOWN, (name,))
    keyring = _default_keyring(os.environ if environment is None else environment)
    return Finding(_FACTS[protection(keyring)], (name,))


def _default_keyring(environment: Mapping[str, str]) -> bytes:
    """What GNOME Keyring keeps the default keyring in; nothing when it can't be found.

    Of one in plain text the beginning only: what other programs keep there is not for us.
    """
    data = Path(environment.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")
    keyrings = data / "keyrings"
    try:
        default = (keyrings / "default").read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError):
        default = "login"  # what GNOME Keyring takes as long as nothing else is chosen
    if not default or "/" in default:
        return b""
    try:
        with (keyrings / f"{default}.keyring").open("rb") as keyring:
            beginning = keyring.read(_BEGINNING)
            rest = b"" if protection(beginning) is Protection.NONE else keyring.read(_LARGEST)
            return beginning + rest
    except OSError:
        return b""
