"""Where a command gets a passphrase from: a prompt, or a file descriptor; never argv, never env."""

import getpass
import sys
from io import BufferedReader, FileIO

LONGEST = 4096  # bytes; more is not a passphrase


class PassphraseUnreadable(Exception):
    """There is no passphrase to be had; says why in a sentence."""


def read_passphrase(descriptor: int | None, prompt: str, *, twice: bool = False) -> str:
    """The first line of `descriptor`, in UTF-8, else what is typed at the terminal.

    `twice` asks again at the terminal, for a passphrase that is new. Raises PassphraseUnreadable.
    """
    if descriptor is not None:
        return _line(descriptor)
    if not sys.stdin.isatty():
        raise PassphraseUnreadable(
            "There is no terminal to ask for a passphrase; pass one by --passphrase-fd."
        )
    try:
        typed = getpass.getpass(f"{prompt}: ")
        if twice and getpass.getpass("Once more: ") != typed:
            raise PassphraseUnreadable("The two differ.")
    except (EOFError, KeyboardInterrupt):
        raise PassphraseUnreadable("No passphrase was given.") from None
    return typed


def _line(descriptor: int) -> str:
    try:
        with FileIO(descriptor) as raw, BufferedReader(raw) as file:
            line = file.readline(LONGEST + 1)
    except (OSError, TypeError, ValueError):  # the latter two: no descriptor can be so
        raise PassphraseUnreadable(f"Nothing can be read from descriptor {descriptor}.") from None
    line = line.removesuffix(b"\n")
    if not line or len(line) > LONGEST:
        raise PassphraseUnreadable(f"Descriptor {descriptor} gives no passphrase.")
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        raise PassphraseUnreadable("The passphrase isn't text in UTF-8.") from None
