"""The operating system's own password store, and no other: each platform has one that is used."""

import hmac
import re
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Protocol, TypeVar, cast

from crypto.errors import (
    KeyringError,
    KeyringItemGone,
    KeyringMissing,
    KeyringWriteUnverified,
)
from crypto.keyring import patience
from crypto.keyring.faults import as_keyring_error
from crypto.keyring.patience import Prompt
from crypto.keyring.store import KeyStore
from crypto.secret import SecretBytes

SERVICE = "org.underrose"
_HEX = re.compile(r"(?:[0-9a-f]{2})+")

T = TypeVar("T")


class Backend(Protocol):
    """The part of a `keyring` backend that is used here."""

    def get_password(self, service: str, username: str, /) -> str | None:
        """The secret, or None."""
        ...

    def set_password(self, service: str, username: str, password: str, /) -> None:
        """Keeps a secret."""
        ...

    def delete_password(self, service: str, username: str, /) -> None:
        """Removes a secret that is there."""
        ...


class Unlock(Protocol):
    """Sees to it that the store is open, asking the person if need be."""

    def __call__(self, attributes: Mapping[str, str], prompt: Prompt, *, to_write: bool) -> None:
        """Raises KeyringItemGone when there is nothing to read, and what the libraries raise."""
        ...


@dataclass(frozen=True)
class OsKeyStore:
    """A platform's store through its backend. Secrets are kept as lower-case hex."""

    name: str
    backend: Backend
    unlock: Unlock
    seconds: float = patience.SECONDS

    def read(self, account: str) -> SecretBytes:
        """See KeyStore."""
        kept = self._ask(account, lambda: self._get(account), KeyringMissing)
        if kept is None or not _HEX.fullmatch(kept):
            raise KeyringItemGone
        return SecretBytes(bytes.fromhex(kept))

    def write(self, account: str, secret: SecretBytes) -> None:
        """See KeyStore."""
        text = secret.reveal().hex()

        def keep_and_read_back() -> str | None:
            self.backend.set_password(SERVICE, account, text)
            return self._get(account)

        kept = self._ask(account, keep_and_read_back, KeyringWriteUnverified, to_write=True)
        if kept is None or not hmac.compare_digest(kept.encode(), text.encode()):
            raise KeyringWriteUnverified

    def delete(self, account: str) -> None:
        """See KeyStore."""

        def delete_if_there() -> None:
            if self._get(account) is not None:
                self.backend.delete_password(SERVICE, account)

        with suppress(KeyringItemGone):
            self._ask(account, delete_if_there, KeyringMissing)

    def _get(self, account: str) -> str | None:
        return self.backend.get_password(SERVICE, account)

    def _ask(
        self,
        account: str,
        call: Callable[[], T],
        otherwise: type[KeyringError],
        *,
        to_write: bool = False,
    ) -> T:
        attributes = {"service": SERVICE, "username": account}

        def unlock_and_call(prompt: Prompt) -> T:
            self.unlock(attributes, prompt, to_write=to_write)
            return call()

        return _answer(unlock_and_call, otherwise, self.seconds)


def find_key_store() -> KeyStore:
    """The store of this computer; raises KeyringMissing, KeyringInsecure and KeyringTimeout.

    Slow the first time (150 ms to import), and may wait for a service: not for the GUI thread.
    Nothing configured for the `keyring` library changes which store it is.
    """
    return _answer(lambda _prompt: _find(), KeyringMissing, patience.SECONDS)


def _find() -> KeyStore:
    # Each exists on its own platform only, and takes 150 ms.
    if sys.platform == "linux":
        from keyring.backends import SecretService  # of Linux

        from crypto.keyring import secret_service  # which imports what exists on Linux only

        name = secret_service.find()
        return OsKeyStore(name, _unconfigured(SecretService.Keyring()), secret_service.unlock)
    if sys.platform == "darwin":
        from keyring.backends import macOS  # of macOS

        return OsKeyStore("Keychain", _unconfigured(macOS.Keyring()), _asks_by_itself)
    if sys.platform == "win32":
        from keyring.backends import Windows  # of Windows

        backend = Windows.WinVaultKeyring()
        local = _unconfigured(backend)
        backend.persist = "local machine"  # pyright: ignore[reportAttributeAccessIssue]  untyped
        return OsKeyStore("Windows Credential Manager", local, _asks_by_itself)
    raise KeyringMissing


def _asks_by_itself(attributes: Mapping[str, str], prompt: Prompt, *, to_write: bool) -> None:
    """These stores open with the session; what they ask, they ask within a call."""


def _unconfigured(backend: object) -> Backend:
    # A backend takes any of its settings from KEYRING_PROPERTY_… variables: back to its defaults.
    vars(backend).clear()
    return cast(Backend, backend)


def _answer(call: Callable[[Prompt], T], otherwise: type[KeyringError], seconds: float) -> T:
    try:
        return patience.answer(call, seconds)
    except Exception as error:  # noqa: BLE001  each library has its own family
        raise as_keyring_error(error, otherwise) from None
