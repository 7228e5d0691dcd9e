"""What an ended command tells whoever called it."""

from enum import IntEnum


class ExitCode(IntEnum):
    """The exit codes of every `underrose` command."""

    OK = 0
    FAILURE = 1
    USAGE = 2
    NOT_FOUND = 10
    IN_USE = 11
    WRONG_SECRET = 12
    VERIFICATION_FAILED = 13
