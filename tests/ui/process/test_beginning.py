"""The lock screen says how it came to be."""

from datetime import datetime

import pytest

from app.process.verbs import Verb
from ui.process.beginning import Beginning

AT = datetime(2026, 11, 17, 10, 12)  # noqa: DTZ001 - local wall time, as on the screen


@pytest.mark.parametrize(
    ("start", "words"),
    [
        (Verb.FRESH, ""),
        (Verb.AFTER_LOCK, "Locked at 10:12"),
        (
            Verb.AFTER_CRASH,
            "Underrose closed without warning at 10:12. Everything saved is here.",
        ),
    ],
)
def test_it_says_why_and_when(start: Verb, words: str) -> None:
    assert Beginning(start, AT).words() == words
