"""Time zones are called as people call them."""

import pytest

from ui.words.zones import zone_words


@pytest.mark.parametrize(
    ("zone", "words"),
    [
        ("Europe/London", "London"),
        ("America/Argentina/Buenos_Aires", "Buenos Aires"),
        ("Etc/UTC", "UTC"),
        ("UTC", "UTC"),
        ("Etc/GMT+5", "GMT+5"),
    ],
)
def test_a_zone_is_called_after_its_city(zone: str, words: str) -> None:
    assert zone_words(zone) == words
