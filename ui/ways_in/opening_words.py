"""The sentences about how a vault is to open."""

from ui.messages import message_for
from ui.translation import translate
from ui.ways_in.choice import Choice, Lacks, Repeat


def store_found(choice: Choice) -> str:
    """Which password store there is."""
    if not choice.store_name:
        return ""
    return translate("Openings", "{store} found").format(store=choice.store_name)


def store_missing(choice: Choice) -> str:
    """Why only a passphrase can be chosen."""
    if choice.store_error is None:
        return ""
    so = translate("Openings", "So your vault will open with a passphrase.")
    return f"{message_for(choice.store_error).sentence} {so}"


def strength(choice: Choice) -> tuple[int, str]:
    """How many of four bars are filled, and the words beside them."""
    good = translate("Openings", "Four or more unrelated words work well.")
    if choice.strength is None:
        return (0, good)
    if not choice.strength.long_enough:
        short = translate("Openings", "At least 12 characters.")
        return (min(choice.strength.score, 1), f"{short} {good}")
    if not choice.strength.usable:
        odd = translate("Openings", "It holds a character that can’t be relied on.")
        return (0, odd)
    told = (
        translate("Openings", "Guessed at once."),
        translate("Openings", "Easy to guess."),
        translate("Openings", "Can be guessed in time."),
        translate("Openings", "Hard to guess."),
        translate("Openings", "Very hard to guess."),
    )[choice.strength.score]
    return (choice.strength.score, f"{told} {good}" if choice.strength.score < 4 else told)


def repeat_error(choice: Choice) -> str:
    """Whether the two passphrases differ."""
    if choice.repeat is not Repeat.DIFFERENT:
        return ""
    return translate("Openings", "The two differ.")


def why_not(choice: Choice) -> str:
    """What is missing; empty when nothing is."""
    return {
        Lacks.NOTHING: "",
        Lacks.STORE: translate("Openings", "Still looking for this computer’s password store."),
        Lacks.PASSPHRASE: translate("Openings", "Think of a passphrase first."),
        Lacks.LENGTH: translate("Openings", "The passphrase needs at least 12 characters."),
        Lacks.STRENGTH: translate("Openings", "That passphrase is too easy to guess."),
        Lacks.REPEAT: translate("Openings", "Type the same passphrase again."),
    }[choice.lacks]
