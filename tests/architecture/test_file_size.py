"""A file of product code stays under 300 lines."""

from pathlib import Path

from tests.support.source_tree import modules, planted

LINES = 300


def too_long(root: Path) -> list[str]:
    return [
        f"{module.place}: {count} lines"
        for module in modules(root)
        if (count := len(module.source.splitlines())) >= LINES
    ]


def test_no_file_is_too_long(root: Path) -> None:
    assert too_long(root) == []


def test_a_long_file_is_found(tmp_path: Path) -> None:
    planted(tmp_path, "ui/short.py", "x = 1\n" * 299)
    planted(tmp_path, "ui/long.py", "x = 1\n" * 300)
    assert too_long(tmp_path) == ["ui/long.py: 300 lines"]
