"""What a person is doing when something goes wrong: the way out depends on it."""

from enum import StrEnum


class At(StrEnum):
    """Where a message is read."""

    DESK = "desk"  # the vault is open
    CREATING = "creating"  # there is no vault yet, hence no Recovery Kit
    UNLOCKING = "unlocking"
    BACKING_UP_TO_FOLDER = "backing_up_to_folder"  # the desk's own words speak of a stick
    RESTORING = "restoring"  # looking into a backup, too
