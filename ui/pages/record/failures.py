"""What is said when recording or exporting fails: the sentence and the way out."""

from crypto.errors import SaveNotDurable
from ui.messages import message_for
from ui.translation import translate


def failure_words(error: Exception) -> str:
    """The words for `error`; nothing here is tried again by itself, as autosaved text is."""
    if isinstance(error, SaveNotDurable):
        return translate(
            "RecordTab",
            "The disk is full, so nothing was recorded. What you filled in is still here. "
            "Free some space, then try again.",
        )
    return message_for(error).text
