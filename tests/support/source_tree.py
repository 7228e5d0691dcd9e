"""The source tree as the house's checks see it: a root folder, its modules, its other files."""

import ast
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

FLOORS = ("ui", "app", "crypto", "resources")
PRODUCT = (*FLOORS, "packaging")
# Made by tools, named in .gitignore.
MADE = {
    ".git", ".venv", ".hypothesis", ".pytest_cache", ".ruff_cache", ".import_linter_cache",
    "__pycache__", "build", "dist", "node_modules", "underrose.egg-info",
}  # fmt: skip


@dataclass(frozen=True)
class Module:
    """One Python file: where it is, below the root, and what it says."""

    place: str  # "ui/theme/tokens.py"
    source: str

    @property
    def name(self) -> str:
        """The dotted name: "ui.theme.tokens"; a package's own file has the package's name."""
        return self.place.removesuffix(".py").removesuffix("/__init__").replace("/", ".")

    @property
    def tree(self) -> ast.Module:
        """The parsed file."""
        return ast.parse(self.source, self.place)


def files(root: Path) -> Iterator[Path]:
    """Yields every file of the project, without what tools make."""
    for folder, folders, names in os.walk(root):
        folders[:] = sorted(name for name in folders if name not in MADE)
        yield from (Path(folder, name) for name in sorted(names))


def modules(root: Path, *folders: str) -> Iterator[Module]:
    """Yields the Python files of these folders, or of all product code."""
    for folder in folders or PRODUCT:
        for path in files(root / folder):
            if path.suffix == ".py":
                yield Module(path.relative_to(root).as_posix(), path.read_text(encoding="utf-8"))


def called(call: ast.Call) -> str:
    """Returns the last name of what is called: "setText" for `self.title.setText(...)`."""
    function = call.func
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def calls(tree: ast.AST) -> Iterator[ast.Call]:
    """Yields every call in a file."""
    return (node for node in ast.walk(tree) if isinstance(node, ast.Call))


def imported(tree: ast.AST) -> Iterator[tuple[str, ast.stmt]]:
    """Yields what is imported by dotted name, with its statement."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield from ((f"{node.module}.{alias.name}", node) for alias in node.names)


Check = Callable[[Path], list[str]]


def planted(root: Path, place: str, source: str) -> Path:
    """Writes a file into a tree made for a test; returns the tree's root."""
    path = root / place
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(source, encoding="utf-8")
    return root
