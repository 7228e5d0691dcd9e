"""The lock screen's sentences."""

from crypto.errors import VaultMissing
from ui.messages import At, message_for
from ui.pages.unlock.state import Main, State, View
from ui.translation import translate
from ui.ways_in.opening import Opening


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
    if state.view is View.BROKEN:
        return translate("UnlockPage", "Try again")
    return _way_in(state)


def _under_way(state: State) -> str:
    if state.asking and state.store_name:
        return translate("UnlockPage", "Waiting for {store}").format(store=state.store_name)
    return translate("UnlockPage", "Opening the vault")


def _way_in(state: State) -> str:
    if state.main is Main.RECOVER:
        return translate("UnlockPage", "Use the Recovery Kit")
    if state.main is Main.KEEP_WAITING:
        return translate("UnlockPage", "Keep waiting")
    if state.asks_passphrase:
        return translate("UnlockPage", "Unlock")
    if state.main is Main.TRY_AGAIN:
        return translate("UnlockPage", "Try again")
    store = state.store_name or translate("UnlockPage", "this computer’s password store")
    return translate("UnlockPage", "Unlock with {store}").format(store=store)


def why_not(state: State) -> str:
    """Why the main button is off."""
    if state.busy:
        return translate("UnlockPage", "The vault is being opened.")
    if state.seconds_left:
        return _again_in(state.seconds_left)
    return translate("UnlockPage", "Type your passphrase first.")


def halves(state: State) -> str:
    """What a vault with two halves of a key says about them."""
    if state.form is not Opening.BOTH:
        return ""
    return translate(
        "UnlockPage",
        "This computer holds one half of the key; your passphrase is the other.",
    )


def halves_icon(state: State) -> str:
    """The icon beside it."""
    return "key-round" if state.form is Opening.BOTH else ""


def remark(state: State) -> str:
    """What to know before pressing the main button."""
    if state.view is View.MISSING and state.folder is not None:
        return translate("UnlockPage", "It was here: {folder}").format(folder=state.folder)
    if state.form is not Opening.KEYRING or state.error is not None or not state.store_name:
        return ""
    may = translate("UnlockPage", "{store} may ask for your login password.")
    return may.format(store=state.store_name)


def trouble(state: State) -> str:
    """What went wrong and when to try again; empty when nothing did."""
    if state.error is None:
        return ""
    if isinstance(state.error, VaultMissing):
        return translate("UnlockPage", "There is no vault in that folder.")
    sentence = message_for(state.error, state.store_name, At.UNLOCKING).text
    if not state.seconds_left:
        return sentence
    return f"{sentence} {_again_in(state.seconds_left)}"


def _again_in(seconds: int) -> str:
    if seconds == 1:
        return translate("UnlockPage", "You can try again in a second.")
    again = translate("UnlockPage", "You can try again in {seconds} seconds.")
    return again.format(seconds=seconds)
