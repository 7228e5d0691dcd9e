"""The sentences of saving what can be read, without widgets."""

from dataclasses import replace
from pathlib import Path

import pytest

from app.vault_place.new_vault import PlaceLook
from app.workflows.salvage.report import Salvaged, Stage, Step
from crypto.errors import BackupInterrupted, SaveNotDurable, VaultDamaged
from ui.pages.salvage import words
from ui.pages.salvage.state import Facts, View, derive, name_for

FORM = Facts(View.FORM, Path("/vaults/Old.vault"), Path("/vaults"), "New")


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
    assert name_for("Old (saved)", tmp_path, "(saved)") == "Old (saved) 2"
