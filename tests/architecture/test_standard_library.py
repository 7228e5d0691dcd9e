"""The supervisor loads the standard library alone, so that no secret has a way into it.

So does the policy of locking by itself, which is pure.
"""

import sys
from pathlib import Path

import pytest

from tests.support.source_tree import imported, modules, planted

STARTS = ("app.supervisor", "app.auto_lock")
OWN = ("app", "crypto", "ui", "resources")


def foreign(root: Path) -> list[str]:
    """What they and everything of ours that they import take from elsewhere."""
    known = {module.name: module for module in modules(root, *OWN)}
    waiting, seen, found = [*STARTS], set[str](), list[str]()
    while waiting:
        name = waiting.pop()
        if name in seen or name not in known:
            continue
        seen.add(name)
        for target, statement in imported(known[name].tree):
            if target.split(".")[0] in OWN:
                waiting += [target, target.rpartition(".")[0]]
            elif target.split(".")[0] not in sys.stdlib_module_names:
                found.append(f"{known[name].place}:{statement.lineno}")
    return found


def test_they_need_nothing_else(root: Path) -> None:
    assert foreign(root) == []


@pytest.mark.parametrize("place", ["app/supervisor.py", "app/process/verbs.py", "app/auto_lock.py"])
def test_a_foreign_import_is_found(tmp_path: Path, place: str) -> None:
    planted(tmp_path, "app/supervisor.py", "from app.process.verbs import LOCK\n")
    planted(tmp_path, place, "import os\nfrom app import verbs\nimport keyring\n")
    assert foreign(tmp_path) == [f"{place}:3"]
