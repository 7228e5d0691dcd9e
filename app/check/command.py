"""`underrose check VAULT`: looks at a vault from outside, and from inside if it gets a secret."""

import json
import sys
from collections.abc import Callable
from pathlib import Path

from app.check import inside, outside, wording
from app.core.clock import SystemClock
from app.core.errors import AppError
from app.every_command.refusal import Told, told
from app.every_command.secret import Secret
from app.process.exit_codes import ExitCode
from crypto.errors import CryptoError, RecoveryWordUnknown, VaultReadOnly, WrongSecret
from crypto.primitives.kdf import APP_COSTS, CostRange

_OWN: dict[type[Exception], Told] = {
    WrongSecret: ("That doesn't open the vault.", ExitCode.WRONG_SECRET),
    RecoveryWordUnknown: ("A word isn't one of the words.", ExitCode.WRONG_SECRET),
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
    sentence, code = told(error, _OWN, "The vault couldn't be checked.")
    if as_json:
        failed = {"error": type(error).__name__, "sound": False}
        sys.stdout.write(json.dumps(failed, indent=2) + "\n")
    sys.stderr.write(f"{sentence}\n")
    return code
