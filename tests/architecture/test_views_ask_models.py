"""A view asks its model, and only models ask the vault's worker (house rule 4)."""

import ast
from pathlib import Path, PurePosixPath

import pytest

from tests.support.source_tree import Module, calls, imported, modules, planted

ASKS = {"read", "write", "open", "create", "away"}


def is_view_model(place: str) -> bool:
    """Whether a file holds a view model, by its name."""
    return place.endswith("model.py") and not place.endswith(("_table_model.py", "_list_model.py"))


def may_ask(place: str) -> bool:
    """Whether a file is a view model, or holds the calls of one."""
    return is_view_model(place) or PurePosixPath(place).name == "calls.py"


def views_that_ask(root: Path) -> list[str]:
    return [
        f"{module.place}:{call.lineno}"
        for module in modules(root, "ui/pages")
        if not may_ask(module.place)
        for call in _asked(module)
    ]


def _asked(module: Module) -> list[ast.Call]:
    return [
        call
        for call in calls(module.tree)
        if isinstance(call.func, ast.Attribute)
        and call.func.attr in ASKS
        and ast.unparse(call.func.value).split(".")[-1].lstrip("_") == "jobs"
    ]


def views_that_reach_through(root: Path) -> list[str]:
    """Where a view takes the vault's worker out of a model, to make another model with it."""
    return [
        f"{module.place}:{node.lineno}"
        for module in modules(root, "ui")
        if not may_ask(module.place)
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Attribute)
        and node.attr in {"jobs", "_jobs"}
        and ast.unparse(node.value).endswith("model")
    ]


def models_of_qt_under_a_wrong_name(root: Path) -> list[str]:
    return [
        module.place
        for module in modules(root, "ui")
        if is_view_model(module.place)
        and any(name.endswith(("ListModel", "TableModel")) for name, _ in imported(module.tree))
    ]


def test_only_models_ask_the_vault(root: Path) -> None:
    assert views_that_ask(root) == []


@pytest.mark.parametrize("asked", ["jobs.read(self, f, g)", "self._jobs.away(self, f, g, h)"])
def test_a_view_that_asks_is_found(tmp_path: Path, asked: str) -> None:
    planted(tmp_path, "ui/pages/today/page.py", f"def f(self, jobs):\n    {asked}\n")
    assert views_that_ask(tmp_path) == ["ui/pages/today/page.py:2"]


def test_no_view_reaches_through_a_model_for_the_worker(root: Path) -> None:
    assert views_that_reach_through(root) == []


@pytest.mark.parametrize("reached", ["self.model.jobs", "self._model._jobs", "model.jobs"])
def test_a_view_that_reaches_through_a_model_is_found(tmp_path: Path, reached: str) -> None:
    planted(tmp_path, "ui/pages/today/page.py", f"def f(self, model):\n    g({reached})\n")
    assert views_that_reach_through(tmp_path) == ["ui/pages/today/page.py:2"]


@pytest.mark.parametrize("name", ["rows_table_model.py", "rows_list_model.py"])
def test_a_model_of_qt_is_no_view_model(tmp_path: Path, name: str) -> None:
    planted(tmp_path, f"ui/pages/today/{name}", "def f(jobs):\n    jobs.write(f, f)\n")
    assert views_that_ask(tmp_path) == [f"ui/pages/today/{name}:2"]


@pytest.mark.parametrize("name", ["view_model.py", "export_model.py", "calls.py"])
def test_a_view_model_may_ask(tmp_path: Path, name: str) -> None:
    planted(tmp_path, f"ui/pages/today/{name}", "def f(jobs):\n    jobs.write(f, f)\n")
    assert views_that_ask(tmp_path) == []


def test_a_file_that_is_opened_is_no_question(tmp_path: Path) -> None:
    planted(tmp_path, "ui/pages/today/page.py", "def f(dialog):\n    dialog.open()\n")
    assert views_that_ask(tmp_path) == []


def test_models_of_qt_are_named_so(root: Path) -> None:
    assert models_of_qt_under_a_wrong_name(root) == []


def test_a_model_of_qt_under_the_name_of_a_view_model_is_found(tmp_path: Path) -> None:
    source = "from PySide6.QtCore import QAbstractListModel\n"
    planted(tmp_path, "ui/pages/today/rows_model.py", source)
    planted(tmp_path, "ui/pages/today/rows_list_model.py", source)
    assert models_of_qt_under_a_wrong_name(tmp_path) == ["ui/pages/today/rows_model.py"]
