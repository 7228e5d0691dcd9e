import pytest

from crypto.errors import PassphraseNotUsable, PassphraseWrong
from crypto.slots.passphrase_rules import (
    Strength,
    normalised,
    passphrase_bytes,
    refuse_unusable,
    strength,
)


def test_one_passphrase_is_one_however_its_letters_are_composed() -> None:
    assert passphrase_bytes("Zoe\u0308 und der Bär") == passphrase_bytes("Zoë und der Ba\u0308r")
    assert normalised("ﬁve ﬁnger ﬁsh") == "five finger fish"


def test_spaces_at_the_ends_are_part_of_it() -> None:
    assert passphrase_bytes(" abc ") == b" abc "


def test_twelve_characters_are_enough() -> None:
    refuse_unusable("abcdefghijkl")


@pytest.mark.parametrize(
    "passphrase",
    ["", "abcdefghijk", "e\u0301" * 11, "unassigned \u0378 here", "a surrogate \ud800 here"],
)
def test_a_short_or_unassigned_one_is_refused(passphrase: str) -> None:
    with pytest.raises(PassphraseNotUsable):
        refuse_unusable(passphrase)
    assert not strength(passphrase).usable


def test_what_is_no_text_opens_nothing() -> None:
    with pytest.raises(PassphraseWrong):
        passphrase_bytes("\ud800")


def test_strength_tells_a_guess_from_a_good_one() -> None:
    assert strength("password1234") == Strength(score=1, long_enough=True, usable=True)
    assert strength("otter lantern vivid quarry") == Strength(3, long_enough=True, usable=True)
    assert strength("otter") == Strength(1, long_enough=False, usable=False)
    assert strength("") == Strength(0, long_enough=False, usable=False)


@pytest.mark.parametrize(
    ("passphrase", "score"),
    [
        ("marble otter", 2),
        ("marble otter lantern", 2),
        ("Bundesverfassungsgericht", 2),
        ("the cat sat on the mat", 2),
        ("aaaa bbbb cccc dddd", 2),
        ("correct horse battery staple", 3),
        ("marble otter lantern quarry", 3),
        ("marble-otter-lantern-quarry", 3),
        ("marbleotterlanternquarry", 3),
        ("orbit cactus lantern piano velvet", 4),
        ("x7Gq!pL2zR9wKw4t", 4),
    ],
)
def test_hard_to_guess_is_what_outlasts_years_of_many_cards(passphrase: str, score: int) -> None:
    assert strength(passphrase).score == score


@pytest.mark.parametrize("passphrase", ["marble otter", "Summer2024!!", "dkfjghdkfjgh"])
def test_what_zxcvbn_lets_pass_passes(passphrase: str) -> None:
    assert strength(passphrase).score >= 2


def test_strength_takes_a_very_long_one() -> None:
    assert strength("otter lantern vivid quarry " * 100).score == 4
