"""How a place for backups is called: a USB stick, another drive, a folder."""

from typing import Protocol

from ui.translation import translate


class NamedPlace(Protocol):
    """What is known of a place; `app/workflows/backup/places.py` has it."""

    @property
    def label(self) -> str:
        """The drive's name, or the folder's."""
        ...

    @property
    def stick(self) -> bool:
        """Whether it is made to be taken out."""
        ...

    @property
    def is_drive(self) -> bool:
        """Whether it may be taken out."""
        ...


def place_name(place: NamedPlace) -> str:
    """The place by itself: "USB stick “Whitlock”"."""
    if place.stick:
        return translate("BackupPlaces", "USB stick “{label}”").format(label=place.label)
    if place.is_drive:
        return translate("BackupPlaces", "Drive “{label}”").format(label=place.label)
    return translate("BackupPlaces", "Folder “{label}”").format(label=place.label)


def named_place(place: NamedPlace) -> str:
    """The place inside a sentence: "the USB stick “Whitlock”"."""
    if place.stick:
        return translate("BackupPlaces", "the USB stick “{label}”").format(label=place.label)
    if place.is_drive:
        return translate("BackupPlaces", "the drive “{label}”").format(label=place.label)
    return translate("BackupPlaces", "the folder “{label}”").format(label=place.label)


def to_place(place: NamedPlace) -> str:
    """Where something goes: "To the USB stick “Whitlock”"."""
    return translate("BackupPlaces", "To {place}").format(place=named_place(place))


def the_place(place: NamedPlace) -> str:
    """The place without its name, inside a sentence: "the stick"."""
    if place.stick:
        return translate("BackupPlaces", "the stick")
    if place.is_drive:
        return translate("BackupPlaces", "the drive")
    return translate("BackupPlaces", "the folder")
