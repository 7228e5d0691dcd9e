"""One file imports the database driver."""

from pathlib import Path

from tests.support.source_tree import imported, modules, planted

DOOR = "crypto/vault/connection.py"


def doors(root: Path) -> list[str]:
    return [
        module.place
        for module in modules(root)
        if any(name.split(".")[0] in {"sqlcipher3", "sqlite3"} for name, _ in imported(module.tree))
    ]


def test_the_driver_has_one_door(root: Path) -> None:
    assert doors(root) == [DOOR]


def test_another_door_is_found(tmp_path: Path) -> None:
    planted(tmp_path, "crypto/vault/backup.py", "def f():\n    from sqlcipher3 import dbapi2\n")
    assert doors(tmp_path) == ["crypto/vault/backup.py"]
