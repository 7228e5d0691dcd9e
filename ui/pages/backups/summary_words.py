"""The words for how old the last backup is, and for where the next one goes."""

from app.workflows.backup.need import BackupNeed
from app.workflows.backup.places import Place
from ui.pages.backups.state import LastOne, PlaceLine, State
from ui.translation import translate
from ui.words.backup_places import named_place, place_name, the_place, to_place
from ui.words.figures import figure


def age_title(last: LastOne) -> str:
    """How old the last checked backup is: "Backed up 3 days ago"."""
    if last.days < 0:
        return translate("Backups", "Backed up on {made}").format(made=last.made)
    if last.days == 0:
        return translate("Backups", "Backed up today")
    if last.days == 1:
        return translate("Backups", "Backed up yesterday")
    return translate("Backups", "Backed up {count} days ago").format(count=figure(last.days))


def where_words(last: LastOne) -> str:
    """Where it went: "To the USB stick “Whitlock”, at /media/hanna/Whitlock"."""
    if last.place is None:
        return translate("Backups", "At {folder}").format(folder=last.folder)
    return translate("Backups", "{to_place}, at {folder}").format(
        to_place=to_place(last.place), folder=last.folder
    )


def proof_words(last: LastOne) -> str:
    """What makes it a backup that is believed."""
    place = the_place(last.place) if last.place is not None else translate("Backups", "its place")
    words = translate("Backups", "All {count} records were read back from {place}.")
    read = words.format(count=figure(last.records), place=place)
    if last.may_be_removed:
        return translate("Backups", "{read} It is safe to remove.").format(read=read)
    return read


def need_words(state: State) -> str:
    """Why the coach has to think of it; "" when there is no reason."""
    if state.need is BackupNeed.OLD and state.plan is not None:
        return translate(
            "Backups", "That is longer ago than the {days} days after which you are reminded."
        ).format(days=state.plan.remind_days)
    if state.need is BackupNeed.UNKNOWN:
        return translate(
            "Backups",
            "That day is still to come by this computer’s clock. One of the two is wrong: look at "
            "the clock, then back up once more.",
        )
    if state.need is BackupNeed.SAME_DISK:
        return translate(
            "Backups",
            "It lies on the vault’s own disk: if this laptop is lost, both are lost. Back up to a "
            "USB stick, too.",
        )
    if state.need is BackupNeed.NOWHERE:
        return translate(
            "Backups",
            "That was before this vault was restored. Say where backups go on this computer: until "
            "then none is made by itself.",
        )
    if state.need is BackupNeed.OLD_SHEET:
        return _old_sheet(state.behind)
    return ""


def _old_sheet(behind: int) -> str:
    if not behind:
        return translate(
            "Backups",
            "It opens with the sheet of an older kit, not with the one in use. Back up once more.",
        )
    if behind == 1:
        return translate(
            "Backups",
            "One backup still opens with an older sheet. Put its drive in, and Underrose brings it "
            "under the kit in use. Keep the older sheet until then. If the backup is gone, take it "
            "off the list.",
        )
    return translate(
        "Backups",
        "{count} backups still open with an older sheet. Put their drive in, and Underrose brings "
        "them under the kit in use. Keep the older sheet until then. Those that are gone you can "
        "take off the list.",
    ).format(count=figure(behind))


def asks_where(state: State) -> bool:
    """Whether the coach is asked where to: one more on the vault's own disk would not help."""
    to_use = state.place_at(state.to_use.folder) if state.to_use is not None else None
    return state.need is BackupNeed.SAME_DISK and to_use is not None and to_use.same_disk


def is_waiting(state: State, *, wanted: bool, awaited: str = "") -> bool:
    """Whether a backup that was asked for needs a drive that is out.

    It is the one of the folder `awaited`, or whichever comes first.
    """
    if awaited:
        return wanted and _is_out(state, awaited)
    return wanted and state.to_use is None and all(line.here is False for line in state.places)


def _is_out(state: State, folder: str) -> bool:
    line = state.place_at(folder)
    return line is not None and line.here is False


def main_button(state: State, *, waiting: bool) -> str:
    """What the button of the card does."""
    if waiting:
        return translate("Backups", "Don’t wait")
    if asks_where(state):
        return translate("Backups", "Back up to a USB stick")
    return translate("Backups", "Back up now")


def next_words(state: State, *, wanted: bool, awaited: str = "") -> str:
    """Where the next one goes, or what it waits for."""
    if not state.places or asks_where(state):
        return translate("Backups", "You choose where it goes: a USB stick is best.")
    alone = state.place_at(awaited)
    if alone is not None and is_waiting(state, wanted=wanted, awaited=awaited):
        return _absent(alone.place, several=False, wanted=True)
    to_use = state.place_at(state.to_use.folder) if state.to_use is not None else None
    if to_use is not None:
        return _present(to_use)
    if any(line.here is None for line in state.places):
        return ""  # somebody is looking
    out = [line.place for line in state.places if not line.missing]
    if not out:
        return translate("Backups", "The folder isn’t there any more. Add another place.")
    return _absent(out[0], several=len(out) > 1, wanted=wanted)


def _present(line: PlaceLine) -> str:
    if line.full:
        return translate(
            "Backups",
            "{place} has no room, or can’t be written to. Make room, or add another place.",
        ).format(place=place_name(line.place))
    if line.same_disk:
        return translate(
            "Backups",
            "{place} is on the same disk as your vault. It won’t help if this laptop is lost.",
        ).format(place=place_name(line.place))
    return translate("Backups", "The next one goes to {place}.").format(
        place=named_place(line.place)
    )


def _absent(place: Place, *, several: bool, wanted: bool) -> str:
    if several and wanted:
        return translate("Backups", "The backup begins as soon as one of its drives is in.")
    if several:
        return translate("Backups", "No place is here. Put a drive in, or add another place.")
    if wanted:
        return translate("Backups", "Waiting for {place}. The backup begins when it is in.").format(
            place=named_place(place)
        )
    return translate("Backups", "{place} isn’t here. Put it in, or add another place.").format(
        place=place_name(place)
    )


def why_none(state: State) -> str:
    """Why no backup can be made of this vault now; "" when one can."""
    if state.made_up:
        return translate(
            "Backups",
            "This practice is made up. Nobody has the words that would open a backup of it.",
        )
    if not state.takes_writes:
        return translate("Backups", "The vault is open for reading only.")
    if state.kit_unproven:
        return translate("Backups", "The Recovery Kit has to be proven first.")
    return ""
