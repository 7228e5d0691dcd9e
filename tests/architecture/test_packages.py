"""pyproject.toml lists every package of the tree and no other."""

import tomllib
from pathlib import Path

from tests.support.source_tree import FLOORS, files, planted


def difference(root: Path) -> list[str]:
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    listed = set(project["tool"]["setuptools"]["packages"])
    there = {
        ".".join(path.parent.relative_to(root).parts)
        for floor in FLOORS
        for path in files(root / floor)
        if path.name == "__init__.py"
    }
    return sorted(
        [f"+ {name}" for name in there - listed] + [f"- {name}" for name in listed - there]
    )


def packageless(root: Path) -> list[str]:
    """Folders with Python files that no import would find once installed."""
    return sorted(
        {
            path.parent.relative_to(root).as_posix()
            for floor in FLOORS
            for path in files(root / floor)
            if path.suffix == ".py" and not (path.parent / "__init__.py").exists()
        }
    )


def test_the_list_is_the_tree(root: Path) -> None:
    assert difference(root) == []


def test_every_folder_of_modules_is_a_package(root: Path) -> None:
    assert packageless(root) == []


def test_a_missing_and_a_stale_package_are_found(tmp_path: Path) -> None:
    planted(tmp_path, "pyproject.toml", '[tool.setuptools]\npackages = ["ui", "ui.old"]\n')
    planted(tmp_path, "ui/__init__.py", "")
    planted(tmp_path, "ui/new/__init__.py", "")
    assert difference(tmp_path) == ["+ ui.new", "- ui.old"]


def test_a_folder_without_its_init_is_found(tmp_path: Path) -> None:
    assert packageless(planted(tmp_path, "ui/lost/page.py", "")) == ["ui/lost"]
