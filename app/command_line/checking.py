"""What can be said to `underrose check`."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from app.process.exit_codes import ExitCode

if TYPE_CHECKING:  # this command alone needs it
    from app.check.inside import Secret

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
    secret = check.add_mutually_exclusive_group()
    secret.add_argument(
        "--passphrase-fd", metavar="N", type=int, help="read the passphrase from this descriptor"
    )
    secret.add_argument("--words-fd", metavar="N", type=int, help="read the 24 words, on one line")
    secret.add_argument("--ask", action="store_true", help="ask for the passphrase here")
    secret.add_argument(
        "--keyring", action="store_true", help="open it with what this computer holds"
    )
    check.add_argument("--json", action="store_true", help="say as JSON what was found")
    check.set_defaults(run=_check)


def _check(chosen: argparse.Namespace) -> int:
    # only this command needs what it needs
    from app.check.command import check_vault
    from app.command_line.passphrase import SecretUnreadable

    folder: Path = chosen.vault.absolute()
    try:
        typed = _typed(chosen)
    except SecretUnreadable as refusal:
        sys.stderr.write(f"{refusal}\n")
        return ExitCode.USAGE

    def find_secret() -> "Secret | None":
        # nor is any of it needed without a secret
        from app.check.secrets import by_keyring, by_passphrase, by_words
        from crypto.keyring.os_keyring import find_key_store

        if chosen.keyring:
            return by_keyring(folder, find_key_store)
        if typed is None:
            return None
        if chosen.words_fd is not None:
            return by_words(typed)
        return by_passphrase(folder, typed, find_key_store)

    return check_vault(folder, find_secret, as_json=chosen.json)


def _typed(chosen: argparse.Namespace) -> str | None:
    # without a secret it isn't needed
    from app.command_line.passphrase import read_line, read_passphrase

    if chosen.words_fd is not None:
        return read_line(chosen.words_fd, "words")
    if chosen.ask or chosen.passphrase_fd is not None:
        return read_passphrase(chosen.passphrase_fd, "Passphrase")
    return None
