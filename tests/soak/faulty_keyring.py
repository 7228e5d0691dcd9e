"""A password store beneath our own code that fails in the twelve ways in which real ones do."""

import secrets
import time
from collections.abc import Mapping
from enum import StrEnum

from keyring.errors import KeyringLocked, PasswordDeleteError, PasswordSetError
from secretstorage.exceptions import PromptDismissedException, SecretServiceNotAvailableException

from crypto.errors import KeyringItemGone
from crypto.keyring.os_keyring import OsKeyStore
from crypto.keyring.patience import Prompt
from crypto.keyring.store import KeyStore

NAME = "Test Keyring"
PATIENT = 0.25  # seconds that a call has here, 10 in the app
HANGS = 0.6  # seconds, longer than the patience; the 30 against the app's 10


class Fault(StrEnum):
    """What is wrong with the store."""

    MISSING = "missing"
    LOCKED = "locked"
    DISMISSED = "dismissed"
    GONE = "gone"
    WRONG_BYTES = "wrong bytes"
    TRUNCATED = "truncated"
    OTHER_BACKEND = "another backend"
    RAISES_IN_SET = "raises in set"
    RAISES_IN_GET = "raises in get"
    RAISES_IN_DELETE = "raises in delete"
    HANGS = "hangs"
    BUS_DIES = "the bus dies midway"


class FaultyBackend:
    """Keeps passwords as a `keyring` backend does, as long as it is well."""

    def __init__(self) -> None:
        self.kept: dict[str, str] = {}
        self.fault: Fault | None = None

    def store(self) -> KeyStore:
        """The app's own store above this backend."""
        name = "Another Keyring" if self.fault is Fault.OTHER_BACKEND else NAME
        return OsKeyStore(name, self, self.unlock, seconds=PATIENT)

    def unlock(self, attributes: Mapping[str, str], prompt: Prompt, *, to_write: bool) -> None:
        """As the Secret Service is opened before each call."""
        del attributes
        match self.fault:
            case Fault.MISSING:
                raise SecretServiceNotAvailableException("org.freedesktop.secrets")
            case Fault.LOCKED:
                raise KeyringLocked("the collection is locked")
            case Fault.DISMISSED:
                with prompt.shown():
                    raise PromptDismissedException
            case Fault.GONE | Fault.OTHER_BACKEND if not to_write and not self.kept:
                raise KeyringItemGone
            case _:
                pass

    def get_password(self, service: str, username: str, /) -> str | None:
        """What is kept, or something like it."""
        kept = None if self.fault is Fault.OTHER_BACKEND else self.kept.get(username)
        match self.fault:
            case Fault.RAISES_IN_GET:
                raise RuntimeError("something in a library")
            case Fault.HANGS:
                time.sleep(HANGS)
            case Fault.BUS_DIES:
                raise ConnectionResetError("the socket was closed")
            case Fault.GONE:
                return None
            case Fault.WRONG_BYTES if kept is not None:
                return secrets.token_hex(len(kept) // 2)
            case Fault.TRUNCATED if kept is not None:
                return kept[: len(kept) // 2]
            case _:
                pass
        if self.fault is Fault.OTHER_BACKEND:
            return self.kept.get(f"there:{username}")
        return kept

    def set_password(self, service: str, username: str, password: str, /) -> None:
        """Keeps it, perhaps in another store."""
        if self.fault is Fault.RAISES_IN_SET:
            raise PasswordSetError("it would not")
        elsewhere = self.fault is Fault.OTHER_BACKEND
        self.kept[f"there:{username}" if elsewhere else username] = password

    def delete_password(self, service: str, username: str, /) -> None:
        """Lets go of it."""
        if self.fault is Fault.RAISES_IN_DELETE:
            raise PasswordDeleteError("it would not")
        self.kept.pop(username, None)
