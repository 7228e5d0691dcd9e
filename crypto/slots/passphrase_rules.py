"""What a passphrase is: how it becomes bytes, and which ones a new slot may have."""

import unicodedata
from dataclasses import dataclass

from crypto.errors import PassphraseNotUsable, PassphraseWrong

SHORTEST = 12  # characters, after normalisation
_ESTIMATED = 72  # characters that the estimate looks at; it refuses to look at more
_UNASSIGNED = {"Cn", "Cs"}  # a later Unicode may normalise them otherwise; surrogates aren't text


@dataclass(frozen=True)
class Strength:
    """How good a passphrase is: an estimate from 0 (guessed at once) to 4, and what is required."""

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
    # 60 ms to import, and needed only while somebody chooses a passphrase.
    from zxcvbn import zxcvbn

    text = normalised(passphrase)[:_ESTIMATED]
    score: int = zxcvbn(text)["score"] if text else 0
    long_enough = _long_enough(passphrase)
    return Strength(score, long_enough, long_enough and _assigned(passphrase))


def _long_enough(passphrase: str) -> bool:
    return len(normalised(passphrase)) >= SHORTEST


def _assigned(passphrase: str) -> bool:
    return not any(unicodedata.category(character) in _UNASSIGNED for character in passphrase)
