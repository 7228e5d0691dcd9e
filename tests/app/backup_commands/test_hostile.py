"""A backup whose maker has the words and bad intentions is refused, and nothing is made of it."""

from pathlib import Path

import pytest

from app.backup_commands.restoring import Wanted
from tests.support.hostile_backups import HOSTILE, make_backup, setting
from tests.support.kept_backup import Kept, Run


def everything_below(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() if path.is_file() else b""
        for path in folder.rglob("*")
    }


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "home" / "Restored.vault"


def assert_refused(
    kept: Kept, look: Run, restore: Run, target: Path, *, code: int, error: str
) -> None:
    """By looking and by restoring, with the same class and nothing written anywhere."""
    file = kept.stick / "hostile"
    target.parent.mkdir()
    before = everything_below(target.parents[1])
    looked = look(file, kept.by_words)
    assert (looked.code, looked.json["error"]) == (code, error)
    restored = restore(file, kept.by_words, Wanted(target))
    assert (restored.code, restored.json["error"]) == (code, error)
    assert everything_below(target.parents[1]) == before


@pytest.mark.parametrize("name", list(HOSTILE))
def test_a_database_that_is_not_the_apps_is_refused(
    kept: Kept, look: Run, restore: Run, target: Path, name: str
) -> None:
    workspace = kept.open()
    make_backup(workspace, kept.words, kept.stick / "hostile", HOSTILE[name])
    workspace.close()
    assert_refused(kept, look, restore, target, code=13, error="BackupDamaged")


def test_a_database_of_a_newer_version_is_told(
    kept: Kept, look: Run, restore: Run, target: Path
) -> None:
    workspace = kept.open()
    make_backup(workspace, kept.words, kept.stick / "hostile", setting("user_version = 9999"))
    workspace.close()
    assert_refused(kept, look, restore, target, code=1, error="BackupTooNew")


def test_one_of_a_newer_format_is_told(kept: Kept, look: Run, restore: Run, target: Path) -> None:
    data = kept.backup.read_bytes().replace(b"UNDERROSE-BACKUP 1\n", b"UNDERROSE-BACKUP 2\n")
    (kept.stick / "hostile").write_bytes(data)
    assert_refused(kept, look, restore, target, code=1, error="BackupTooNew")
