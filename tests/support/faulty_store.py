"""The operating system's store with one of twelve faults, through the same code as the real one."""

from collections.abc import Mapping
from enum import StrEnum
from threading import Event

from keyring.errors import PasswordSetError
from secretstorage.exceptions import LockedException, SecretServiceNotAvailableException

from crypto.errors import KeyringPromptDismissed
from crypto.keyring.os_keyring import OsKeyStore
from crypto.keyring.patience import Prompt


class Fault(StrEnum):
    """What can go wrong with a password store."""

    MISSING = "missing"
    LOCKED = "locked"
    DISMISSED = "dismissed"
    GONE = "gone"
    WRONG_BYTES = "wrong bytes"
    TRUNCATED = "truncated"
    OTHER_BACKEND = "other backend"
    RAISES_IN_SET = "raises in set"
    RAISES_IN_GET = "raises in get"
    RAISES_IN_DELETE = "raises in delete"
    HANGS = "hangs"
    BUS_DIES = "the bus dies midway"


class FaultyStore:
    """A platform's store in memory; `store` is what the app is given, `fault` what befalls it."""

    def __init__(self, name: str = "Test Keyring") -> None:
        self.items: dict[tuple[str, str], str] = {}
        self.fault: Fault | None = None
        self.let_go = Event()  # a hanging call ends when this is set
        self._name = name
        self._bus_is_dead = False

    @property
    def store(self) -> OsKeyStore:
        """The store as the app finds it now."""
        other = self.fault is Fault.OTHER_BACKEND
        return OsKeyStore("Other Keyring" if other else self._name, self, self._unlock, seconds=0.2)

    @property
    def kept(self) -> dict[tuple[str, str], str]:
        """What it holds, whatever it says."""
        return dict(self.items)

    def mend(self) -> None:
        """Ends the fault."""
        self.let_go.set()
        self.fault = None
        self._bus_is_dead = False

    def get_password(self, service: str, username: str, /) -> str | None:
        """See Backend."""
        if self._bus_is_dead:
            raise ConnectionResetError
        kept = self.items.get((service, username))
        match self.fault:
            case Fault.RAISES_IN_GET:
                raise ZeroDivisionError
            case Fault.GONE | Fault.OTHER_BACKEND:
                return None
            case Fault.WRONG_BYTES:
                return kept and "ab" * 32
            case Fault.TRUNCATED:
                return kept and kept[:32]
            case _:
                return kept

    def set_password(self, service: str, username: str, password: str, /) -> None:
        """See Backend."""
        if self.fault is Fault.RAISES_IN_SET:
            raise PasswordSetError
        self.items[service, username] = password
        self._bus_is_dead = self.fault is Fault.BUS_DIES

    def delete_password(self, service: str, username: str, /) -> None:
        """See Backend."""
        if self.fault is Fault.RAISES_IN_DELETE:
            raise ZeroDivisionError
        del self.items[service, username]

    def _unlock(self, attributes: Mapping[str, str], prompt: Prompt, *, to_write: bool) -> None:
        del attributes, prompt
        match self.fault:
            case Fault.MISSING:
                raise SecretServiceNotAvailableException
            case Fault.LOCKED:
                raise LockedException
            case Fault.DISMISSED:
                raise KeyringPromptDismissed
            case Fault.HANGS:
                self.let_go.wait()
            case Fault.BUS_DIES if not to_write:
                raise EOFError  # as the client of a bus does whose other end is gone
            case _:
                pass
