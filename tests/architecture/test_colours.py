"""Colours in ui/ come from the tokens, never from a literal."""

import re
from pathlib import Path

import pytest

from tests.support.source_tree import files, modules, planted

LITERAL = re.compile(
    r"""
      (?:["':(,]\s*|\b(?:solid|dashed|dotted)\s+)       # "#fff", and in style sheets
      \#(?:[0-9a-fA-F]{8}|[0-9a-fA-F]{6}|[0-9a-fA-F]{3,4})\b
    | \bQColor\(\s*["'\d]                             # QColor("red"), QColor(1, 2, 3)
    | \bQColor\.from(?:Rgb|Hsv|Hsl|Cmyk|String)\w*\(\s*["'\d]
    | \bQt\.(?:GlobalColor\.)?(?:black|white|red|green|blue|cyan|magenta|yellow|gray|
        darkGray|lightGray|dark(?:Red|Green|Blue|Cyan|Magenta|Yellow)|transparent|color[01])\b
    | \bGlobalColor\b
    | \b(?:rgb|rgba|hsl|hsla|hsv|hsva)\(\s*\d         # in style sheets
    """,
    re.VERBOSE,
)
# Not a colour that anybody sees: an image is cleared with it before it is painted on.
CLEARING = re.compile(r"\.fill\((?:Qt\.GlobalColor\.transparent|QColor\.fromRgba\(0\))\)")


def literal_colours(root: Path) -> list[str]:
    sources = [(module.place, module.source) for module in modules(root, "ui")]
    sources += [
        (path.relative_to(root).as_posix(), path.read_text(encoding="utf-8"))
        for path in files(root / "resources" / "styles")
        if path.suffix == ".qss"
    ]
    return [
        f"{place}:{number}"
        for place, source in sources
        for number, line in enumerate(source.splitlines(), 1)
        if LITERAL.search(CLEARING.sub("", line))
    ]


def test_colours_come_from_tokens(root: Path) -> None:
    assert literal_colours(root) == []


@pytest.mark.parametrize(
    "line",
    [
        'ink = "#1a2B3c"',
        "sheet = 'color: #fff;'",
        "sheet = 'border: 1px solid #fff'",
        'brush = QColor("red")',
        "brush = QColor(12, 34, 56)",
        "brush = QColor.fromRgb(12, 34, 56)",
        "pen.setColor(Qt.GlobalColor.red)",
        "pen.setColor(Qt.darkGray)",
        "sheet = 'color: rgba(0, 0, 0, 0.5)'",
    ],
)
def test_a_literal_colour_is_found(tmp_path: Path, line: str) -> None:
    assert literal_colours(planted(tmp_path, "ui/mark.py", f"x = 1\n{line}\n")) == ["ui/mark.py:2"]


@pytest.mark.parametrize(
    "line", ['ink = tokens.color("ink.primary")', "# see issue #123 of ours", "x = QColor(other)"]
)
def test_a_token_is_not_a_literal(tmp_path: Path, line: str) -> None:
    assert literal_colours(planted(tmp_path, "ui/mark.py", line)) == []


def test_a_literal_colour_in_a_style_sheet_is_found(tmp_path: Path) -> None:
    planted(tmp_path, "resources/styles/app.qss", "QLabel { color: #123456; }")
    assert literal_colours(tmp_path) == ["resources/styles/app.qss:1"]
