"""No package registry's address and no path of somebody's machine stands in the tree."""

import re
from pathlib import Path

import pytest

from tests.support.source_tree import files, planted

ADDRESSES = {
    "registry": re.compile(
        r"https?://[\w.:-]+/(?:simple|packages|npm|index)\b|--(?:extra-)?index-url\s*[=\s]\s*\S"
        r"|\b(?:pypi|pythonhosted|npmjs|debian)\.org\b"
    ),
    "machine": re.compile(r"(?<![\w.~-])/(?:work|root|Users)/\w|(?<![\w.~-])/home/\w+/"),
}  # fmt: skip


def addresses(root: Path) -> list[str]:
    found: list[str] = []
    for path in files(root):
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue  # a font, a picture
        place = path.relative_to(root).as_posix()
        found += [f"{place}: a {kind}'s" for kind, seen in ADDRESSES.items() if seen.search(text)]
    return found


def test_no_address_stands_in_the_tree(root: Path) -> None:
    assert addresses(root) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("see https://example.org" + "/simple/", "registry"),
        ("from pypi" + ".org", "registry"),
        ("pip install --index" + "-url https://example.org x", "registry"),
        ("cd /" + "root/project", "machine"),
        ("cd /" + "home/hanna/notes", "machine"),
        ("cd /" + "Users/hanna", "machine"),
    ],
)
def test_an_address_is_found(tmp_path: Path, text: str, kind: str) -> None:
    assert addresses(planted(tmp_path, "x.md", text)) == [f"x.md: a {kind}'s"]
