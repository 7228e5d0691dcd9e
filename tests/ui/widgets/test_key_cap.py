"""Keys are written as people read them."""

import sys

import pytest

from ui.widgets.key_cap import key_text


@pytest.mark.skipif(sys.platform == "darwin", reason="macOS writes signs instead of names")
@pytest.mark.parametrize(
    ("keys", "text"),
    [
        ("F5", "F5"),
        ("Ctrl+Shift+P", "Ctrl Shift P"),
        ("Ctrl++", "Ctrl +"),
        ("Alt+Left", "Alt Left"),
    ],
)
def test_keys_are_separated_by_spaces(keys: str, text: str) -> None:
    assert key_text(keys) == text
