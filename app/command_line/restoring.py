"""What can be said to `underrose restore`."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from app.process.exit_codes import ExitCode

if TYPE_CHECKING:  # this command alone needs it
    from app.backup_commands.backup_secret import BackupSecret

EXIT_CODES = """exit codes:
  0   restored, or looked into, and everything in it is in order
  1   it could not be done: no room, not writable, of a newer version, stopped
  2   something was wrong with the command, or there is something at VAULT already
  10  there is no backup, or it cannot be read
  11  another process restores to that place
  12  the secret does not open the backup
  13  the backup is damaged, or is not what Underrose writes; nothing was restored
"""

DESCRIPTION = """Brings a backup back as a vault of its own, at a place where nothing is yet. What
is there already stays as it is. Every page, entry and record is checked before.

The 24 words are those of the Recovery Kit that the backup names; they open the
restored vault too. With the backup's own passphrase, if it has one, a new kit is
made: its 24 words are written to the descriptor of --new-kit-fd, before anything is
restored (2 shows them on the terminal): on one line, in their order, with spaces
between them and nothing else. Write them down: they open the restored vault."""


def shape_restore(restore: argparse.ArgumentParser) -> None:
    """Gives the command its arguments."""
    restore.description = DESCRIPTION
    restore.epilog = EXIT_CODES
    restore.formatter_class = argparse.RawDescriptionHelpFormatter
    restore.add_argument("file", metavar="FILE", type=Path, help="the backup")
    restore.add_argument(
        "vault", metavar="VAULT", type=Path, nargs="?", help="where the restored vault will be"
    )
    secret = restore.add_mutually_exclusive_group(required=True)
    secret.add_argument("--words-fd", metavar="N", type=int, help="read the 24 words, on one line")
    secret.add_argument(
        "--passphrase-fd",
        metavar="N",
        type=int,
        help="read the passphrase that was added to the backup",
    )
    secret.add_argument("--ask", action="store_true", help="ask for the 24 words here")
    secret.add_argument(
        "--ask-passphrase", action="store_true", help="ask for the backup's passphrase here"
    )
    restore.add_argument(
        "--look", action="store_true", help="only look inside: check everything, and count it"
    )
    restore.add_argument(
        "--new-passphrase-fd",
        metavar="N",
        type=int,
        help="let this passphrase open the restored vault too",
    )
    restore.add_argument(
        "--new-kit-fd",
        metavar="N",
        type=int,
        help="write the words of the new kit to this descriptor",
    )
    restore.add_argument("--json", action="store_true", help="say as JSON what was found or made")
    restore.set_defaults(run=_restore)


def _restore(chosen: argparse.Namespace) -> int:
    # only this command needs what it needs
    from app.backup_commands.restoring import Wanted, look_into, restore_backup
    from app.command_line.passphrase import SecretUnreadable, read_line

    mistake = _mistake(chosen)
    if mistake:
        return _misused(mistake)
    try:
        secret = _secret(chosen)
        new_passphrase = (
            None
            if chosen.new_passphrase_fd is None
            else read_line(chosen.new_passphrase_fd, "passphrase")
        )
    except SecretUnreadable as refusal:
        return _misused(str(refusal))
    file: Path = chosen.file.absolute()
    if chosen.look:
        return look_into(file, secret, as_json=chosen.json)
    wanted = Wanted(chosen.vault.absolute(), new_passphrase, chosen.new_kit_fd)
    return restore_backup(file, secret, wanted, as_json=chosen.json)


def _mistake(chosen: argparse.Namespace) -> str:
    if chosen.look:
        given = (chosen.vault, chosen.new_passphrase_fd, chosen.new_kit_fd)
        return "To look inside it takes FILE and a secret." if given != (None,) * 3 else ""
    if chosen.vault is None:
        return "VAULT is missing: where the restored vault will be."
    by_passphrase = chosen.ask_passphrase or chosen.passphrase_fd is not None
    if by_passphrase and chosen.new_kit_fd is None:
        return (
            "Restoring by passphrase makes a new Recovery Kit, which opens the vault: say by"
            " --new-kit-fd where its words are to go."
        )
    if not by_passphrase and chosen.new_kit_fd is not None:
        return "Restored by the words, the vault keeps its kit; there are no new words to write."
    return ""


def _secret(chosen: argparse.Namespace) -> "BackupSecret":
    # nor is this needed by others
    from app.backup_commands.backup_secret import BackupSecret
    from app.command_line.passphrase import read_line, read_passphrase

    if chosen.words_fd is not None:
        return BackupSecret(words=read_line(chosen.words_fd, "words"))
    if chosen.ask:
        return BackupSecret(words=read_passphrase(None, "The 24 words"))
    return BackupSecret(
        passphrase=read_passphrase(chosen.passphrase_fd, "Passphrase of the backup")
    )


def _misused(sentence: str) -> int:
    sys.stderr.write(f"{sentence}\n")
    return ExitCode.USAGE
