"""On screen and on paper, apostrophes and quotation marks are typographic: ’ “ ”."""

import re
from pathlib import Path

import pytest

from tests.architecture.test_translation import marked
from tests.support.source_tree import files, planted

TYPEWRITTEN = re.compile(r"['\"]")
IN_A_WORD = re.compile(r"\w'\w")  # what else a file of texts has is its own punctuation
TEXTS = ("resources/templates", "resources/help")
KINDS = {".json", ".md", ".html", ".txt"}


def typewritten(root: Path) -> list[str]:
    """Texts with an apostrophe or quotation mark as typewriters had them."""
    words = [text for _, text in sorted(marked(root)) if TYPEWRITTEN.search(text)]
    return words + [
        f"{path.relative_to(root).as_posix()}:{number}"
        for folder in TEXTS
        for path in files(root / folder)
        if path.suffix in KINDS
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if IN_A_WORD.search(line)
    ]


def test_every_apostrophe_is_typographic(root: Path) -> None:
    assert typewritten(root) == []


@pytest.mark.parametrize(
    ("place", "source", "found"),
    [
        ("ui/page.py", 'translate("Page", "It isn\'t here.")', "It isn't here."),
        ("ui/page.py", "QT_TRANSLATE_NOOP('Page', 'Say \"no\"')", 'Say "no"'),
        ("resources/help/first.md", "# Help\nIt isn't here.", "resources/help/first.md:2"),
    ],
)
def test_a_typewritten_one_is_found(tmp_path: Path, place: str, source: str, found: str) -> None:
    assert typewritten(planted(tmp_path, place, source)) == [found]


@pytest.mark.parametrize(
    ("place", "source"),
    [
        ("ui/page.py", 'translate("Page", "It isn’t here.")'),
        ("ui/page.py", 'name = "it isn\'t shown"'),
        ("resources/help/first.html", "<p class='small'>It isn’t here.</p>"),
    ],
)
def test_anything_else_passes(tmp_path: Path, place: str, source: str) -> None:
    assert typewritten(planted(tmp_path, place, source)) == []
