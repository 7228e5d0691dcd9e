"""Tokens: every name can be read, none can be invented, and the contrasts hold."""

from collections.abc import Callable

import pytest
from PySide6.QtGui import QColor

from ui.theme.tokens import MOTION, UNSCALED, Tokens, UnknownToken, load_tokens

DATA = load_tokens()
LIGHT, DARK = Tokens(DATA), Tokens(DATA, dark=True)
CONTRAST = DATA["contrast"]


def luminance(color: QColor) -> float:
    def linear(channel: float) -> float:
        return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(c) for c in (color.redF(), color.greenF(), color.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: QColor, other: QColor) -> float:
    """The contrast ratio of WCAG 2.2."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_every_colour_can_be_read(tokens: Tokens) -> None:
    for name in DATA["color"]["light"]:
        assert tokens.color(name).isValid()


def test_light_and_dark_declare_the_same_colours() -> None:
    assert DATA["color"]["light"].keys() == DATA["color"]["dark"].keys()


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("pair", CONTRAST)
def test_a_contrast_is_met_and_as_declared(pair: str, tokens: Tokens) -> None:
    ink, ground = pair.split(" on ")
    found = contrast(tokens.color(ink), tokens.color(ground))
    assert found >= CONTRAST[pair]["need"]
    assert found == pytest.approx(CONTRAST[pair]["dark" if tokens.dark else "light"], abs=0.01)


def test_every_other_token_can_be_read() -> None:
    readers: dict[str, Callable[[str], int]] = {
        "space": lambda step: LIGHT.space(int(step)),
        "radius": LIGHT.radius,
        "line": LIGHT.line,
        "duration": LIGHT.duration,
    }
    for section, read in readers.items():
        for name, value in DATA[section].items():
            assert read(name) == value
    for name, value in DATA["size"].items():
        if isinstance(value, list):
            assert [LIGHT.size(f"{name}.width"), LIGHT.size(f"{name}.height")] == value
        else:
            assert LIGHT.size(name) == value
    for name, style in DATA["type"]["scale"].items():
        assert LIGHT.type_style(name).size == style["size"]
    for name in DATA["easing"]:
        assert LIGHT.easing(name)
    for name in ("popup", "dialog"):
        assert LIGHT.elevation(name).blur == DATA["elevation"][name]["blur"]


@pytest.mark.parametrize(
    "read",
    [
        lambda: LIGHT.color("rose.nothing"),
        lambda: LIGHT.space(10),
        lambda: LIGHT.radius("none"),
        lambda: LIGHT.line("none"),
        lambda: LIGHT.size("none"),
        lambda: LIGHT.size("switch"),
        lambda: LIGHT.size("control.width"),
        lambda: LIGHT.duration("long"),
        lambda: LIGHT.easing("bounce"),
        lambda: LIGHT.elevation("note"),
        lambda: LIGHT.type_style("huge"),
    ],
)
def test_an_unknown_token_is_an_error(read: Callable[[], object]) -> None:
    with pytest.raises(UnknownToken):
        read()


def test_translucent_colours_keep_their_alpha() -> None:
    assert LIGHT.color("scrim").alphaF() == pytest.approx(0.42, abs=0.005)


def test_text_scale_reaches_type_controls_and_rows() -> None:
    large = Tokens(DATA, text_scale=1.5)
    assert large.type_style("title").size == 36
    assert large.size("control") == 51
    assert large.size("row") == 66


def test_text_scale_leaves_lines_radii_and_fixed_widths() -> None:
    large = Tokens(DATA, text_scale=1.5)
    assert large.radius("card") == LIGHT.radius("card")
    assert large.line("focus") == LIGHT.line("focus")
    assert all(large.size(name) == LIGHT.size(name) for name in UNSCALED)


def test_high_contrast_takes_the_stronger_line_and_ink() -> None:
    strong = Tokens(DATA, high_contrast=True)
    assert strong.color("line.subtle") == LIGHT.color("line.control")
    assert strong.color("ink.tertiary") == LIGHT.color("ink.secondary")


def test_reduced_motion_stops_movements_but_not_waiting() -> None:
    still = Tokens(DATA, still=True)
    assert {still.duration(name) for name in MOTION} == {0}
    assert still.duration("toast") == LIGHT.duration("toast")
