"""Only the command line prints."""

from pathlib import Path

from tests.support.source_tree import called, calls, modules, planted

MAY_PRINT = {"app/__main__.py", "app/command_line/parser.py", "app/supervisor.py"}


def prints(root: Path) -> list[str]:
    return [
        f"{module.place}:{call.lineno}"
        for module in modules(root, "ui", "app", "crypto", "resources")
        if module.place not in MAY_PRINT
        for call in calls(module.tree)
        if called(call) in {"print", "pprint"}
    ]


def test_nothing_else_prints(root: Path) -> None:
    assert prints(root) == []


def test_a_print_is_found(tmp_path: Path) -> None:
    planted(tmp_path, "app/__main__.py", "print(1)\n")
    planted(tmp_path, "ui/jobs.py", "def f():\n    print(1)\n")
    assert prints(tmp_path) == ["ui/jobs.py:2"]
