"""What is said after unlocking follows from how the vault stood."""

from datetime import UTC, date, datetime
from pathlib import Path

from app.core.clock import Moment
from ui.opened.how_it_opened import HowItOpened, Weight, remarks

TODAY = date(2026, 11, 18)
SAVED = Moment(datetime(2026, 11, 17, 9, 52, tzinfo=UTC), "Europe/Berlin")
USUAL = HowItOpened(
    needs_answer=False,
    damaged=False,
    takes_writes=True,
    folder_takes_writes=True,
    pin_known=False,
    pin_compared=True,
    in_a_store=True,
    is_new=False,
    header_was_damaged=False,
    seal_was_renewed=False,
    last_saved=SAVED,
    folder=Path("/vaults/Whitlock.vault"),
)


def said(opened: HowItOpened, sync_service: str | None = None) -> list[str]:
    return [remark.text for remark in remarks(opened, sync_service, TODAY)]


def test_nothing_is_said_of_a_vault_that_is_as_it_was_left() -> None:
    assert said(USUAL) == []


def test_without_anything_to_compare_with_the_last_save_is_told() -> None:
    (remark,) = remarks(USUAL._replace(pin_compared=False, in_a_store=False), None, TODAY)
    assert remark.text == "Last saved Tue 17 Nov at 10:52."
    assert remark.weight is Weight.PASSES


def test_a_store_that_could_not_be_asked_is_told_in_the_same_line() -> None:
    (text,) = said(USUAL._replace(pin_compared=False))
    assert text == (
        "Last saved Tue 17 Nov at 10:52. This computer has nothing to compare it with yet."
    )


def test_nothing_is_said_of_a_vault_that_was_just_made_or_has_a_new_key() -> None:
    assert said(USUAL._replace(pin_compared=False, is_new=True)) == []


def test_a_repaired_header_is_told_once() -> None:
    (remark,) = remarks(USUAL._replace(header_was_damaged=True), None, TODAY)
    assert remark.text.startswith("One of two key files was damaged; the other was used")
    assert (remark.weight, remark.fine) == (Weight.ONCE, True)


def test_a_seal_that_was_made_anew_after_a_check_is_told_once() -> None:
    (remark,) = remarks(USUAL._replace(seal_was_renewed=True), None, TODAY)
    assert remark.text.startswith("The seal didn’t match, so every entry and every record")
    assert (remark.weight, remark.fine) == (Weight.ONCE, True)


def test_reading_only_stays_said() -> None:
    chosen = remarks(USUAL._replace(takes_writes=False), None, TODAY)[0]
    assert chosen.weight is Weight.STAYS
    assert chosen.text == "Open for reading only: nothing you do here is saved."
    stick = USUAL._replace(takes_writes=False, folder_takes_writes=False)
    assert "move the vault to a folder of your own" in remarks(stick, None, TODAY)[0].text
    damaged = USUAL._replace(takes_writes=False, needs_answer=True, damaged=True)
    assert "part of this vault fails its check" in remarks(damaged, None, TODAY)[0].text
    held = remarks(USUAL._replace(takes_writes=False, needs_answer=True), None, TODAY)[0]
    assert "Lock and unlock it to say how to go on." in held.text


def test_a_header_that_could_not_be_repaired_is_not_called_right() -> None:
    texts = said(USUAL._replace(takes_writes=False, header_was_damaged=True))
    assert "One of two key files is damaged; the other was used." in texts


def test_a_known_older_state_and_a_synced_folder_are_told() -> None:
    texts = said(USUAL._replace(pin_known=True), "Dropbox")
    assert texts[0].startswith("This computer had a newer state of this vault in mind.")
    assert texts[1].startswith("This folder is copied by Dropbox; two copies may conflict.")
