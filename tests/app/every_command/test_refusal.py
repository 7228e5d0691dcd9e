"""One table for every verb, before which a verb's own words go."""

import pytest

from app.backup_commands import refusals
from app.check import command
from app.every_command import refusal
from app.every_command.refusal import Told, told
from app.process.exit_codes import ExitCode
from crypto.errors import (
    KeyringLocked,
    RecoveryChecksum,
    RecoveryWordUnknown,
    VaultInUse,
    WrongSecret,
)

OWN: dict[type[Exception], Told] = {
    WrongSecret: ("No.", ExitCode.WRONG_SECRET),
    RecoveryWordUnknown: ("Not word {position}.", ExitCode.USAGE),
}


@pytest.mark.parametrize(
    ("error", "sentence", "code"),
    [
        (VaultInUse(), "The vault is open; lock it first.", 11),
        (
            KeyringLocked(),
            "This computer's password store doesn't give its part of the key.",
            12,
        ),
        (WrongSecret(), "No.", 12),
        (RecoveryWordUnknown(7, None), "Not word 7.", 2),
        (
            RecoveryChecksum(23),
            "Of 24 words 23 came; they are not all right, or not in this order.",
            12,
        ),
        (ValueError("Amara Osei"), "It wasn't done.", 1),
    ],
)
def test_the_nearest_class_says_what_happened(error: Exception, sentence: str, code: int) -> None:
    assert told(error, OWN, "It wasn't done.") == (sentence, code)


def test_a_verbs_own_words_go_first() -> None:
    own: dict[type[Exception], Told] = {VaultInUse: ("Busy.", ExitCode.FAILURE)}
    assert told(VaultInUse(), own, "It wasn't done.") == ("Busy.", 1)


@pytest.mark.parametrize("own", [refusals._OWN, command._OWN])
def test_no_verb_says_again_what_all_of_them_say(own: dict[type[Exception], object]) -> None:
    assert not own.items() & refusal._IN_EVERY_VERB.items()
