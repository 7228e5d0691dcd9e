"""Tells input methods and on-screen keyboards to learn nothing from what is typed here."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

LEARN_NOTHING = Qt.InputMethodHint.ImhSensitiveData
KEEP_SECRET = (
    Qt.InputMethodHint.ImhHiddenText
    | Qt.InputMethodHint.ImhSensitiveData
    | Qt.InputMethodHint.ImhNoPredictiveText
    | Qt.InputMethodHint.ImhNoAutoUppercase
)


def learn_nothing(field: QWidget) -> None:
    """For every field: names and notes must not turn up in a dictionary of typed words."""
    field.setInputMethodHints(field.inputMethodHints() | LEARN_NOTHING)


def keep_secret(field: QWidget) -> None:
    """For passphrases and the words of a Recovery Kit: nothing is learned, guessed or shown."""
    field.setInputMethodHints(field.inputMethodHints() | KEEP_SECRET)
