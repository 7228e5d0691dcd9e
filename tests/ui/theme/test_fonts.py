"""The bundled fonts are the ones that text is set in."""

import sys

import pytest
from PySide6.QtGui import QFont, QFontInfo

from ui.theme.switcher import Theme
from ui.theme.tokens import load_tokens

SCALE = load_tokens()["type"]["scale"]
FAMILIES = load_tokens()["type"]["families"]


@pytest.mark.parametrize("style", SCALE)
def test_a_type_style_is_set_in_its_own_face(theme: Theme, style: str) -> None:
    found = QFontInfo(theme.font(style))
    declared = SCALE[style]
    assert found.family() == FAMILIES[declared["family"]]
    assert found.pixelSize() == declared["size"]
    assert found.weight() == declared["weight"]
    assert found.italic() == declared.get("italic", False)


def test_strong_text_is_semibold(theme: Theme) -> None:
    assert QFontInfo(theme.font("caption", strong=True)).weight() == QFont.Weight.DemiBold


def test_text_scale_is_in_whole_pixels(theme: Theme) -> None:
    theme.set_text_scale(1.15)
    assert theme.font("body").pixelSize() == 17


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps its own hinting")
def test_letters_keep_their_shape(theme: Theme) -> None:
    assert theme.font("body").hintingPreference() is QFont.HintingPreference.PreferNoHinting
