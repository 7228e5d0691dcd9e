"""The sentences of saving what can be read."""

from pathlib import Path
from typing import TYPE_CHECKING

from app.workflows.salvage.report import Stage
from crypto.errors import BackupInterrupted, VaultDamaged, VaultNameNotUsable
from ui.messages import At, message_for
from ui.pages.salvage.state import State, View
from ui.translation import translate
from ui.ways_in import opening_words

if TYPE_CHECKING:
    from app.workflows.salvage.report import Salvaged
    from app.workflows.salvage.stand_ins import StandInWords


def ending() -> str:
    """What the new vault's name has after that of the old one."""
    return translate("Salvage", "(saved)")


def stand_ins(*, is_backup: bool) -> "StandInWords":
    """What stands in for a record that is lost, since others need it."""
    # it comes with the ciphers
    from app.workflows.salvage.stand_ins import StandInWords

    of_vault = translate(
        "Salvage",
        "The text of this notice was lost when the vault was damaged. What the client was shown is "
        "on their own copy.",
    )
    of_backup = translate(
        "Salvage",
        "The text of this notice was lost when the backup was damaged. What the client was shown "
        "is on their own copy.",
    )
    return StandInWords(
        client=translate("Salvage", "Client whose name was lost"),
        purpose=translate("Salvage", "Purpose whose description was lost"),
        notice=of_backup if is_backup else of_vault,
    )


def unchecked_kit() -> str:
    """What it means to go on without having checked the new kit's words."""
    return translate(
        "Salvage", "The words aren’t shown again. Underrose will remind you to make another kit."
    )


def title(state: State) -> str:
    """What the page is about, in a few words."""
    return {
        View.ASKING: translate("Salvage", "Save what can be read"),
        View.FORM: translate("Salvage", "Save what can be read"),
        View.SAVING: translate("Salvage", "Saving what can be read"),
        View.KIT: translate("Salvage", "Keep the new Recovery Kit"),
        View.REPORT: translate("Salvage", "What was saved"),
    }[state.view]


def subtitle(state: State) -> str:
    """What happens here."""
    if state.view is View.KIT:
        return _about_kit(state)
    if state.view is View.REPORT:
        return _told(state.salvaged) if state.salvaged is not None else ""
    if state.view is View.SAVING:
        return _about_saving(state)
    if state.is_backup:
        return translate(
            "Salvage",
            "Every record that can still be read in this backup goes into a new vault, with a list "
            "of those that can’t. The backup is only read: it stays as it is, where it is.",
        )
    return translate(
        "Salvage",
        "Every record that can still be read goes into a new vault, with a list of those that "
        "can’t. The damaged one is only read: it stays as it is, where it is.",
    )


def _about_kit(state: State) -> str:
    if state.is_backup:
        return translate(
            "Salvage",
            "The new vault is made. These 24 words open it when nothing else does; the old kit "
            "opens only the backups made before. Keep the words on paper, away from this laptop.",
        )
    return translate(
        "Salvage",
        "The new vault is made. These 24 words open it when nothing else does; the old kit "
        "opens only the damaged one and the backups made before. Keep the words on paper, away "
        "from this laptop.",
    )


def _about_saving(state: State) -> str:
    if state.is_backup:
        return translate(
            "Salvage",
            "The damaged backup is only read. If you stop, or the computer is switched off, "
            "nothing is made and it can be done again.",
        )
    return translate(
        "Salvage",
        "The damaged vault is only read. If you stop, or the computer is switched off, "
        "nothing is made and it can be done again.",
    )


def _told(salvaged: "Salvaged") -> str:
    if salvaged.is_whole:
        return translate("Salvage", "Everything came over, and every record was proven.")
    if not salvaged.lost and not salvaged.entries_lost:
        return translate("Salvage", "Everything that can be read came over. See what isn’t proven.")
    return translate(
        "Salvage", "What could be read came over. The list names the rest: copy it if you need it."
    )


def old_place(state: State) -> str:
    """Where the damaged vault or backup is, and stays."""
    if state.old_place is None or state.view in {View.KIT, View.ASKING}:
        return ""
    if state.is_backup:
        stays = translate("Salvage", "The damaged backup stays where it is: {file}")
        return stays.format(file=state.old_place)
    stays = translate("Salvage", "The damaged vault stays in {folder}")
    return stays.format(folder=state.old_place)


def name_error(state: State) -> str:
    """Why the vault can't have this name."""
    refused = isinstance(state.error, VaultNameNotUsable)
    return message_for(state.error).text if refused and state.error is not None else ""


def place(state: State) -> str:
    """The new vault's folder, from the coach's own folder on where it lies there."""
    home = Path.home()
    inside = state.folder.is_relative_to(home)
    return str(state.folder.relative_to(home) if inside else state.folder)


def place_hint(state: State) -> tuple[str, str, str]:
    """What was seen at the place, with its tone and icon."""
    if state.look is None or state.look.sync_service is None:
        return ("", "tertiary", "")
    copied = translate(
        "Salvage", "This folder is copied by {service}; two copies may conflict. Choose another."
    )
    return (copied.format(service=state.look.sync_service), "ochre", "triangle-alert")


def place_error(state: State) -> str:
    """Why the vault can't be made there."""
    if state.look is None or not state.look.taken or state.view is not View.FORM:
        return ""
    return translate(
        "Salvage", "Something of that name is there already. Choose another name or place."
    )


def why_not(state: State) -> str:
    """Why it can't begin."""
    if not state.has_name:
        return translate("Salvage", "Give the new vault a name first.")
    if not state.has_place:
        return translate("Salvage", "Choose a place for it first.")
    return opening_words.why_not(state.choice)


def trouble(state: State) -> str:
    """What went wrong, when no field is to blame."""
    error = state.error
    if error is None or error is state.choice.store_error or name_error(state):
        return ""
    if isinstance(error, VaultDamaged) and state.is_backup:
        return translate("Salvage", "Nothing can be read in this backup. Try another one.")
    if isinstance(error, VaultDamaged):
        return translate(
            "Salvage", "Nothing can be read in this vault. If you have a backup, restore that."
        )
    if isinstance(error, BackupInterrupted):
        return translate(
            "Salvage",
            "The drive with the backup was taken out, so nothing was made. Put it back in, then "
            "try again.",
        )
    return message_for(error, state.choice.store_name, At.CREATING).text


def progress(state: State) -> str:
    """What is being done."""
    if state.stopping:
        return translate("Salvage", "Stopping")
    reading = (
        translate("Salvage", "Reading the damaged backup")
        if state.is_backup
        else translate("Salvage", "Reading the damaged vault")
    )
    if state.step is None:
        return reading
    return {
        Stage.READ: reading,
        Stage.JUDGE: translate("Salvage", "Comparing each record with the list of changes"),
        Stage.WRITE: translate("Salvage", "Writing the new vault"),
        Stage.CHECK: translate("Salvage", "Checking the new vault"),
    }[state.step.stage]
