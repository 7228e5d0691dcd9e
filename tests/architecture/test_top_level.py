"""The house has these rooms on its top floor, and a new one is placed on purpose."""

from pathlib import Path

from tests.support.source_tree import MADE, planted

TOP = {
    ".ci", ".gitignore", "CHANGELOG.md", "LICENSE", "README.md", "app", "crypto", "packaging",
    "pyproject.toml", "resources", "tests", "ui",
}  # fmt: skip


def out_of_place(root: Path) -> list[str]:
    return sorted({path.name for path in root.iterdir()} - TOP - MADE)


def test_nothing_else_stands_on_the_top_level(root: Path) -> None:
    assert out_of_place(root) == []


def test_everything_named_is_there(root: Path) -> None:
    assert sorted(TOP - {path.name for path in root.iterdir()}) == []


def test_a_stray_folder_is_found(tmp_path: Path) -> None:
    planted(tmp_path, "ui/__init__.py", "")
    assert out_of_place(planted(tmp_path, "scripts/x.py", "")) == ["scripts"]
