"""The lock screen says how it came to be."""

import time

import pytest

from app.process.verbs import Verb
from ui.process.beginning import Beginning

AT = time.strptime("10:12", "%H:%M")


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
