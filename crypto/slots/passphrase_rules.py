"""What a passphrase is: how it becomes bytes, and which ones a new slot may have."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from math import prod
from typing import Any

from crypto.errors import PassphraseNotUsable, PassphraseWrong

SHORTEST = 12  # characters, after normalisation
_ESTIMATED = 72  # characters that the estimate looks at; it refuses to look at more
# A graphics card makes 1,667 guesses a second at Argon2id with 64 MiB, three passes and one lane
# (an RTX 4090: https://github.com/hashcat/hashcat/pull/4284). What bounds it is memory, of which a
# slot's 256 MiB take four times as much.
_A_SECOND = 400
_THREE_YEARS = 1e8  # seconds
_HARD = 25 * _A_SECOND * _THREE_YEARS  # for somebody who buys a rack of such cards: 1e12
_VERY_HARD = 25_000 * _A_SECOND * _THREE_YEARS  # for a whole data centre: 1e15
_OF_A_WORD = 1e6  # guesses: a word that zxcvbn doesn't know is in some dictionary, however long
_UNASSIGNED = {"Cn", "Cs"}  # a later Unicode may normalise them otherwise; surrogates aren't text


@dataclass(frozen=True)
class Strength:
    """How good a passphrase is: an estimate from 0 (guessed at once) to 4, and what is required.

    It is for a copy that somebody may guess at for as long as they like. With 3, the passphrase
    outlasts three years of a rack of graphics cards, with 4 of a data centre full of them.
    """

    score: int
    long_enough: bool
    usable: bool


def normalised(passphrase: str) -> str:
    """NFKC, so that one passphrase is one whatever the keyboard sends. Spaces are kept."""
    return unicodedata.normalize("NFKC", passphrase)


def passphrase_bytes(passphrase: str) -> bytes:
    """What the derivation takes; raises PassphraseWrong for what is not Unicode text."""
    try:
        return normalised(passphrase).encode()
    except UnicodeEncodeError:
        raise PassphraseWrong from None


def refuse_unusable(passphrase: str) -> None:
    """Raises PassphraseNotUsable when no new slot may have it."""
    if not (_long_enough(passphrase) and _assigned(passphrase)):
        raise PassphraseNotUsable


def strength(passphrase: str) -> Strength:
    """The estimate and the rules for a new passphrase. Takes milliseconds, 60 the first time."""
    text = normalised(passphrase)[:_ESTIMATED]
    long_enough = _long_enough(passphrase)
    return Strength(_score(text), long_enough, long_enough and _assigned(passphrase))


def _score(text: str) -> int:
    """Below 2, less than a million guesses, as zxcvbn has it; above by what Argon2id costs."""
    # 60 ms to import, and needed only while somebody chooses a passphrase.
    from zxcvbn import zxcvbn

    if not text:
        return 0
    whole = zxcvbn(text)
    if whole["score"] < 2:
        return whole["score"]
    words = (zxcvbn(word) for word in re.findall(r"[^\s-]+", text))
    # zxcvbn adds for not knowing how many pieces there are, and what is between them; whoever
    # guesses at words knows that they are words, and that leaves two of them no longer hard.
    apart = prod(_guesses(piece) for word in words for piece in word["sequence"])
    guesses = min(apart, whole["guesses"])
    return 2 + (guesses >= _HARD) + (guesses >= _VERY_HARD)


def _guesses(piece: Mapping[str, Any]) -> float:
    token: str = piece["token"]
    is_word = piece["pattern"] == "bruteforce" and token.isalpha() and token[1:].islower()
    return min(float(piece["guesses"]), _OF_A_WORD) if is_word else float(piece["guesses"])


def _long_enough(passphrase: str) -> bool:
    return len(normalised(passphrase)) >= SHORTEST


def _assigned(passphrase: str) -> bool:
    return not any(unicodedata.category(character) in _UNASSIGNED for character in passphrase)
