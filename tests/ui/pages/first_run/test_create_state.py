"""What the first step shows, and why a vault can't be created yet."""

from dataclasses import replace
from pathlib import Path

import pytest

from app.vault_place.new_vault import PlaceLook
from crypto.errors import VaultNameNotUsable
from crypto.slots.passphrase_rules import Strength
from ui.pages.first_run import create_words as words
from ui.pages.first_run.create_state import Facts, derive
from ui.ways_in.choice import Choice, Repeat

COMPLETE = Facts(
    Path("/documents/Underrose"),
    name="Whitlock Coaching",
    look=PlaceLook(None, taken=False),
    choice=Choice(
        store_name="GNOME Keyring",
        strength=Strength(score=4, long_enough=True, usable=True),
        repeat=Repeat.SAME,
    ),
)


def test_a_complete_form_can_be_created() -> None:
    assert derive(COMPLETE).can_create


@pytest.mark.parametrize(
    ("missing", "said"),
    [
        (replace(COMPLETE, name="  "), "Give the vault a name first."),
        (replace(COMPLETE, look=None), "Choose a place for it first."),
        (replace(COMPLETE, look=PlaceLook(None, taken=True)), "Choose a place for it first."),
        (replace(COMPLETE, choice=Choice()), "Still looking for this computer’s password store."),
    ],
)
def test_what_is_missing_is_named(missing: Facts, said: str) -> None:
    state = derive(missing)

    assert not state.can_create
    assert words.why_not(state) == said


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


def test_a_name_that_is_refused_is_told_at_the_name() -> None:
    state = derive(replace(COMPLETE, error=VaultNameNotUsable()))

    assert words.name_error(state).startswith("The vault can’t have that name.")
    assert words.trouble(state) == ""
