"""What can be said to `underrose backup`."""

import argparse
import sys
from pathlib import Path

from app.command_line.vault_secret import secret_finder, shape_secret
from app.process.exit_codes import ExitCode

EXIT_CODES = """exit codes:
  0   the backup is there, read back and checked, and the vault remembers it
  1   it could not be made: no room, not writable, the drive is gone, stopped
  2   something was wrong with the command, or there is a file of that name already
  10  there is no vault, or no such folder
  11  the vault is open
  12  the secret does not open it, or the password store does not give it
  13  the copy read back differs from the vault, or the vault is not as it was left
"""

DESCRIPTION = """Makes a backup of a vault that is locked: one encrypted file, read back from
where it was put and checked as a whole before it gets its name. It opens with the
24 words of the Recovery Kit that is in use, on any computer; never with the
password store, nor with the vault's own passphrase.

FILE_OR_FOLDER is a folder for a file named by the day, or the name of a new file.

--with-passphrase-fd adds a passphrase of the backup's own. That weakens it: whoever
has the file can guess at the passphrase for as long as they like. The words can't
be guessed."""


def shape_backup(backup: argparse.ArgumentParser) -> None:
    """Gives the command its arguments."""
    backup.description = DESCRIPTION
    backup.epilog = EXIT_CODES
    backup.formatter_class = argparse.RawDescriptionHelpFormatter
    backup.add_argument("vault", metavar="VAULT", type=Path, help="the vault's folder")
    backup.add_argument("target", metavar="FILE_OR_FOLDER", type=Path, help="where to put it")
    shape_secret(backup, required=True)
    backup.add_argument(
        "--with-passphrase-fd",
        metavar="N",
        type=int,
        help="let the passphrase read from this descriptor open the backup too",
    )
    backup.add_argument(
        "--rotate",
        action="store_true",
        help="afterwards remove older backups of this vault from that folder: all but the last 7,"
        " and the newest of each of the last 4 weeks and 12 months",
    )
    backup.add_argument("--json", action="store_true", help="say as JSON what was made")
    backup.set_defaults(run=_backup)


def _backup(chosen: argparse.Namespace) -> int:
    # only this command needs what it needs
    from app.backup_commands.backing_up import Wanted, back_up
    from app.command_line.passphrase import SecretUnreadable, read_line

    folder: Path = chosen.vault.absolute()
    try:
        find_secret = secret_finder(chosen, folder)
        passphrase = (
            None
            if chosen.with_passphrase_fd is None
            else read_line(chosen.with_passphrase_fd, "passphrase")
        )
    except SecretUnreadable as refusal:
        sys.stderr.write(f"{refusal}\n")
        return ExitCode.USAGE
    wanted = Wanted.at(chosen.target.absolute(), passphrase, rotates=chosen.rotate)
    return back_up(folder, find_secret, wanted, as_json=chosen.json)
