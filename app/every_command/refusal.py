"""What a command says when something can't be done, and its exit code: the same in every verb."""

from collections.abc import Mapping

from app.core.errors import VaultFormatUnknown
from app.process.exit_codes import ExitCode
from crypto.errors import (
    HeaderDamaged,
    HeaderTampered,
    HeaderVaultMismatch,
    KeyringError,
    RecoveryChecksum,
    VaultDamaged,
    VaultInUse,
    VaultMissing,
    VaultTooNew,
)

Told = tuple[str, ExitCode]

_TOO_NEW = "A newer version of Underrose made this vault."

_IN_EVERY_VERB: Mapping[type[Exception], Told] = {
    RecoveryChecksum: (
        "Of 24 words {count} came; they are not all right, or not in this order.",
        ExitCode.WRONG_SECRET,
    ),
    KeyringError: (
        "This computer's password store doesn't give its part of the key.",
        ExitCode.WRONG_SECRET,
    ),
    VaultMissing: ("There is no vault there.", ExitCode.NOT_FOUND),
    VaultInUse: ("The vault is open; lock it first.", ExitCode.IN_USE),
    VaultTooNew: (_TOO_NEW, ExitCode.FAILURE),
    VaultFormatUnknown: (_TOO_NEW, ExitCode.FAILURE),
    HeaderDamaged: ("Both key files are damaged.", ExitCode.VERIFICATION_FAILED),
    HeaderTampered: (
        "The key file was changed by something other than Underrose.",
        ExitCode.VERIFICATION_FAILED,
    ),
    HeaderVaultMismatch: (
        "The key file and the notes belong to different vaults.",
        ExitCode.VERIFICATION_FAILED,
    ),
    VaultDamaged: ("Part of the vault fails its check.", ExitCode.VERIFICATION_FAILED),
}


def told(error: Exception, own: Mapping[type[Exception], Told], unforeseen: str) -> Told:
    """The sentence and the exit code of its class, or of the nearest one above that has them.

    What a verb says in its `own` words goes before what all of them say.
    """
    table = {**_IN_EVERY_VERB, **own}
    found = (table[kind] for kind in type(error).__mro__ if kind in table)
    sentence, code = next(found, (unforeseen, ExitCode.FAILURE))
    return sentence.format(**vars(error)), code
