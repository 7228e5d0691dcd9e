"""Every error has its words, and none shows its own text."""

import inspect
from datetime import date
from types import ModuleType

import pytest

from app.core import errors as app_errors
from crypto import errors as crypto_errors
from ui.messages import At, Message, message_for
from ui.messages.on_the_way import ON_THE_WAY
from ui.messages.table import UNFORESEEN, WORDS


def declared(module: ModuleType) -> list[type[Exception]]:
    return [
        kind
        for _, kind in inspect.getmembers(module, inspect.isclass)
        if issubclass(kind, Exception) and kind.__module__ == module.__name__
    ]


LEAVES = [
    kind for kind in (*declared(app_errors), *declared(crypto_errors)) if not kind.__subclasses__()
]
MISTAKES_IN_THE_APP = {crypto_errors.ConstraintRefused, crypto_errors.StatementRefused}


@pytest.mark.parametrize("kind", LEAVES, ids=lambda kind: kind.__name__)
def test_every_error_that_is_raised_has_words_of_its_own(kind: type[Exception]) -> None:
    assert kind in WORDS or kind in MISTAKES_IN_THE_APP


def test_an_error_that_nobody_foresaw_shows_a_general_sentence_without_its_text() -> None:
    message = message_for(ValueError("Amara Osei"))
    assert message.sentence == UNFORESEEN.sentence
    assert "Amara" not in message.text


def test_facts_of_an_error_stand_in_its_sentence() -> None:
    wrong_kit = crypto_errors.RecoveryWrong(kit_number=3, kit_made_on=date(2026, 11, 23))
    assert "kit 3, 23 Nov 2026" in message_for(wrong_kit).sentence
    changed = crypto_errors.KeyringBackendChanged(was="Keychain", now="KDE Wallet")
    assert "it was Keychain, and is KDE Wallet now" in message_for(changed).sentence
    assert message_for(app_errors.MonthHasFewerDays(11, 30)).sentence == "November has 30 days."


def test_the_password_store_is_called_by_its_own_name_where_it_is_known() -> None:
    locked = crypto_errors.KeyringLocked()
    assert message_for(locked, "GNOME Keyring").sentence == "GNOME Keyring is locked."
    assert message_for(locked).sentence == "Your password store is locked."


def test_entries_are_counted_as_people_write_them() -> None:
    older = crypto_errors.VaultRolledBack(1482, 1410)
    assert "(entry 1,482, now 1,410)" in message_for(older).sentence


def test_before_there_is_a_vault_no_way_out_leads_to_a_kit() -> None:
    store_errors = crypto_errors.KeyringError.__subclasses__()
    changed = crypto_errors.KeyringBackendChanged
    for kind in (each for each in store_errors if each is not changed):
        assert "Kit" not in message_for(kind(), at=At.CREATING).text, kind
        assert "passphrase" in message_for(kind(), at=At.CREATING).text, kind


def test_only_what_is_saved_by_itself_is_said_to_be_tried_again() -> None:
    full = message_for(crypto_errors.SaveNotDurable())
    assert full.text == (
        "Not saved: the disk is full. Your text is still here. Free some space, then try again."
    )


def test_a_stick_that_was_taken_out_is_told_and_a_folder_is_not_called_a_stick() -> None:
    taken_out = message_for(crypto_errors.BackupInterrupted())
    assert taken_out.text == "The USB stick was taken out. The backup isn’t finished."
    differs = message_for(crypto_errors.BackupUnverified())
    assert differs.text == (
        "The copy on the stick differs from the vault, so it was deleted. Try another stick."
    )
    for error in (
        crypto_errors.BackupInterrupted(),
        crypto_errors.BackupUnverified(),
        crypto_errors.BackupNoRoom(here=False),
        crypto_errors.BackupTooLarge(),
        crypto_errors.BackupPlaceReadOnly(),
        crypto_errors.BackupNameTaken(),
        crypto_errors.BackupRootMissing(),
    ):
        told = message_for(error, at=At.BACKING_UP_TO_FOLDER).text.lower()
        assert "stick" not in told, error


def test_where_there_is_no_room_is_told() -> None:
    here, there = (message_for(crypto_errors.BackupNoRoom(here)).sentence for here in (True, False))
    assert "on this computer" in here
    assert "stick" in there


def test_a_backup_that_is_brought_back_names_its_kit_and_its_vault() -> None:
    wrong_kit = crypto_errors.RecoveryWrong(kit_number=2, kit_made_on=date(2026, 3, 12))
    told = message_for(wrong_kit, at=At.RESTORING).sentence
    assert "this backup: kit 2, 12 Mar 2026" in told
    other = message_for(crypto_errors.BackupOfAnotherVault("Whitlock Coaching"))
    assert "another vault, “Whitlock Coaching”" in other.sentence


@pytest.mark.parametrize("kind", list(WORDS), ids=lambda kind: kind.__name__)
def test_words_are_plain_sentences(kind: type[Exception]) -> None:
    assert_plain(WORDS[kind])


@pytest.mark.parametrize("place", list(ON_THE_WAY), ids=lambda place: f"{place[1].__name__}")
def test_so_are_those_on_the_way(place: tuple[At, type[BaseException]]) -> None:
    assert_plain(ON_THE_WAY[place])


def assert_plain(message: Message) -> None:
    for words in filter(None, (message.sentence, message.way_out)):
        assert words.endswith(".")
        assert "!" not in words
