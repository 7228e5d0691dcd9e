"""The sentences about a kit on the screen."""

from ui.messages import message_for
from ui.translation import translate
from ui.ways_in.kit_state import Answer, State


def cover_button(state: State) -> str:
    """What the button says that covers and uncovers the words."""
    if state.covered:
        return translate("KitPanel", "Show the words")
    return translate("KitPanel", "Hide the words")


def answer_error(answer: Answer, place: int) -> str:
    """Why a checked word isn't right."""
    if answer is not Answer.WRONG:
        return ""
    return translate("KitPanel", "That isn’t word {place} on your sheet.").format(place=place)


def beside_buttons(state: State) -> tuple[str, str, str]:
    """What became of saving, or a word of caution; with its tone and icon."""
    if state.error is not None:
        return (message_for(state.error).text, "brick", "circle-alert")
    if state.saved is not None:
        saved = translate("KitPanel", "Saved as {file}.").format(file=state.saved.name)
        return (saved, "leaf", "check")
    return (translate("KitPanel", "Some printers keep copies. Use one you trust."), "tertiary", "")


def why_not(state: State) -> str:
    """Why the main button is off."""
    if state.can_finish:
        return ""
    return translate("KitPanel", "Type the three words first.")
