"""The first step's sentences."""

from pathlib import Path

from crypto.errors import VaultMissing, VaultNameNotUsable
from ui.messages import At, message_for
from ui.pages.first_run.create_state import State
from ui.translation import translate
from ui.ways_in import opening_words


def place(state: State) -> str:
    """The vault's folder, from the coach's own folder on where it lies there."""
    home = Path.home()
    inside = state.folder.is_relative_to(home)
    return str(state.folder.relative_to(home) if inside else state.folder)


def place_hint(state: State) -> tuple[str, str, str]:
    """What was seen at the place, with its tone and icon."""
    if state.look is None:
        return ("", "tertiary", "")
    if state.look.sync_service is not None:
        copied = translate(
            "CreateStep",
            "This folder is copied by {service}; two copies may conflict. Choose another.",
        )
        return (copied.format(service=state.look.sync_service), "ochre", "triangle-alert")
    fine = translate("CreateStep", "This doesn’t look like a cloud-synced folder.")
    return (fine, "leaf", "check")


def place_error(state: State) -> str:
    """Why the vault can't be made there."""
    if state.look is None or not state.look.taken or state.creating:
        return ""
    return translate(
        "CreateStep", "Something of that name is there already. Choose another name or place."
    )


def name_error(state: State) -> str:
    """Why the vault can't have this name."""
    refused = isinstance(state.error, VaultNameNotUsable)
    return message_for(state.error).text if refused and state.error is not None else ""


def trouble(state: State) -> str:
    """What went wrong, when no field is to blame."""
    error = state.error
    if error is None or error is state.choice.store_error or name_error(state):
        return ""
    if isinstance(error, VaultMissing):
        return translate("CreateStep", "There is no vault in that folder.")
    return message_for(error, state.choice.store_name, At.CREATING).text


def look_around(state: State) -> str:
    """What the way into a made-up practice says."""
    if state.looking:
        return translate("CreateStep", "Making up a practice to look around in")
    if state.looked:
        return translate("CreateStep", "Look around again")
    return translate("CreateStep", "Look around first")


def locked(state: State) -> str:
    """What became of the made-up practice that was looked around in."""
    if not state.looked or state.looking:
        return ""
    return translate(
        "CreateStep",
        "The made-up practice is locked. “Look around again” opens it as you left it.",
    )


def main_button(state: State) -> str:
    """What the main button says."""
    if state.creating:
        return translate("CreateStep", "Creating the vault")
    return translate("CreateStep", "Create vault")


def why_not(state: State) -> str:
    """Why the main button is off."""
    if state.creating:
        return translate("CreateStep", "The vault is being created.")
    if state.looking:
        return translate("CreateStep", "A made-up practice is about to open.")
    if not state.has_name:
        return translate("CreateStep", "Give the vault a name first.")
    if not state.has_place:
        return translate("CreateStep", "Choose a place for it first.")
    return opening_words.why_not(state.choice)
