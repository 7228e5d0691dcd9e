"""What can be said to a command to open a vault: one secret, or none where none is needed."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # commands without a secret need none of it
    from collections.abc import Callable

    from app.every_command.secret import Secret


def shape_secret(command: argparse.ArgumentParser, *, required: bool = False) -> None:
    """Gives a command the ways to open the vault, of which one can be chosen."""
    secret = command.add_mutually_exclusive_group(required=required)
    secret.add_argument(
        "--passphrase-fd", metavar="N", type=int, help="read the passphrase from this descriptor"
    )
    secret.add_argument("--words-fd", metavar="N", type=int, help="read the 24 words, on one line")
    secret.add_argument("--ask", action="store_true", help="ask for the passphrase here")
    secret.add_argument(
        "--keyring", action="store_true", help="open it with what this computer holds"
    )


def secret_finder(chosen: argparse.Namespace, folder: Path) -> "Callable[[], Secret | None]":
    """Reads what is typed or handed over; what it returns asks the password store, if at all.

    Raises SecretUnreadable.
    """
    typed = _typed(chosen)

    def find_secret() -> "Secret | None":
        # none of it is needed without a secret
        from app.every_command.secret import by_keyring, by_passphrase, by_words
        from crypto.keyring.os_keyring import find_key_store

        if chosen.keyring:
            return by_keyring(folder, find_key_store)
        if typed is None:
            return None
        if chosen.words_fd is not None:
            return by_words(typed)
        return by_passphrase(folder, typed, find_key_store)

    return find_secret


def _typed(chosen: argparse.Namespace) -> str | None:
    # without a secret it isn't needed
    from app.command_line.passphrase import read_line, read_passphrase

    if chosen.words_fd is not None:
        return read_line(chosen.words_fd, "words")
    if chosen.ask or chosen.passphrase_fd is not None:
        return read_passphrase(chosen.passphrase_fd, "Passphrase")
    return None
