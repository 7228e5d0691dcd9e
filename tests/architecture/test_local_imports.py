"""An import inside a function only defers a slow import, and a comment says so.

A module that is made of such functions says it once, in its docstring.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.source_tree import modules, planted

Function = ast.FunctionDef | ast.AsyncFunctionDef


def unexplained(root: Path) -> list[str]:
    found: list[str] = []
    for module in modules(root):
        if re.search(r"\bimported\b", ast.get_docstring(module.tree) or ""):
            continue
        lines = module.source.splitlines()
        found += [
            f"{module.place}:{first.lineno}"
            for first in _first_of_each_block(module.tree)
            if "#" not in lines[first.lineno - 1] + lines[first.lineno - 2]
        ]
    return found


def _first_of_each_block(tree: ast.Module) -> Iterator[ast.stmt]:
    """Yields imports in functions, of neighbouring ones the first alone."""
    for function in ast.walk(tree):
        if isinstance(function, Function):
            for node in ast.walk(function):
                body = getattr(node, "body", None)
                if isinstance(body, list):
                    yield from _leading(body)  # pyright: ignore[reportUnknownArgumentType]


def _leading(body: list[ast.stmt]) -> Iterator[ast.stmt]:
    before: ast.stmt | None = None
    for statement in body:
        is_import = isinstance(statement, ast.Import | ast.ImportFrom)
        if is_import and not isinstance(before, ast.Import | ast.ImportFrom):
            yield statement
        before = statement


def test_every_deferred_import_says_why(root: Path) -> None:
    assert unexplained(root) == []


@pytest.mark.parametrize(
    "source",
    [
        "def f():\n    import app\n",
        "def f():\n    if True:\n        from app import core\n",
        "class C:\n    def f(self):\n        x = 1\n        import app\n",
    ],
)
def test_an_unexplained_import_is_found(tmp_path: Path, source: str) -> None:
    assert len(unexplained(planted(tmp_path, "app/late.py", source))) == 1


@pytest.mark.parametrize(
    "source",
    [
        "def f():\n    import keyring  # 150 ms, after the first paint\n    import json\n",
        "def f():\n    # 150 ms, after the first paint\n    import keyring\n",
        '"""Calls. What they need is imported when they run."""\ndef f():\n    import json\n',
        "import json\n",
    ],
)
def test_an_explained_import_passes(tmp_path: Path, source: str) -> None:
    assert unexplained(planted(tmp_path, "app/late.py", source)) == []
