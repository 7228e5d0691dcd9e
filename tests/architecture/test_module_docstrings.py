"""Every module says its job in a sentence."""

import ast
from pathlib import Path

import pytest

from tests.support.source_tree import modules, planted


def silent(root: Path) -> list[str]:
    return [
        module.place
        for module in modules(root)
        if not (ast.get_docstring(module.tree) or "").strip()
    ]


def test_every_module_says_its_job(root: Path) -> None:
    assert silent(root) == []


@pytest.mark.parametrize("source", ["", "x = 1\n", '"""  """\n', "# a comment is not enough\n"])
def test_a_silent_module_is_found(tmp_path: Path, source: str) -> None:
    planted(tmp_path, "app/loud.py", '"""Says its job."""\n')
    assert silent(planted(tmp_path, "app/silent.py", source)) == ["app/silent.py"]
