"""The stylesheet is filled from tokens, completely."""

import pytest

from ui.theme.stylesheet import build_stylesheet, fill
from ui.theme.tokens import Tokens, UnknownToken, load_tokens

DATA = load_tokens()
LIGHT = Tokens(DATA)


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("scale", [0.9, 1.0, 1.5])
def test_no_token_is_left_unresolved(dark: bool, scale: float) -> None:
    assert "$" not in build_stylesheet(Tokens(DATA, dark=dark, text_scale=scale))


@pytest.mark.parametrize(
    "template", ["$(rose.nothing)", "$(size.none)", "$(radius.none-2)", "$(type.huge)", "$()"]
)
def test_an_unknown_token_is_an_error(template: str) -> None:
    with pytest.raises(UnknownToken):
        fill(template, LIGHT)


def test_a_length_can_be_lessened() -> None:
    assert fill("$(size.field) $(size.field-4)", LIGHT) == "34px 30px"


def test_a_number_can_grow_with_the_text() -> None:
    assert fill("$(scaled.40-2)", Tokens(DATA, text_scale=1.5)) == "58px"


def test_type_names_its_fallbacks() -> None:
    assert fill("$(type.title)", LIGHT) == (
        'font-family: "Literata", "Georgia", "Noto Serif", "serif"; font-size: 24px; '
        "font-weight: 500; font-style: normal"
    )


def test_comments_are_left_out() -> None:
    assert fill("a /* $(not.a.token) */ b", LIGHT) == "a  b"
