"""What the lock screen shows follows from what it was told."""

from dataclasses import replace
from pathlib import Path

import pytest

from crypto import errors
from ui.pages.unlock import words
from ui.pages.unlock.face import Face
from ui.pages.unlock.state import Facts, Main, Place, View, derive
from ui.ways_in.way_choice import WayChoice

FOLDER = Path("/vaults/Whitlock Coaching.vault")
BOTH = Facts(folder=FOLDER, face=Face("Whitlock", WayChoice.BOTH), store_name="GNOME Keyring")
KEYRING = replace(BOTH, face=Face("Whitlock", WayChoice.KEYRING))


def test_until_the_header_is_read_the_folder_lends_its_name() -> None:
    state = derive(Facts(folder=FOLDER))

    assert (state.view, state.name) == (View.LOOKING, "Whitlock Coaching")


def test_a_passphrase_has_to_be_typed_before_it_can_be_tried() -> None:
    assert not derive(BOTH).main_enabled
    assert derive(replace(BOTH, typed=True)).main_enabled
    assert derive(KEYRING).main_enabled


def test_nothing_can_be_pressed_while_the_vault_opens_or_the_wait_runs() -> None:
    assert not derive(replace(KEYRING, busy=True)).main_enabled
    assert not derive(replace(BOTH, typed=True, seconds_left=4)).main_enabled


@pytest.mark.parametrize(
    ("error", "main"),
    [
        (None, Main.UNLOCK),
        (errors.PassphraseWrong(), Main.UNLOCK),
        (errors.KeyringLocked(), Main.TRY_AGAIN),
        (errors.KeyringPromptDismissed(), Main.TRY_AGAIN),
        (errors.KeyringMissing(), Main.TRY_AGAIN),
        (errors.KeyringTimeout(), Main.KEEP_WAITING),
        (errors.KeyringItemGone(), Main.RECOVER),
        (errors.KeyringBackendChanged("KDE Wallet", "GNOME Keyring"), Main.RECOVER),
        (errors.KeyringInsecure(), Main.RECOVER),
        (errors.VaultInUse(), Main.TRY_AGAIN),
        (errors.VaultReadOnly(), Main.READ_ONLY),
        (errors.VaultDamaged(), Main.READ_ONLY),
        (errors.SaveNotDurable(), Main.READ_ONLY),
        (errors.HeaderVaultMismatch(), Main.ANOTHER),
        (errors.VaultTooNew(), Main.ANOTHER),
        (errors.HeaderTampered(), Main.TRY_AGAIN),
        (errors.HeaderDamaged(), Main.TRY_AGAIN),
    ],
)
def test_each_trouble_has_its_way_out_on_the_main_button(
    error: Exception | None, main: Main
) -> None:
    assert derive(replace(KEYRING, error=error)).main is main


def test_a_passphrase_is_not_asked_for_where_only_the_kit_helps() -> None:
    assert not derive(replace(BOTH, error=errors.KeyringItemGone())).asks_passphrase


def test_a_vault_that_is_not_there_is_said_once_and_with_its_place() -> None:
    state = derive(Facts(folder=FOLDER, face_error=errors.VaultMissing()))

    assert state.view is View.MISSING
    assert words.subtitle(state) == "The vault isn’t where it was."
    assert str(FOLDER) in words.remark(state)
    assert words.trouble(state) == ""


def test_a_header_that_can_not_be_used_says_why() -> None:
    state = derive(Facts(folder=FOLDER, face_error=errors.VaultTooNew()))

    assert state.view is View.BROKEN
    assert words.trouble(state).startswith("This vault was made by a newer version")


def test_a_wrong_passphrase_says_when_to_try_again() -> None:
    wrong = replace(BOTH, error=errors.PassphraseWrong())

    assert words.trouble(derive(replace(wrong, seconds_left=4))) == (
        "That passphrase didn’t open the vault. Check Caps Lock. You can try again in 4 seconds."
    )
    assert words.trouble(derive(replace(wrong, seconds_left=1))).endswith("in a second.")


def test_a_store_that_may_be_asking_is_waited_for_by_name() -> None:
    opening = replace(KEYRING, busy=True)

    assert words.main_button(derive(opening)) == "Opening the vault"
    asking = replace(opening, asking=True)
    assert words.main_button(derive(asking)) == "Waiting for GNOME Keyring"


