"""`underrose demo VAULT`: a made-up practice of any size, in a vault of its own."""

import json
import signal
import sys
import time
from pathlib import Path
from typing import Any

from app.core.clock import SystemClock
from app.demo.practice import NAME, MadeUpPractice, Size
from app.process.exit_codes import ExitCode
from app.workspace import create_workspace
from crypto.errors import (
    CryptoError,
    PassphraseNotUsable,
    SaveNotDurable,
    VaultFolderNotEmpty,
    VaultInUse,
    VaultMissing,
    VaultReadOnly,
)
from crypto.primitives.kdf import STANDARD_COST, Argon2Cost
from crypto.slots.passphrase import PassphraseWay

_REFUSALS: dict[type[CryptoError], tuple[str, ExitCode]] = {
    VaultFolderNotEmpty: (
        "There is something at that place already; it is left alone.",
        ExitCode.USAGE,
    ),
    PassphraseNotUsable: (
        "The passphrase needs at least 12 characters, none of them unknown to Unicode.",
        ExitCode.USAGE,
    ),
    VaultInUse: ("Another process makes a vault there.", ExitCode.IN_USE),
    VaultReadOnly: ("That folder can't be written to.", ExitCode.FAILURE),
    VaultMissing: ("That folder is gone.", ExitCode.FAILURE),
    SaveNotDurable: ("The disk is full, or doesn't answer. Nothing was left.", ExitCode.FAILURE),
}


def make_demo(
    vault: Path,
    size: Size,
    passphrase: str,
    *,
    as_json: bool,
    cost: Argon2Cost = STANDARD_COST,
) -> int:
    """Makes the vault and says what is in it; returns the exit code.

    Ended before its time, it leaves nothing at `vault`; killed, a hidden folder beside it that
    the next attempt clears away.
    """
    for end in (signal.SIGTERM, signal.SIGINT):
        signal.signal(end, _end)
    begun = time.monotonic()
    practice = MadeUpPractice(size, SystemClock(), _Told(size.notes))
    way = PassphraseWay(passphrase)
    try:
        workspace, words = create_workspace(
            vault, NAME, way, practice.clock, cost, fill=practice.fill
        )
    except CryptoError as error:
        sentence, code = _REFUSALS.get(
            type(error), ("The vault couldn't be made.", ExitCode.FAILURE)
        )
        sys.stderr.write(f"{sentence}\n")
        return code
    workspace.close()
    made = {
        "vault": str(vault),
        "name": NAME,
        "notes": size.notes,
        "clients": size.clients,
        "seed": size.seed,
        "recovery_words": list(words),
        "seconds": round(time.monotonic() - begun, 1),
    }
    _say(made, as_json=as_json)
    return ExitCode.OK


class _Told:
    """Says on stderr how far it is, each tenth."""

    def __init__(self, notes: int) -> None:
        self._notes = notes
        self._step = max(1, notes // 10)

    def __call__(self, so_far: int) -> None:
        if so_far % self._step == 0 or so_far == self._notes:
            sys.stderr.write(f"{so_far:,} of {self._notes:,} notes\n")
            sys.stderr.flush()


def _say(made: dict[str, Any], *, as_json: bool) -> None:
    if as_json:
        sys.stdout.write(json.dumps(made, indent=2, ensure_ascii=False) + "\n")
        return
    sys.stdout.write(
        f"Made up {made['notes']:,} notes on {made['clients']:,} clients in"
        f" {made['seconds']:.0f} seconds. The vault is in {made['vault']} and opens with the"
        " passphrase. Nobody in it exists.\n"
    )


def _end(_number: int, _frame: object) -> None:
    sys.exit(ExitCode.FAILURE)
