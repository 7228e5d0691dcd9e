"""A new vault gets a folder of its own, in a place that was looked at."""

from pathlib import Path

import pytest

from app.vault_place.new_vault import folder_for, look_at_place, usual_parent


@pytest.mark.parametrize(
    ("name", "folder"),
    [
        ("Whitlock Coaching", "Whitlock Coaching.vault"),
        ("Ünder the rose", "Ünder the rose.vault"),
        ("A/B: coaching?", "A-B- coaching-.vault"),
        ("../../etc", "-..-etc.vault"),
        ("tab\there\x00", "tab-here-.vault"),
        ("  ", "Practice.vault"),
        ("...", "Practice.vault"),
    ],
)
def test_a_name_becomes_a_folder_that_every_file_system_takes(name: str, folder: str) -> None:
    assert folder_for(name, Path("/vaults")) == Path("/vaults") / folder


def test_a_long_name_becomes_a_folder_that_still_fits(tmp_path: Path) -> None:
    folder = folder_for("ق" * 500, tmp_path)

    folder.mkdir()

    assert folder.is_dir()


def test_vaults_usually_lie_among_the_documents() -> None:
    assert usual_parent().name == "Underrose"


def test_a_look_tells_whether_something_is_there_and_who_copies_it(tmp_path: Path) -> None:
    free = look_at_place(tmp_path / "Practice.vault")
    copied = look_at_place(tmp_path / "Dropbox" / "Practice.vault")
    (tmp_path / "Practice.vault").mkdir()
    taken = look_at_place(tmp_path / "Practice.vault")

    assert (free.sync_service, free.taken) == (None, False)
    assert copied.sync_service == "Dropbox"
    assert taken.taken
