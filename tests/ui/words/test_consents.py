"""Every state, event and way of saying it has its word; a no is "declined"."""

import pytest

from app.records.consents.record import EventKind, Method, State
from ui.words.consents import event_word, how_words, method_words, state_word


def test_every_state_and_every_event_has_a_word() -> None:
    assert all(map(state_word, State))
    assert all(map(event_word, EventKind))


def test_a_no_is_declined() -> None:
    assert state_word(State.REFUSED) == event_word(EventKind.REFUSED) == "Declined"


@pytest.mark.parametrize("method", Method)
def test_how_it_was_said_can_stand_alone_and_in_a_sentence(method: Method) -> None:
    assert method_words(method)[0].isupper()
    assert how_words(method).islower()
