"""Strings on screen, looked up in the language of the interface."""

from collections.abc import Callable
from typing import cast

from PySide6 import QtCore
from PySide6.QtCore import QCoreApplication

QT_TRANSLATE_NOOP = cast(Callable[[str, str], str], QtCore.QT_TRANSLATE_NOOP)
"""Marks the (context, text) of a string declared as data, and returns the text as it stands."""


def translate(context: str, text: str, note: str | None = None, n: int = -1) -> str:
    """Return `text` in the interface's language.

    `context` is the page or widget, `note` a hint to translators, `n` the number that chooses a
    plural form and replaces %n. Values go in afterwards, by `.format(name=...)`.
    """
    return QCoreApplication.translate(context, text, note, n)
