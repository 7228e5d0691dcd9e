"""What can be said to `underrose check`."""

import argparse
import sys
from pathlib import Path

from app.command_line.vault_secret import secret_finder, shape_secret
from app.process.exit_codes import ExitCode

EXIT_CODES = """exit codes:
  0   everything that was looked at is in order
  1   it could not be looked at: not readable, of a newer version, left in the middle of a write
  2   something was wrong with the command
  10  there is no vault
  11  the vault is open
  12  the secret does not open it, or the password store does not give it
  13  something is wrong with the vault; what, is said
"""


DESCRIPTION = """Without a secret: whether both copies of the header are sound, and the database
and the seal are there. With one: how the vault stands against its seal and this
computer, every page, every draft, the whole ledger, every record both ways."""


def shape_check(check: argparse.ArgumentParser) -> None:
    """Gives the command its arguments."""
    check.description = DESCRIPTION
    check.epilog = EXIT_CODES
    check.formatter_class = argparse.RawDescriptionHelpFormatter
    check.add_argument("vault", metavar="VAULT", type=Path, help="the vault's folder")
    shape_secret(check)
    check.add_argument("--json", action="store_true", help="say as JSON what was found")
    check.set_defaults(run=_check)


def _check(chosen: argparse.Namespace) -> int:
    # only this command needs what it needs
    from app.check.command import check_vault
    from app.command_line.passphrase import SecretUnreadable

    folder: Path = chosen.vault.absolute()
    try:
        find_secret = secret_finder(chosen, folder)
    except SecretUnreadable as refusal:
        sys.stderr.write(f"{refusal}\n")
        return ExitCode.USAGE
    return check_vault(folder, find_secret, as_json=chosen.json)
