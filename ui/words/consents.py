"""How consents, their events and their methods are called on screen and on paper."""

from app.records.consents.record import EventKind, Method, State
from ui.translation import translate


def state_word(state: State) -> str:
    """How a consent stands, in a word; a no is "declined"."""
    return {
        State.REQUESTED: translate("Consents", "Asked"),
        State.GIVEN: translate("Consents", "Given"),
        State.REFUSED: translate("Consents", "Declined"),
        State.WITHDRAWN: translate("Consents", "Withdrawn"),
        State.EXPIRED: translate("Consents", "Expired"),
    }[state]


def event_word(kind: EventKind) -> str:
    """What happened, in a word."""
    return {
        EventKind.REQUESTED: translate("Consents", "Asked"),
        EventKind.GIVEN: translate("Consents", "Given"),
        EventKind.REFUSED: translate("Consents", "Declined"),
        EventKind.WITHDRAWN: translate("Consents", "Withdrawn"),
        EventKind.RENEWED: translate("Consents", "Renewed"),
    }[kind]


def method_words(method: Method) -> str:
    """How the client said it, on its own."""
    return {
        Method.ALOUD: translate("Consents", "Said aloud"),
        Method.ON_PAPER: translate("Consents", "On paper"),
        Method.EMAIL: translate("Consents", "By email"),
        Method.MESSAGE: translate("Consents", "By message"),
    }[method]


def how_words(method: Method) -> str:
    """How it was said, inside a sentence: "withdrawn by email"."""
    return {
        Method.ALOUD: translate("Consents", "aloud"),
        Method.ON_PAPER: translate("Consents", "on paper"),
        Method.EMAIL: translate("Consents", "by email"),
        Method.MESSAGE: translate("Consents", "by message"),
    }[method]
