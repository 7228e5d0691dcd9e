"""The words for a backup that is to leave the list: what is lost by it, and what isn't known."""

from collections.abc import Sequence

from ui.pages.backups.backup_rows import BackupRow, Removal
from ui.translation import translate
from ui.words.backup_places import named_place
from ui.words.figures import figure


def what_is_lost(row: BackupRow) -> str:
    """What goes with the file of a backup."""
    place = named_place(row.place) if row.place is not None else row.where
    return translate(
        "Backups",
        "Its file is deleted from {place} for good. What was in the vault then, and is neither in "
        "it now nor in another backup, is lost with it. Newer backups stay.",
    ).format(place=place)


def why_it_stays(row: BackupRow) -> str:
    """Why a backup that can be reached isn't deleted."""
    if row.removal is Removal.OTHERS:
        return translate(
            "Backups",
            "It is from before this vault was restored, and belongs to the vault that made it, "
            "which may still be there. If you are sure, delete the file yourself.",
        )
    return translate(
        "Backups",
        "It is the newest checked backup that can be reached now, and that one is never deleted. "
        "Back up once more, or put the drive with a newer one in: then it can go.",
    )


def who_may_have_it(rows: Sequence[BackupRow]) -> str:
    """What stays open when the coach says that these are gone."""
    not_known = translate("Backups", "Underrose can’t know that for sure.")
    return " ".join((not_known, _what_opens(rows), _if_found()))


def who_may_have_what_is_there(rows: Sequence[BackupRow]) -> str:
    """The same of a place that is removed and isn't here."""
    out = translate(
        "Backups", "It isn’t here now. Whether its backups are gone, too, only you can know."
    )
    return " ".join((out, _what_opens(rows), _if_found()))


def the_others(count: int) -> str:
    """The box for those at the same place."""
    if count == 1:
        return translate("Backups", "The other one there is gone, too")
    return translate("Backups", "The {count} others there are gone, too").format(
        count=figure(count)
    )


def those_there(count: int) -> str:
    """The box for those at a place that is removed."""
    if count == 1:
        return translate("Backups", "The backup there is gone: take it off the list")
    return translate(
        "Backups", "The {count} backups there are gone: take them off the list"
    ).format(count=figure(count))


def _what_opens(rows: Sequence[BackupRow]) -> str:
    """Which sheets; a passphrase only where one was given."""
    older = sorted({row.older_kit for row in rows if row.older_kit})
    with_passphrase = any(row.backup is not None and row.backup.with_passphrase for row in rows)
    if older:
        said = translate(
            "Backups",
            "Whoever has the file and the sheet of kit {numbers} can still open it. Keep that "
            "sheet if the file may turn up, or destroy it.",
        ).format(numbers=", ".join(map(str, older)))
    else:
        said = translate(
            "Backups", "Whoever has the file and the words of your Recovery Kit can open it."
        )
    if with_passphrase:
        return " ".join((said, translate("Backups", "So can whoever has its passphrase.")))
    return said


def _if_found() -> str:
    return translate("Backups", "If a file turns up at its place, it is listed again.")
