"""This computer's password store, found on a thread that may wait for it."""

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from crypto.keyring.store import KeyStore

FindStore = Callable[[], "KeyStore"]


def find_store() -> "KeyStore":
    """The computer's password store; raises KeyringMissing or KeyringInsecure."""
    # what it needs would delay the first picture
    from crypto.keyring.os_keyring import find_key_store

    return find_key_store()
