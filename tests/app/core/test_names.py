"""Titles are no names: nobody is called “Dr.” in a sentence."""

import pytest

from app.core.names import first_name, untitled


@pytest.mark.parametrize(
    ("name", "called"),
    [
        ("Amara Okafor", "Amara"),
        ("Dr Amara Okafor", "Amara"),
        ("Prof. Dr. Anna Schmidt", "Anna"),
        ("the Rev", "the"),
        ("Mx  Sam  Reid", "Sam"),
        ("Dr Okafor", "Dr Okafor"),
        ("Mrs.  Okafor", "Mrs. Okafor"),
        ("Amara", "Amara"),
        ("Dr", "Dr"),
        ("Drew Barr", "Drew"),
    ],
)
def test_somebody_is_called_by_the_first_name(name: str, called: str) -> None:
    assert first_name(name) == called


def test_where_nothing_but_titles_is_written_they_are_the_name() -> None:
    assert untitled("Prof Dr") == ["Prof", "Dr"]
    assert untitled("Dr A. Okafor") == ["A.", "Okafor"]
