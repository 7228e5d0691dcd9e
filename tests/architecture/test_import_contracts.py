"""The import contracts of pyproject.toml hold, and each breaks, alone, when its rule is broken."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.source_tree import FLOORS, files, planted

VIOLATIONS = [
    # contract, file, what is added to it
    ("floors", "crypto/secret.py", "import app.core.ids"),
    ("qt", "app/core/ids.py", "import PySide6.QtCore"),
    ("ciphers", "ui/translation.py", "import keyring"),
    ("ciphers", "app/workspace.py", "from cryptography.hazmat.primitives import hashes"),
    ("app", "app/core/ids.py", "import app.ledger.entry"),
    ("app", "app/supervisor.py", "import app.core.ids"),
    ("app", "app/new_room/__init__.py", ""),
    ("crypto", "crypto/keyring/store.py", "import crypto.slots.slot"),
    ("crypto", "crypto/new_room/__init__.py", ""),
    ("ui", "ui/widgets/card.py", "import ui.places.page"),
    ("ui", "ui/new_room/__init__.py", ""),
    ("slices", "app/records/clients/service.py", "import app.records.sessions.record"),
    ("workflows", "app/workflows/privacy_check/disk.py", "import app.workflows.restore.step"),
    ("workflows", "app/workflows/backup/places.py", "import app.workflows.privacy_check.disk"),
    ("workflows", "app/workflows/new_room/__init__.py", ""),
    ("slice", "app/records/clients/record.py", "import app.records.clients.service"),
    ("slice", "app/records/clients/new_room.py", ""),
    ("storage", "app/records/clients/record.py", "import app.storage.database"),
    ("storage", "ui/widgets/card.py", "import app.storage.database"),
    ("repositories", "app/workspace.py", "import app.records.clients.repository"),
    ("pages", "ui/pages/unlock/page.py", "import ui.pages.today.page"),
]


def broken_contracts(root: Path) -> set[str]:
    """Names of the contracts that do not hold in the tree at `root`."""
    lint = "from importlinter.cli import lint_imports_command as lint; lint()"
    found = subprocess.run(
        [sys.executable, "-c", lint, "--no-cache"],
        cwd=root,
        env=os.environ | {"PYTHONPATH": str(root), "COLUMNS": "200"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert found.stdout.count("Contracts: ") == 1, found.stdout + found.stderr
    return set(re.findall(r"^(.*\S) +BROKEN", found.stdout, re.MULTILINE))


def contract_names(root: Path) -> dict[str, str]:
    text = (root / "pyproject.toml").read_text(encoding="utf-8")
    return dict(re.findall(r'^id = "(\w+)"\nname = "(.+)"$', text, re.MULTILINE))


@pytest.fixture(scope="module")
def copy(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project file and every module, nothing else."""
    copied = tmp_path_factory.mktemp("tree")
    shutil.copy(root / "pyproject.toml", copied)
    for floor in FLOORS:
        for path in files(root / floor):
            if path.suffix == ".py":
                planted(copied, path.relative_to(root).as_posix(), path.read_text("utf-8"))
    return copied


@pytest.fixture(scope="module")
def already_broken(copy: Path) -> set[str]:
    """What does not hold before anything is planted: told by its own test, and by no other."""
    return broken_contracts(copy)


def test_every_contract_holds(root: Path) -> None:
    assert broken_contracts(root) == set()


def test_every_contract_is_proven(root: Path) -> None:
    assert {contract for contract, _, _ in VIOLATIONS} == set(contract_names(root))


@pytest.mark.parametrize(("contract", "place", "added"), VIOLATIONS)
def test_a_violation_breaks_its_contract_alone(
    copy: Path, already_broken: set[str], contract: str, place: str, added: str
) -> None:
    path = copy / place
    before = path.read_text("utf-8") if path.exists() else None
    planted(copy, place, f"{before or ''}\n{added}\n")
    try:
        assert broken_contracts(copy) - already_broken == (
            {contract_names(copy)[contract]} - already_broken
        )
    finally:
        if before is None:
            path.unlink()
            if path.name == "__init__.py":
                path.parent.rmdir()
        else:
            path.write_text(before, "utf-8")
