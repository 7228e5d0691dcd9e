"""What the documents name is there, and no folder of app is left out of the README."""

import re
from pathlib import Path

from tests.support.source_tree import PRODUCT, planted

DOCUMENTS = ("README.md", "app/GLOSSARY.md", "app/DECISIONS.md", "crypto/FORMAT.md")
NAMED = re.compile(rf"`((?:{'|'.join((*PRODUCT, 'tests'))})/[\w./-]*)`")


def missing(root: Path, *documents: str) -> list[str]:
    """Files and folders that a document names and that are not there."""
    return [
        f"{document}: {place}"
        for document in documents
        for place in NAMED.findall((root / document).read_text(encoding="utf-8"))
        if not (root / place).exists()
    ]


def left_out(root: Path) -> list[str]:
    """Folders of app that the README does not name."""
    named = set(NAMED.findall((root / "README.md").read_text(encoding="utf-8")))
    packages = sorted(path.parent.name for path in (root / "app").glob("*/__init__.py"))
    return [name for name in packages if f"app/{name}/" not in named]


def test_every_path_in_a_document_is_there(root: Path) -> None:
    assert missing(root, *DOCUMENTS) == []


def test_the_readme_leaves_no_folder_of_app_out_but_the_ground(root: Path) -> None:
    assert left_out(root) == ["core"]


def test_a_path_that_has_gone_is_found(tmp_path: Path) -> None:
    planted(tmp_path, "ui/shell/desk.py", "")
    planted(tmp_path, "README.md", "`ui/shell/`, `ui/shell/desk.py`, `ui/shell/lock.py`, `ui`")
    assert missing(tmp_path, "README.md") == ["README.md: ui/shell/lock.py"]


def test_a_folder_that_is_left_out_is_found(tmp_path: Path) -> None:
    planted(tmp_path, "app/ledger/__init__.py", "")
    planted(tmp_path, "app/storage/__init__.py", "")
    planted(tmp_path, "README.md", "`app/storage/`, `app/settings/`")
    assert left_out(tmp_path) == ["ledger"]
