"""What the libraries below raise about a password store, as errors of ours."""

from crypto.errors import (
    KeyringError,
    KeyringLocked,
    KeyringMissing,
    KeyringPromptDismissed,
    KeyringTimeout,
)

# By name, since each library exists on one platform only. Secret Service, its D-Bus client, the
# Keychain, and Python's own for a bus that dies.
_MEANINGS: dict[str, type[KeyringError]] = {
    "PromptDismissedException": KeyringPromptDismissed,
    "KeychainDenied": KeyringPromptDismissed,
    "LockedException": KeyringLocked,
    "KeyringLocked": KeyringLocked,
    "TimeoutError": KeyringTimeout,
    "SecretServiceNotAvailableException": KeyringMissing,
    "InitError": KeyringMissing,
    "NoKeyringError": KeyringMissing,
    "ImportError": KeyringMissing,
    "OSError": KeyringMissing,
    "EOFError": KeyringMissing,
}
_LOCKED_ON_BUS = "org.freedesktop.Secret.Error.IsLocked"


def as_keyring_error(error: BaseException, otherwise: type[KeyringError]) -> KeyringError:
    """The error of ours that says the same; `otherwise` for one that is not known."""
    if isinstance(error, KeyringError):
        return error
    if getattr(error, "name", None) == _LOCKED_ON_BUS:
        return KeyringLocked()
    # What it was raised from says more: the Keychain calls a closed prompt "locked".
    for told in (error.__cause__, error):
        for kind in type(told).__mro__:
            if kind.__name__ in _MEANINGS:
                return _MEANINGS[kind.__name__]()
    return otherwise()
