"""What a record writes into the ledger, the check reads again; VERIFIED names every kind."""

import ast
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

import pytest

from tests.support.source_tree import Module, called, calls, imported, modules, planted

RECORDS = "app/records"
LIST_AT = "app/workflows/every_kind.py"


def unvouched(root: Path) -> list[str]:
    """The entries of records that no encoder in force can read: slice and kind."""
    listed = set(_listed(root))
    vouched = {
        (_slice(module), kind)
        for module in modules(root, RECORDS)
        if PurePosixPath(module.place).name == "verified.py"
        for name, kinds in _encoders(module)
        if f"{module.name}.{name}" in listed
        for kind in kinds
    }
    written = {
        (_slice(module), _kind(call))
        for module in modules(root, RECORDS)
        for call in calls(module.tree)
        if called(call) == "Entry"
    }
    return sorted(f"{slice}: {kind}" for slice, kind in written - vouched)


def _slice(module: Module) -> str:
    return PurePosixPath(module.place).parent.name


def _kind(call: ast.Call) -> str:
    match call.args:
        case [ast.Constant(value=str(kind)), *_]:
            return kind
        case _:
            return f"not a plain kind in line {call.lineno}"


def _encoders(module: Module) -> Iterator[tuple[str, set[str]]]:
    """Each `NAME = Verified(…)` with the kinds of entries that it reads."""
    for statement in module.tree.body:
        match statement:
            case ast.Assign(targets=[ast.Name(id=name)], value=ast.Call() as call):
                if called(call) == "Verified":
                    yield name, _keys(call)
            case _:
                pass


def _keys(call: ast.Call) -> set[str]:
    return {
        key.value
        for node in ast.walk(call)
        if isinstance(node, ast.Dict)
        for key in node.keys
        if isinstance(key, ast.Constant) and isinstance(key.value, str)
    }


def _listed(root: Path) -> Iterator[str]:
    """What VERIFIED names, as "app.records.clients.verified.CLIENTS"."""
    tree = ast.parse((root / LIST_AT).read_text(encoding="utf-8"))
    origin = {name.rpartition(".")[2]: name for name, _ in imported(tree)}
    for statement in tree.body:
        match statement:
            case ast.Assign(targets=[ast.Name(id="VERIFIED")], value=ast.Tuple(elts=names)):
                yield from (origin[each.id] for each in names if isinstance(each, ast.Name))
            case _:
                pass


def test_every_entry_of_a_record_can_be_checked(root: Path) -> None:
    assert unvouched(root) == []


def test_every_slice_that_writes_entries_was_looked_at(root: Path) -> None:
    slices = {name.split(".")[2] for name in _listed(root)}
    assert slices == {
        path.name
        for path in (root / RECORDS).iterdir()
        if any("log.append(" in file.read_text("utf-8") for file in path.glob("*.py"))
    }


SERVICE = 'def f(self, writer, id):\n    self._log.append(writer, Entry("goal/1", id, {}))\n'
VERIFIED = 'GOALS = Verified("goal", "goals", COLUMNS, {"goal/1": _content_1})\n'
LIST = "from app.records.goals.verified import GOALS\n\nVERIFIED = (GOALS,)\n"


@pytest.mark.parametrize(
    ("service", "verified", "listed", "found"),
    [
        (SERVICE, VERIFIED, LIST, []),
        (SERVICE, "", LIST, ["goals: goal/1"]),
        (SERVICE, VERIFIED, "VERIFIED = ()\n", ["goals: goal/1"]),
        (SERVICE.replace("/1", "/2"), VERIFIED, LIST, ["goals: goal/2"]),
        (
            SERVICE.replace('"goal/1"', "KIND"),
            VERIFIED,
            LIST,
            ["goals: not a plain kind in line 2"],
        ),
    ],
)
def test_an_entry_that_nothing_checks_is_found(
    tmp_path: Path, service: str, verified: str, listed: str, found: list[str]
) -> None:
    planted(tmp_path, "app/records/goals/service.py", service)
    planted(tmp_path, "app/records/goals/verified.py", verified)
    planted(tmp_path, LIST_AT, listed)
    assert unvouched(tmp_path) == found
