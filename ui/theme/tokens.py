"""Colours, sizes, type and durations by name, as `resources/tokens.json` declares them."""

import json
import re
from collections.abc import Mapping
from typing import Any, NamedTuple, cast

from PySide6.QtGui import QColor

from resources.files import read_text

HIGH_CONTRAST = {"line.subtle": "line.control", "ink.tertiary": "ink.secondary"}
UNSCALED = frozenset({"sidebar", "sidebarCollapsed", "scrollbar"})
MOTION = frozenset({"quick", "normal", "sheet"})
RGBA = re.compile(r"rgba\((\d+),(\d+),(\d+),([\d.]+)\)")


class UnknownToken(Exception):
    """A name that `tokens.json` doesn't declare."""


class TypeStyle(NamedTuple):
    """One step of the type scale; size and line in logical pixels, already scaled."""

    families: tuple[str, ...]
    size: int
    line: int
    weight: int
    italic: bool


class Elevation(NamedTuple):
    """The shadow of something that floats; blur and y in logical pixels."""

    blur: int
    y: int
    color: QColor


class Tokens(NamedTuple):
    """One resolved set of tokens; every lookup raises UnknownToken for a name not declared."""

    data: Mapping[str, Any]
    dark: bool = False
    text_scale: float = 1.0
    high_contrast: bool = False
    still: bool = False

    def color(self, name: str) -> QColor:
        """Return a colour by its role, for example "ink.primary"."""
        if self.high_contrast:
            name = HIGH_CONTRAST.get(name, name)
        return parse_color(self._find("color", "dark" if self.dark else "light", name))

    def space(self, step: int) -> int:
        """Return a step of spacing (1 to 9) in logical pixels."""
        return int(self._find("space", str(step)))

    def radius(self, name: str) -> int:
        """Return a corner radius in logical pixels."""
        return int(self._find("radius", name))

    def line(self, name: str) -> int:
        """Return a line width in logical pixels."""
        return int(self._find("line", name))

    def size(self, name: str) -> int:
        """Return a control, row or icon size in logical pixels at the user's text scale.

        Pairs are reached by ".width" and ".height", for example "switch.width".
        """
        base, _, side = name.partition(".")
        value = self._find("size", base)
        if isinstance(value, list) != (side in ("width", "height")):
            raise UnknownToken(name)
        number = int(value[("width", "height").index(side)] if side else value)
        return number if base in UNSCALED else self.scaled(number)

    def duration(self, name: str) -> int:
        """Return a duration in milliseconds; movements take none when motion is reduced."""
        return 0 if self.still and name in MOTION else int(self._find("duration", name))

    def easing(self, name: str) -> str:
        """Return the name of an easing curve, as QEasingCurve spells it."""
        return str(self._find("easing", name))

    def elevation(self, name: str) -> Elevation:
        """Return the shadow of a "popup" or "dialog"."""
        shade = str(self._find("elevation", name, "dark" if self.dark else "light"))
        return Elevation(
            int(self._find("elevation", name, "blur")),
            int(self._find("elevation", name, "y")),
            parse_color(shade),
        )

    def type_style(self, name: str) -> TypeStyle:
        """Return a step of the type scale at the user's text scale."""
        family = str(self._find("type", "scale", name, "family"))
        first = str(self._find("type", "families", family))
        others = self._find("type", "families", f"fallback{family.capitalize()}")
        style: Mapping[str, Any] = self._find("type", "scale", name)
        return TypeStyle(
            families=(first, *others),
            size=self.scaled(style["size"]),
            line=self.scaled(style["line"]),
            weight=int(style["weight"]),
            italic=bool(style.get("italic", False)),
        )

    def scaled(self, pixels: int) -> int:
        """Return a length that grows with the text, in whole logical pixels."""
        return round(pixels * self.text_scale)

    def _find(self, *keys: str) -> Any:  # noqa: ANN401 - JSON; each caller names the type
        found: Any = self.data
        for key in keys:
            if not isinstance(found, Mapping) or key not in found:
                raise UnknownToken(".".join(keys))
            found = cast(Mapping[str, Any], found)[key]
        return found


def parse_color(text: str) -> QColor:
    """Return the colour written as "#RRGGBB" or "rgba(r,g,b,alpha)"."""
    if match := RGBA.fullmatch(text):
        red, green, blue = (int(part) for part in match.groups()[:3])
        return QColor(red, green, blue, round(float(match[4]) * 255))
    return QColor(text)


def load_tokens() -> Mapping[str, Any]:
    """Return what `tokens.json` declares, as plain mappings."""
    return json.loads(read_text("tokens.json"))
