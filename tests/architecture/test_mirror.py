"""Tests mirror the source: a test file stands where the code that it tests stands."""

from pathlib import Path

from tests.support.source_tree import FLOORS, files, planted


def astray(root: Path) -> list[str]:
    """Folders of tests without a folder of code above which they could stand."""
    return sorted(
        {
            path.parent.relative_to(root).as_posix()
            for floor in FLOORS
            for path in files(root / "tests" / floor)
            if path.suffix == ".py"
            and not (root / path.parent.relative_to(root / "tests")).is_dir()
        }
    )


def test_every_test_stands_where_its_code_does(root: Path) -> None:
    assert astray(root) == []


def test_a_test_that_stands_astray_is_found(tmp_path: Path) -> None:
    planted(tmp_path, "ui/places/page.py", "")
    planted(tmp_path, "tests/ui/places/test_page.py", "")
    planted(tmp_path, "tests/ui/windows/test_page.py", "")
    assert astray(tmp_path) == ["tests/ui/windows"]
