"""Sentences with a name in them read as if somebody had written them."""

import pytest

from ui.words.sentences import filled


@pytest.mark.parametrize(
    ("sentence", "name", "reads"),
    [
        ("For {name}. Made today.", "Amara Osei", "For Amara Osei. Made today."),
        ("For {name}. Made today.", "J. B.", "For J. B. Made today."),
        ("Give it to {name}.", "J.", "Give it to J."),
        ("{name} said so.", "J.", "J. said so."),
        ("It is {name}’s.", "J.", "It is J.’s."),
        ("It is {name}.", "{name}.", "It is {name}."),
    ],
)
def test_initials_end_in_one_stop(sentence: str, name: str, reads: str) -> None:
    assert filled(sentence, name=name) == reads


def test_what_is_no_name_is_filled_in_as_it_is() -> None:
    assert filled("{day} with {name}.", day=3, name="J.") == "3 with J."
