"""The Recovery Kit page's sentences."""

from crypto.errors import RecoveryWordUnknown
from ui.messages import At, message_for
from ui.pages.recover.typed import WORD_COUNT, Slip, word_at
from ui.pages.recover.view_model import State
from ui.translation import translate


def how_many(state: State) -> str:
    """How far the typing has come."""
    words = translate("RecoverPage", "{count} of {total} words")
    return words.format(count=state.count, total=WORD_COUNT)


def trouble(state: State, text: str) -> str:
    """What went wrong; empty when nothing did."""
    error = state.error
    if error is None:
        return ""
    if isinstance(error, RecoveryWordUnknown):
        return _unknown(error, word_at(text, error.position))
    message = message_for(error, at=At.UNLOCKING)
    return f"{message.sentence} {_slip(state.slip)}" if state.slip else message.text


def main_button(state: State) -> str:
    """What the main button says."""
    if state.busy:
        return translate("RecoverPage", "Opening the vault")
    if state.slip is not None:
        return translate("RecoverPage", "Put it right and open")
    return translate("RecoverPage", "Open the vault")


def why_not(state: State) -> str:
    """Why the main button is off."""
    if state.busy:
        return translate("RecoverPage", "The vault is being opened.")
    return translate("RecoverPage", "It takes all 24 words.")


def use_suggestion(state: State) -> str:
    """The offer to put in the word that was meant; empty when there is none."""
    error = state.error
    if not isinstance(error, RecoveryWordUnknown) or error.suggestion is None:
        return ""
    return translate("RecoverPage", "Use “{word}”").format(word=error.suggestion)


def _unknown(error: RecoveryWordUnknown, word: str) -> str:
    if error.suggestion is None:
        unknown = translate("RecoverPage", "“{word}” isn’t one of the words. Check word {place}.")
        return unknown.format(word=word, place=error.position)
    meant = translate("RecoverPage", "“{word}” isn’t one of the words. Did you mean “{meant}”?")
    return meant.format(word=word, meant=error.suggestion)


def _slip(slip: Slip) -> str:
    if slip.word:
        wrong = translate("RecoverPage", "Word {place} should be “{word}”.")
        return wrong.format(place=slip.places[0], word=slip.word)
    swapped = translate("RecoverPage", "Words {first} and {second} are the wrong way round.")
    return swapped.format(first=slip.places[0], second=slip.places[-1])
