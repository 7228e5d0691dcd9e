"""The way to the first picture says what the supervisor would say, without loading it."""

from app.command_line import open_window
from app.process.verbs import Verb


def test_the_first_word_is_the_one_of_a_fresh_start() -> None:
    assert Verb.FRESH.value == open_window.FRESH