def test_the_store_is_called_by_its_own_name() -> None:
    state = derive(KEYRING)

    assert words.main_button(state) == "Unlock with GNOME Keyring"
    assert words.remark(state) == "GNOME Keyring may ask for your login password."
    locked = derive(replace(KEYRING, error=errors.KeyringLocked()))
    assert words.trouble(locked) == "GNOME Keyring is locked. Unlock it, then try again."


def test_what_could_not_be_read_either_is_not_tried_again() -> None:
    tried = derive(replace(KEYRING, for_reading=True, error=errors.VaultDamaged()))

    assert tried.main is Main.SALVAGE
    assert "It can’t be opened for reading either." in words.trouble(tried)


def test_damage_offers_to_save_what_can_be_read_before_reading_was_tried() -> None:
    found = derive(replace(KEYRING, error=errors.VaultDamaged()))
    assert (found.main, found.may_salvage) == (Main.READ_ONLY, True)
    assert "Restore a backup, or save what can be read." in words.trouble(found)
    tried = derive(replace(KEYRING, for_reading=True, error=errors.VaultDamaged()))
    assert not tried.may_salvage  # the main button does
    assert "Restore a backup, or save what can be read." in words.trouble(tried)


def test_after_a_lock_for_saving_it_says_what_comes_next() -> None:
    state = derive(replace(KEYRING, saves_next=True))
    said = "Unlock it to go on: what can be read is then saved into a new vault."
    assert words.remark(state) == said
    assert words.remark(derive(KEYRING)) != said


def test_a_folder_that_takes_no_writes_offers_reading_and_moving_at_once() -> None:
    state = derive(
        replace(BOTH, face=replace(BOTH.face or Face("", WayChoice.BOTH), writable=False))
    )

    assert (state.main, state.can_move) == (Main.READ_ONLY, True)
    assert words.main_button(state) == "Open for reading only"
    told, tone, _ = words.advice(state)
    assert told == "The folder can’t be written to. Open it for reading only, or move it."
    assert tone == "ochre"


def test_a_wrong_passphrase_does_not_make_it_forget_that_it_is_for_reading() -> None:
    wrong = replace(BOTH, for_reading=True, error=errors.PassphraseWrong())
    assert derive(wrong).main is Main.READ_ONLY


def test_a_folder_that_a_service_copies_is_told_with_a_way_out() -> None:
    state = derive(replace(BOTH, place=Place(sync_service="Dropbox")))

    assert state.can_move
    assert words.advice(state)[0] == (
        "This folder is copied by Dropbox; two copies may conflict. Move it."
    )


def test_a_moved_vault_says_so_and_what_remains_of_the_old_one() -> None:
    moved = replace(BOTH, place=Place(moved_from=Path("/stick/Old.vault")))
    assert words.advice(derive(moved))[0] == f"Moved here: {FOLDER}"
    remains = replace(BOTH, place=Place(moved_from=Path("/stick/Old.vault"), old_remains=True))
    assert words.advice(derive(remains))[0].endswith("don’t use it any more: /stick/Old.vault")


def test_a_passphrase_of_its_own_can_be_used_where_the_store_fails() -> None:
    face = Face("Whitlock", WayChoice.KEYRING, has_passphrase=True)
    state = derive(replace(KEYRING, face=face, error=errors.KeyringMissing()))
    assert words.other_form(state) == "Use the passphrase alone"
    other = derive(replace(KEYRING, face=face, form=WayChoice.PASSPHRASE))
    assert other.asks_passphrase
    assert words.other_form(other) == "Use GNOME Keyring"


def test_a_newer_vault_says_which_version_this_is() -> None:
    state = derive(Facts(folder=FOLDER, face_error=errors.VaultTooNew()))
    assert words.main_button(state) == "Open another vault"
    assert words.remark(state).startswith("This is Underrose ")


def test_a_vault_that_only_its_kit_opens_asks_for_that() -> None:
    face = Face("Whitlock", WayChoice.PASSPHRASE, only_kit=True)
    state = derive(Facts(folder=FOLDER, face=face))

    assert (state.main, state.asks_passphrase) == (Main.RECOVER, False)
    assert words.remark(state) == "So far only its Recovery Kit opens it."
