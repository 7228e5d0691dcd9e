"""Where a command gets a secret from: a prompt, or a file descriptor; never argv, never env."""

import getpass
import sys
from io import BufferedReader, FileIO

LONGEST = 4096  # bytes; more is no passphrase, and no words


class SecretUnreadable(Exception):
    """There is no secret to be had; says why in a sentence."""


def read_passphrase(descriptor: int | None, prompt: str, *, twice: bool = False) -> str:
    """The first line of `descriptor`, in UTF-8, else what is typed at the terminal.

    `twice` asks again at the terminal, for a passphrase that is new. Raises SecretUnreadable.
    """
    if descriptor is not None:
        return read_line(descriptor, "passphrase")
    if not sys.stdin.isatty():
        raise SecretUnreadable(
            "There is no terminal to ask for a passphrase; pass one by --passphrase-fd."
        )
    try:
        typed = getpass.getpass(f"{prompt}: ")
        if twice and getpass.getpass("Once more: ") != typed:
            raise SecretUnreadable("The two differ.")
    except (EOFError, KeyboardInterrupt):
        raise SecretUnreadable("No passphrase was given.") from None
    return typed


def read_line(descriptor: int, what: str) -> str:
    """The first line of `descriptor`, in UTF-8; `what` it should be stands in a refusal.

    Raises SecretUnreadable.
    """
    try:
        with FileIO(descriptor) as raw, BufferedReader(raw) as file:
            line = file.readline(LONGEST + 1)
    except (OSError, TypeError, ValueError):  # the latter two: no descriptor can be so
        raise SecretUnreadable(f"Nothing can be read from descriptor {descriptor}.") from None
    line = line.removesuffix(b"\n")
    if not line or len(line) > LONGEST:
        raise SecretUnreadable(f"Descriptor {descriptor} gives no {what}.")
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        raise SecretUnreadable(f"What descriptor {descriptor} gives isn't text in UTF-8.") from None
