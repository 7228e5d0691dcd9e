"""Bundled files are read through one door."""

import pytest

from resources.files import ResourceMissing, path, read_bytes, read_text


def test_a_bundled_file_is_found() -> None:
    assert path("icons/lock.svg").is_file()


def test_text_and_bytes_are_the_same_file() -> None:
    assert read_text("icon.svg").encode() == read_bytes("icon.svg")


def test_a_file_that_is_not_bundled_is_an_error() -> None:
    with pytest.raises(ResourceMissing):
        read_text("icons/no-such-icon.svg")


@pytest.mark.parametrize(
    "licence",
    ["fonts/OFL-Literata.txt", "fonts/OFL-SourceSans3.txt", "icons/LICENSE-lucide-ISC.txt"],
)
def test_fonts_and_icons_come_with_their_licences(licence: str) -> None:
    assert read_text(licence)
