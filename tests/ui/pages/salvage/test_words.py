"""The sentences of saving what can be read, without widgets."""

from dataclasses import replace
from pathlib import Path

import pytest

from app.vault_place.new_vault import PlaceLook
from app.workflows.salvage import tables
from app.workflows.salvage.report import Item, Salvaged, Stage, Step
from crypto.errors import BackupInterrupted, SaveNotDurable, VaultDamaged
from tests.support.fixed_clock import FixedClock
from ui.pages.salvage import words
from ui.pages.salvage.state import Facts, View, derive, name_for

FORM = Facts(View.FORM, Path("/vaults/Old.vault"), Path("/vaults"), "New")
AT = FixedClock().now()


def test_every_kind_has_a_word_of_its_own() -> None:
    families = [*(kind.family for kind in tables.KINDS), "draft"]
    for word in (words.kind, words.kinds):
        assert len({word(family) for family in families} - set(families)) == len(families)


def test_everything_is_told_with_whom_it_is_for() -> None:
    salvaged = Salvaged(
        {"client": 2, "session": 0, "session_note": 1200},
        unproven=(Item("client", "Amara Osei"),),
        lost=(Item("session_note", "Tomasz Brandt", AT), Item("practice"), Item("practice")),
        entries_lost=3,
    )
    told = words.listed(salvaged).splitlines()
    assert "Clients: 2" in told
    assert "Final notes: 1,200" in told
    assert not any(line.startswith("Sessions:") for line in told)
    assert "Client, Amara Osei" in told
    assert any(line.startswith("Final note, Tomasz Brandt, ") for line in told)
    assert "Lost (3)" in told
    assert "Practice details (2)" in told
    assert told[0] == "Came over"
    assert told[-3].startswith("3 entries of the list of changes can’t be read.")
    assert "a consent was withdrawn" in told[-3]
    assert told[-1].startswith("Backups that were made before stay where they are")


def test_a_consent_that_may_have_been_withdrawn_comes_before_all() -> None:
    lost = (Item("client", "Bela"), Item("consent_event", "Amara Osei", AT))
    told = words.listed(Salvaged({"client": 1}, (), lost)).splitlines()
    assert told[0].startswith("Look at consents first.")
    assert "may read as given" in told[0]
    assert told[1].startswith("Consent event, Amara Osei, ")
    assert told[2:4] == ["", "Came over"]
    assert "Lost (1)" in told
    assert "Client, Bela" in told


def test_a_vault_that_came_over_whole_says_so() -> None:
    whole = derive(replace(FORM, view=View.REPORT, salvaged=Salvaged({"client": 1}, (), ())))
    assert words.subtitle(whole) == "Everything came over, and every record was proven."


@pytest.mark.parametrize("stage", list(Stage))
def test_each_stage_has_its_words(stage: Stage) -> None:
    state = derive(replace(FORM, view=View.SAVING, step=Step(stage, 1, 2)))
    assert words.progress(state)
    assert words.progress(derive(replace(FORM, view=View.SAVING, stopping=True))) == "Stopping"


def test_what_is_missing_is_said_first() -> None:
    assert words.why_not(derive(replace(FORM, name=" "))) == "Give the new vault a name first."
    assert words.why_not(derive(FORM)) == "Choose a place for it first."
    taken = derive(replace(FORM, look=PlaceLook(None, taken=True)))
    assert "is there already" in words.place_error(taken)
    synced = derive(replace(FORM, look=PlaceLook("Dropbox", taken=False)))
    assert "Dropbox" in words.place_hint(synced)[0]


def test_where_nothing_can_be_read_a_backup_is_the_way_out() -> None:
    state = derive(replace(FORM, error=VaultDamaged()))
    assert words.trouble(state) == (
        "Nothing can be read in this vault. If you have a backup, restore that."
    )
    assert "disk is full" in words.trouble(derive(replace(FORM, error=SaveNotDurable())))


def test_a_backup_is_called_a_backup() -> None:
    backup = Path("/media/hanna/2026-10-22-4f5e6d7c.underrose-backup")
    facts = replace(FORM, is_backup=True, old_place=backup)
    told = [words.subtitle(derive(replace(facts, view=view))) for view in View]
    told += [words.old_place(derive(facts)), words.progress(derive(facts))]
    told += [words.trouble(derive(replace(facts, error=VaultDamaged())))]
    assert "Try another one." in told[-1]
    assert [each for each in told if "damaged vault" in each or "this vault" in each] == []
    assert words.old_place(derive(facts)) == f"The damaged backup stays where it is: {backup}"
    assert "backup was damaged" in words.stand_ins(is_backup=True).notice
    assert "vault was damaged" in words.stand_ins(is_backup=False).notice


def test_a_drive_that_was_taken_out_is_told() -> None:
    state = derive(replace(FORM, is_backup=True, error=BackupInterrupted()))
    assert "Put it back in" in words.trouble(state)


def test_a_name_is_found_that_is_free(tmp_path: Path) -> None:
    assert name_for("Old", tmp_path, "(saved)") == "Old (saved)"
    (tmp_path / "Old (saved).vault").mkdir()
    assert name_for("Old", tmp_path, "(saved)") == "Old (saved) 2"
