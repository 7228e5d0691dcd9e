"""What the first step shows, and why a vault can't be created yet."""

from dataclasses import replace
from pathlib import Path

import pytest

from app.vault_place.new_vault import PlaceLook
from crypto.errors import KeyringInsecure, KeyringMissing, VaultNameNotUsable
from crypto.slots.passphrase_rules import Strength
from ui.pages.first_run import create_words as words
from ui.pages.first_run.create_state import Facts, Lacks, Repeat, compare, derive
from ui.pages.first_run.kit import Opening

GOOD = Strength(score=4, long_enough=True, usable=True)
COMPLETE = Facts(
    Path("/documents/Underrose"),
    name="Whitlock Coaching",
    look=PlaceLook(None, taken=False),
    store_name="GNOME Keyring",
    strength=GOOD,
    repeat=Repeat.SAME,
)


def test_a_complete_form_can_be_created() -> None:
    assert derive(COMPLETE).can_create


@pytest.mark.parametrize(
    ("missing", "lacks"),
    [
        (replace(COMPLETE, name="  "), Lacks.NAME),
        (replace(COMPLETE, look=None), Lacks.PLACE),
        (replace(COMPLETE, look=PlaceLook(None, taken=True)), Lacks.PLACE),
        (replace(COMPLETE, store_name=""), Lacks.STORE),
        (replace(COMPLETE, strength=None), Lacks.PASSPHRASE),
        (replace(COMPLETE, judging=True), Lacks.PASSPHRASE),
        (replace(COMPLETE, strength=Strength(3, False, False)), Lacks.LENGTH),
        (replace(COMPLETE, strength=Strength(1, True, True)), Lacks.STRENGTH),
        (replace(COMPLETE, repeat=Repeat.ON_THE_WAY), Lacks.REPEAT),
    ],
)
def test_what_is_missing_is_named(missing: Facts, lacks: Lacks) -> None:
    state = derive(missing)

    assert state.lacks is lacks
    assert not state.can_create
    assert words.why_not(state)


def test_the_keyring_alone_needs_no_passphrase() -> None:
    alone = replace(COMPLETE, opening=Opening.KEYRING, strength=None, repeat=Repeat.ON_THE_WAY)

    assert derive(alone).can_create


def test_a_passphrase_alone_needs_no_keyring() -> None:
    assert derive(replace(COMPLETE, opening=Opening.PASSPHRASE, store_name="")).can_create


def test_nothing_can_be_pressed_twice() -> None:
    assert not derive(replace(COMPLETE, creating=True)).can_create


def test_a_synced_folder_is_a_warning_and_not_a_wall() -> None:
    state = derive(replace(COMPLETE, look=PlaceLook("Dropbox", taken=False)))

    assert state.can_create
    sentence, tone, _ = words.place_hint(state)
    assert sentence.startswith("This folder is copied by Dropbox; two copies may conflict.")
    assert tone == "ochre"


def test_without_a_name_the_place_is_the_folder_for_vaults() -> None:
    state = derive(replace(COMPLETE, name="", look=None))

    assert state.folder == Path("/documents/Underrose")


@pytest.mark.parametrize("error", [KeyringMissing(), KeyringInsecure()])
def test_a_missing_keyring_is_explained(error: Exception) -> None:
    state = derive(replace(COMPLETE, store_error=error, opening=Opening.PASSPHRASE))

    assert words.store_missing(state).endswith("So your vault will open with a passphrase.")


def test_a_name_that_is_refused_is_told_at_the_name() -> None:
    state = derive(replace(COMPLETE, error=VaultNameNotUsable()))

    assert words.name_error(state).startswith("The vault can’t have that name.")
    assert words.trouble(state) == ""


@pytest.mark.parametrize(
    ("strength", "bars", "said"),
    [
        (None, 0, "Four or more unrelated words work well."),
        (Strength(3, False, False), 1, "At least 12 characters."),
        (Strength(1, True, True), 1, "Easy to guess."),
        (Strength(3, True, True), 3, "Hard to guess. Four or more unrelated words work well."),
        (Strength(4, True, True), 4, "Very hard to guess."),
    ],
)
def test_strength_is_shown_and_said(strength: Strength | None, bars: int, said: str) -> None:
    shown, sentence = words.strength(derive(replace(COMPLETE, strength=strength)))

    assert shown == bars
    assert sentence.startswith(said)


def test_the_second_typing_is_on_its_way_until_it_leaves_the_first() -> None:
    assert compare("saddle", "") is Repeat.ON_THE_WAY
    assert compare("saddle", "sad") is Repeat.ON_THE_WAY
    assert compare("saddle", "saddle") is Repeat.SAME
    assert compare("saddle", "sadle") is Repeat.DIFFERENT
    assert compare("", "") is Repeat.ON_THE_WAY
