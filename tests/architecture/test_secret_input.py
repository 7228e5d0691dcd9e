"""No field of ours lets an input method learn what is typed into it."""

import ast
from pathlib import Path

import pytest

from tests.support.source_tree import Module, modules, planted

FIELDS = {"QLineEdit", "QTextEdit", "QPlainTextEdit"}
MINDFUL = ("learn_nothing(", "keep_secret(", "setReadOnly(True)")
# What becomes a Field's editor is minded by the Field, what is derived from a view by its editor.
MINDED_ELSEWHERE = {"ui/widgets/day_field.py", "ui/pages/session/note_view.py"}


def careless(root: Path) -> list[str]:
    """Modules that make a text field, or a kind of one, and let it be learned from."""
    return [
        module.place
        for module in modules(root, "ui")
        if module.place not in MINDED_ELSEWHERE
        and _makes_a_field(module)
        and not any(call in module.source for call in MINDFUL)
    ]


def _makes_a_field(module: Module) -> bool:
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Call) and ast.unparse(node.func) in FIELDS:
            return True
        if isinstance(node, ast.ClassDef) and {ast.unparse(base) for base in node.bases} & FIELDS:
            return True
    return False


def test_every_field_is_minded(root: Path) -> None:
    assert careless(root) == []


@pytest.mark.parametrize("line", ["field = QLineEdit()", "class Box(QPlainTextEdit): ..."])
def test_a_careless_field_is_found(tmp_path: Path, line: str) -> None:
    planted(tmp_path, "ui/page.py", f"{line}\n")
    planted(tmp_path, "ui/good.py", f"{line}\nlearn_nothing(field)\n")
    assert careless(tmp_path) == ["ui/page.py"]
