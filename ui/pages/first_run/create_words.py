"""The first step's sentences."""

from pathlib import Path

from crypto.errors import VaultMissing, VaultNameNotUsable
from ui.messages import At, message_for
from ui.pages.first_run.create_state import Lacks, Repeat, State
from ui.translation import translate


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


def store_found(state: State) -> str:
    """Which password store there is."""
    if not state.store_name:
        return ""
    return translate("CreateStep", "{store} found").format(store=state.store_name)


def store_missing(state: State) -> str:
    """Why only a passphrase can be chosen."""
    if state.store_error is None:
        return ""
    so = translate("CreateStep", "So your vault will open with a passphrase.")
    return f"{message_for(state.store_error, at=At.CREATING).sentence} {so}"


def strength(state: State) -> tuple[int, str]:
    """How many of four bars are filled, and the words beside them."""
    good = translate("CreateStep", "Four or more unrelated words work well.")
    if state.strength is None:
        return (0, good)
    if not state.strength.long_enough:
        short = translate("CreateStep", "At least 12 characters.")
        return (min(state.strength.score, 1), f"{short} {good}")
    if not state.strength.usable:
        odd = translate("CreateStep", "It holds a character that can’t be relied on.")
        return (0, odd)
    told = (
        translate("CreateStep", "Guessed at once."),
        translate("CreateStep", "Easy to guess."),
        translate("CreateStep", "Takes some guessing."),
        translate("CreateStep", "Hard to guess."),
        translate("CreateStep", "Very hard to guess."),
    )[state.strength.score]
    return (state.strength.score, f"{told} {good}" if state.strength.score < 4 else told)


def repeat_error(state: State) -> str:
    """Whether the two passphrases differ."""
    if state.repeat is not Repeat.DIFFERENT:
        return ""
    return translate("CreateStep", "The two differ.")


def trouble(state: State) -> str:
    """What went wrong, when no field is to blame."""
    error = state.error
    if error is None or error is state.store_error or name_error(state):
        return ""
    if isinstance(error, VaultMissing):
        return translate("CreateStep", "There is no vault in that folder.")
    return message_for(error, state.store_name, At.CREATING).text


def main_button(state: State) -> str:
    """What the main button says."""
    if state.creating:
        return translate("CreateStep", "Creating the vault")
    return translate("CreateStep", "Create vault")


def why_not(state: State) -> str:
    """Why the main button is off."""
    if state.creating:
        return translate("CreateStep", "The vault is being created.")
    return {
        Lacks.NOTHING: "",
        Lacks.NAME: translate("CreateStep", "Give the vault a name first."),
        Lacks.PLACE: translate("CreateStep", "Choose a place for it first."),
        Lacks.STORE: translate("CreateStep", "Still looking for this computer’s password store."),
        Lacks.PASSPHRASE: translate("CreateStep", "Think of a passphrase first."),
        Lacks.LENGTH: translate("CreateStep", "The passphrase needs at least 12 characters."),
        Lacks.STRENGTH: translate("CreateStep", "That passphrase is too easy to guess."),
        Lacks.REPEAT: translate("CreateStep", "Type the same passphrase again."),
    }[state.lacks]
