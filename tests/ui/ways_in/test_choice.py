"""How a vault is to open: what is missing, and what is said about it."""

from dataclasses import replace

import pytest

from crypto.errors import KeyringInsecure, KeyringMissing
from crypto.slots.passphrase_rules import Strength
from ui.ways_in import opening_words as words
from ui.ways_in.choice import Choice, Lacks, Repeat, compare
from ui.ways_in.way_choice import WayChoice

COMPLETE = Choice(
    store_name="GNOME Keyring",
    strength=Strength(score=4, long_enough=True, usable=True),
    repeat=Repeat.SAME,
)


@pytest.mark.parametrize(
    ("missing", "lacks"),
    [
        (replace(COMPLETE, store_name=""), Lacks.STORE),
        (replace(COMPLETE, strength=None), Lacks.PASSPHRASE),
        (replace(COMPLETE, judging=True), Lacks.PASSPHRASE),
        (replace(COMPLETE, strength=Strength(3, False, False)), Lacks.LENGTH),
        (replace(COMPLETE, strength=Strength(1, True, True)), Lacks.STRENGTH),
        (replace(COMPLETE, repeat=Repeat.ON_THE_WAY), Lacks.REPEAT),
    ],
)
def test_what_is_missing_is_named(missing: Choice, lacks: Lacks) -> None:
    assert missing.lacks is lacks
    assert words.why_not(missing)


def test_when_nothing_is_missing_nothing_is_said() -> None:
    assert COMPLETE.lacks is Lacks.NOTHING
    assert words.why_not(COMPLETE) == ""


def test_the_keyring_alone_needs_no_passphrase() -> None:
    assert Choice(WayChoice.KEYRING, store_name="GNOME Keyring").lacks is Lacks.NOTHING


def test_a_passphrase_alone_needs_no_keyring() -> None:
    alone = replace(COMPLETE, opening=WayChoice.PASSPHRASE, store_name="")

    assert alone.lacks is Lacks.NOTHING


@pytest.mark.parametrize("error", [KeyringMissing(), KeyringInsecure()])
def test_a_missing_keyring_is_explained(error: Exception) -> None:
    choice = replace(COMPLETE, store_error=error, opening=WayChoice.PASSPHRASE)

    assert words.store_missing(choice).endswith("So your vault will open with a passphrase.")


@pytest.mark.parametrize(
    ("strength", "bars", "said"),
    [
        (None, 0, "Four or more unrelated words work well."),
        (Strength(3, False, False), 1, "At least 12 characters."),
        (Strength(1, True, True), 1, "Easy to guess."),
        (
            Strength(2, True, True),
            2,
            "Can be guessed in time. Four or more unrelated words work well.",
        ),
        (Strength(3, True, True), 3, "Hard to guess. Four or more unrelated words work well."),
        (Strength(4, True, True), 4, "Very hard to guess."),
    ],
)
def test_strength_is_shown_and_said(strength: Strength | None, bars: int, said: str) -> None:
    shown, sentence = words.strength(replace(COMPLETE, strength=strength))

    assert shown == bars
    assert sentence.startswith(said)


def test_the_second_typing_is_on_its_way_until_it_leaves_the_first() -> None:
    assert compare("saddle", "") is Repeat.ON_THE_WAY
    assert compare("saddle", "sad") is Repeat.ON_THE_WAY
    assert compare("saddle", "saddle") is Repeat.SAME
    assert compare("saddle", "sadle") is Repeat.DIFFERENT
    assert compare("", "") is Repeat.ON_THE_WAY
