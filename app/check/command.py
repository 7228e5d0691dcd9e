"""`underrose check VAULT`: looks at a vault from outside, and from inside if it gets a secret."""

import json
import sys
from collections.abc import Callable
from pathlib import Path

from app.check import inside, outside, wording
from app.command_secret import Secret
from app.core.clock import SystemClock
from app.core.errors import AppError, VaultFormatUnknown
from app.process.exit_codes import ExitCode
from crypto.errors import (
    CryptoError,
    HeaderDamaged,
    HeaderTampered,
    HeaderVaultMismatch,
    KeyringError,
    RecoveryChecksum,
    RecoveryWordUnknown,
    VaultDamaged,
    VaultInUse,
    VaultMissing,
    VaultReadOnly,
    VaultTooNew,
    WrongSecret,
)
from crypto.primitives.kdf import APP_COSTS, CostRange

_TOLD: dict[type[Exception], tuple[str, ExitCode]] = {
    VaultMissing: ("There is no vault there.", ExitCode.NOT_FOUND),
    VaultInUse: ("The vault is open; lock it first.", ExitCode.IN_USE),
    WrongSecret: ("That doesn't open the vault.", ExitCode.WRONG_SECRET),
    RecoveryWordUnknown: ("A word isn't one of the words.", ExitCode.WRONG_SECRET),
    RecoveryChecksum: (
        "The words are not all right, or not in this order.",
        ExitCode.WRONG_SECRET,
    ),
    KeyringError: (
        "This computer's password store doesn't give its part of the key.",
        ExitCode.WRONG_SECRET,
    ),
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
    VaultTooNew: ("A newer version of Underrose made this vault.", ExitCode.FAILURE),
    VaultFormatUnknown: ("A newer version of Underrose made this vault.", ExitCode.FAILURE),
    VaultReadOnly: (
        "Its files can't be read, or not before the next opening has undone a write that was cut.",
        ExitCode.FAILURE,
    ),
}


def check_vault(
    folder: Path,
    find_secret: Callable[[], Secret | None],
    *,
    as_json: bool,
    costs: CostRange = APP_COSTS,
) -> int:
    """Says what was found; `find_secret` gives None to look from outside only.

    Returns the exit code; writes nothing to the vault.
    """
    try:
        looked = outside.look(folder)
        secret = find_secret()
        checked = None if secret is None else inside.check(folder, secret, SystemClock(), costs)
    except (AppError, CryptoError) as error:
        return _fail(error, as_json=as_json)
    if as_json:
        sys.stdout.write(json.dumps(wording.as_json(looked, checked), indent=2) + "\n")
    else:
        sys.stdout.write(wording.as_text(looked, checked))
    sound = looked.is_sound and (checked is None or checked.is_sound)
    return ExitCode.OK if sound else ExitCode.VERIFICATION_FAILED


def _fail(error: Exception, *, as_json: bool) -> int:
    unforeseen = ("The vault couldn't be checked.", ExitCode.FAILURE)
    sentence, code = next(
        (_TOLD[kind] for kind in type(error).__mro__ if kind in _TOLD), unforeseen
    )
    if as_json:
        told = {"error": type(error).__name__, "sound": False}
        sys.stdout.write(json.dumps(told, indent=2) + "\n")
    sys.stderr.write(f"{sentence}\n")
    return code
