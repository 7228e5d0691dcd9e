import pytest
from keyring import errors as keyring_errors
from secretstorage import exceptions as secret_service

from crypto.errors import (
    KeyringError,
    KeyringItemGone,
    KeyringLocked,
    KeyringMissing,
    KeyringPromptDismissed,
    KeyringTimeout,
    KeyringWriteUnverified,
)
from crypto.keyring.faults import as_keyring_error


class KeychainDenied(Exception):
    """As the Keychain's backend has it; that module loads on macOS only."""


class DBusErrorResponse(Exception):
    """As the D-Bus client has it."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name


@pytest.mark.parametrize(
    ("foreign", "ours"),
    [
        (secret_service.PromptDismissedException(), KeyringPromptDismissed),
        (secret_service.LockedException(), KeyringLocked),
        (secret_service.SecretServiceNotAvailableException(), KeyringMissing),
        (keyring_errors.KeyringLocked(), KeyringLocked),
        (keyring_errors.InitError(), KeyringMissing),
        (keyring_errors.NoKeyringError(), KeyringMissing),
        (DBusErrorResponse("org.freedesktop.Secret.Error.IsLocked"), KeyringLocked),
        (TimeoutError(), KeyringTimeout),
        (ConnectionResetError(), KeyringMissing),
        (BrokenPipeError(), KeyringMissing),
        (FileNotFoundError(), KeyringMissing),
        (EOFError(), KeyringMissing),
        (ModuleNotFoundError(), KeyringMissing),
        (KeyringItemGone(), KeyringItemGone),
    ],
)
def test_each_foreign_error_has_its_meaning(foreign: Exception, ours: type[KeyringError]) -> None:
    assert type(as_keyring_error(foreign, KeyringWriteUnverified)) is ours


@pytest.mark.parametrize(
    "foreign", [keyring_errors.PasswordSetError(), DBusErrorResponse("x.y"), ZeroDivisionError()]
)
def test_an_unknown_one_means_what_the_call_was_for(foreign: Exception) -> None:
    assert type(as_keyring_error(foreign, KeyringWriteUnverified)) is KeyringWriteUnverified


def test_a_prompt_closed_on_macos_is_not_called_locked() -> None:
    error = keyring_errors.KeyringLocked()
    error.__cause__ = KeychainDenied()
    assert type(as_keyring_error(error, KeyringMissing)) is KeyringPromptDismissed
