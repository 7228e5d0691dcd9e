"""The Recovery Kit page's sentences."""

from crypto.errors import RecoveryWordUnknown
from ui.messages import At, message_for
from ui.pages.recover.view_model import State
from ui.translation import translate
from ui.ways_in.typed_words import Slip


def trouble(state: State) -> str:
    """What went wrong; empty when nothing did."""
    if state.error is None or isinstance(state.error, RecoveryWordUnknown):
        return ""  # which word is none of them stands right below the fields
    message = message_for(state.error, at=At.UNLOCKING)
    return f"{message.sentence} {_slip(state.slip)}" if state.slip else message.text


def main_button(state: State) -> str:
    """What the main button says."""
    if state.busy:
        return translate("RecoverPage", "Opening the vault")
    if state.offers_salvage:
        return translate("RecoverPage", "Save what can be read")
    if state.offers_reading:
        return translate("RecoverPage", "Open for reading only")
    if state.slip is not None:
        return translate("RecoverPage", "Put it right and open")
    return translate("RecoverPage", "Open the vault")


def why_not(state: State) -> str:
    """Why the main button is off."""
    if state.busy:
        return translate("RecoverPage", "The vault is being opened.")
    return translate("RecoverPage", "It takes all 24 words.")


def _slip(slip: Slip) -> str:
    if slip.word:
        wrong = translate("RecoverPage", "Word {place} should be “{word}”.")
        return wrong.format(place=slip.places[0], word=slip.word)
    swapped = translate("RecoverPage", "Words {first} and {second} are the wrong way round.")
    return swapped.format(first=slip.places[0], second=slip.places[-1])
