"""The lock screen's sentences."""

from app.core.errors import VaultFormatUnknown
from crypto.errors import VaultDamaged, VaultMissing, VaultReadOnly, VaultTooNew
from ui.messages import At, message_for
from ui.pages.unlock.state import Main, State, View
from ui.translation import translate
from ui.ways_in.way_choice import WayChoice


def subtitle(state: State) -> str:
    """The line below the vault's name."""
    if state.view is View.MISSING:
        return translate("UnlockPage", "The vault isn’t where it was.")
    return state.beginning


def main_button(state: State) -> str:
    """What the main button says."""
    if state.view is View.MISSING:
        return translate("UnlockPage", "Find it")
    if state.busy:
        return _under_way(state)
    if state.view is View.BROKEN and state.main is not Main.ANOTHER:
        return translate("UnlockPage", "Try again")
    return _way_in(state)


def _under_way(state: State) -> str:
    if state.moving:
        return translate("UnlockPage", "Moving the vault")
    if state.asking and state.store_name:
        return translate("UnlockPage", "Waiting for {store}").format(store=state.store_name)
    return translate("UnlockPage", "Opening the vault")


def _way_in(state: State) -> str:
    if state.main is Main.RECOVER:
        return translate("UnlockPage", "Use the Recovery Kit")
    if state.main is Main.READ_ONLY:
        return translate("UnlockPage", "Open for reading only")
    if state.main is Main.SALVAGE:
        return translate("UnlockPage", "Save what can be read")
    if state.main is Main.ANOTHER:
        return translate("UnlockPage", "Open another vault")
    if state.main is Main.KEEP_WAITING:
        return translate("UnlockPage", "Keep waiting")
    return _unlock(state)


def _unlock(state: State) -> str:
    if state.asks_passphrase:
        return translate("UnlockPage", "Unlock")
    if state.main is Main.TRY_AGAIN:
        return translate("UnlockPage", "Try again")
    store = state.store_name or translate("UnlockPage", "this computer’s password store")
    return translate("UnlockPage", "Unlock with {store}").format(store=store)


def why_not(state: State) -> str:
    """Why the main button is off."""
    if state.busy:
        moving = translate("UnlockPage", "The vault is being moved.")
        return moving if state.moving else translate("UnlockPage", "The vault is being opened.")
    if state.seconds_left:
        return _again_in(state.seconds_left)
    return translate("UnlockPage", "Type your passphrase first.")


def halves(state: State) -> str:
    """What a vault with two halves of a key says about them."""
    if state.form is not WayChoice.BOTH:
        return ""
    return translate(
        "UnlockPage",
        "This computer holds one half of the key; your passphrase is the other.",
    )


def halves_icon(state: State) -> str:
    """The icon beside it."""
    return "key-round" if state.form is WayChoice.BOTH else ""


def remark(state: State) -> str:
    """What to know before pressing the main button."""
    if state.view is View.MISSING and state.folder is not None:
        return translate("UnlockPage", "It was here: {folder}").format(folder=state.folder)
    if state.saves_next:
        return translate(
            "UnlockPage",
            "Unlock it to go on: what can be read is then saved into a new vault.",
        )
    if state.only_kit and state.error is None:
        return translate("UnlockPage", "So far only its Recovery Kit opens it.")
    if isinstance(state.error, VaultTooNew | VaultFormatUnknown):
        return translate("UnlockPage", "This is Underrose {version}.").format(version=_version())
    if state.form is not WayChoice.KEYRING or state.error is not None or not state.store_name:
        return ""
    may = translate("UnlockPage", "{store} may ask for your login password.")
    return may.format(store=state.store_name)


def other_form(state: State) -> str:
    """The link to the vault's other way in."""
    if state.other_form is None:
        return ""
    if not state.other_form.needs_store:
        return translate("UnlockPage", "Use the passphrase alone")
    store = state.store_name or translate("UnlockPage", "this computer’s password store")
    return translate("UnlockPage", "Use {store}").format(store=store)


def advice(state: State) -> tuple[str, str, str]:
    """What to know of the folder, with tone and icon."""
    place = state.place
    if state.view is not View.READY or state.error is not None:
        return ("", "tertiary", "")
    if place.old_remains:
        remains = translate(
            "UnlockPage",
            "It was copied here. The old folder couldn’t be removed, so don’t use it any more:"
            " {folder}",
        )
        return (remains.format(folder=place.moved_from), "ochre", "triangle-alert")
    if not state.writable:
        told = message_for(VaultReadOnly(), at=At.UNLOCKING)
        return (told.text, "ochre", "triangle-alert")
    if place.sync_service:
        copied = translate(
            "UnlockPage", "This folder is copied by {service}; two copies may conflict. Move it."
        )
        return (copied.format(service=place.sync_service), "ochre", "triangle-alert")
    if place.moved_from is not None:
        moved = translate("UnlockPage", "Moved here: {folder}")
        return (moved.format(folder=state.folder), "leaf", "check")
    return ("", "tertiary", "")


def trouble(state: State) -> str:
    """What went wrong and when to try again; empty when nothing did."""
    if state.error is None:
        return ""
    if isinstance(state.error, VaultMissing):
        return translate("UnlockPage", "There is no vault in that folder.")
    told = message_for(state.error, state.store_name, At.UNLOCKING)
    sentence = told.text
    if state.main is Main.SALVAGE:
        sentence = f"{told.sentence} {_only_saved()}"
    elif _cannot_be_read(state):
        sentence = f"{told.sentence} {_unreadable()}"
    if not state.seconds_left:
        return sentence
    return f"{sentence} {_again_in(state.seconds_left)}"


def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version  # hardly ever needed

    try:
        return version("underrose")
    except PackageNotFoundError:
        return ""


def _cannot_be_read(state: State) -> bool:
    damaged = isinstance(state.error, VaultDamaged | VaultReadOnly)
    return damaged and state.main in {Main.ANOTHER, Main.TRY_AGAIN}


def _only_saved() -> str:
    return translate(
        "UnlockPage",
        "It can’t be opened for reading either. Restore a backup, or save what can be read.",
    )


def _unreadable() -> str:
    return translate(
        "UnlockPage",
        "It can’t be opened for reading either. Keep the folder as it is; open a copy of it or a"
        " backup if you have one.",
    )


def _again_in(seconds: int) -> str:
    if seconds == 1:
        return translate("UnlockPage", "You can try again in a second.")
    again = translate("UnlockPage", "You can try again in {seconds} seconds.")
    return again.format(seconds=seconds)
