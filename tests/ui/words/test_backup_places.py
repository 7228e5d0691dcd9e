"""A stick, a drive and a folder are called what they are."""

import pytest

from app.workflows.backup.places import Place
from ui.words.backup_places import named_place, place_name, the_place, to_place

STICK = Place("/media/hanna/Whitlock", "Whitlock", "/media/hanna/Whitlock", stick=True)
DRIVE = Place("/mnt/office/backups", "office", "/mnt/office")
FOLDER = Place("/srv/hanna/Backups", "Backups")


@pytest.mark.parametrize(
    ("place", "name", "to", "short"),
    [
        (STICK, "USB stick “Whitlock”", "To the USB stick “Whitlock”", "the stick"),
        (DRIVE, "Drive “office”", "To the drive “office”", "the drive"),
        (FOLDER, "Folder “Backups”", "To the folder “Backups”", "the folder"),
    ],
)
def test_a_place_is_called_what_it_is(place: Place, name: str, to: str, short: str) -> None:
    assert (place_name(place), to_place(place), the_place(place)) == (name, to, short)
    assert to == f"To {named_place(place)}"
