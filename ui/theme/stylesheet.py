"""The application's one stylesheet, filled from tokens.

`resources/styles/underrose.qss` names tokens in `$(...)`:

    $(bg.page)           a colour
    $(size.field)        a length; also space, radius, width (of lines) and scaled (a number that
                         grows with the text), each less a whole number: $(size.field-2)
    $(type.title)        family, size, weight and style of a step of the type scale
"""

import re

from PySide6.QtGui import QColor

from resources.files import read_text
from ui.theme.tokens import Tokens

TOKEN = re.compile(r"\$\(([^)]*)\)")
LENGTH = re.compile(r"(space|radius|width|scaled|size)\.([\w.]+)(?:-(\d+))?")
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


def build_stylesheet(tokens: Tokens) -> str:
    """Return the stylesheet for one set of tokens. Raises UnknownToken."""
    return fill(read_text("styles/underrose.qss"), tokens)


def fill(template: str, tokens: Tokens) -> str:
    """Replace every `$(...)` in `template` by its token. Raises UnknownToken."""
    return TOKEN.sub(lambda match: resolve(match[1], tokens), COMMENT.sub("", template))


def resolve(name: str, tokens: Tokens) -> str:
    """Return what one `$(name)` stands for. Raises UnknownToken."""
    if match := LENGTH.fullmatch(name):
        return f"{length(match[1], match[2], tokens) - int(match[3] or 0)}px"
    if name.startswith("type."):
        return type_declarations(name.removeprefix("type."), tokens)
    return tokens.color(name).name(QColor.NameFormat.HexArgb)


def length(section: str, name: str, tokens: Tokens) -> int:
    """Return a length of one section of the tokens, in logical pixels."""
    match section:
        case "space":
            return tokens.space(int(name))
        case "radius":
            return tokens.radius(name)
        case "width":
            return tokens.line(name)
        case "scaled":
            return tokens.scaled(int(name))
        case _:
            return tokens.size(name)


def type_declarations(name: str, tokens: Tokens) -> str:
    """Return a type style as QSS declarations."""
    style = tokens.type_style(name)
    families = ", ".join(f'"{family}"' for family in style.families)
    slant = "italic" if style.italic else "normal"
    return (
        f"font-family: {families}; font-size: {style.size}px; "
        f"font-weight: {style.weight}; font-style: {slant}"
    )
