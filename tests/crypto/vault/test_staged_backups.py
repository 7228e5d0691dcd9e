from pathlib import Path
from uuid import UUID, uuid4

from crypto.vault.staged_backups import clear_staged, staged_file
from tests.crypto.conftest import names


def test_each_backup_has_a_name_of_its_own(tmp_path: Path) -> None:
    path = staged_file(tmp_path, UUID(int=1))
    assert path == tmp_path / ".backup-00000000000000000000000000000001.new"


def test_only_what_bears_such_a_name_is_cleared(tmp_path: Path) -> None:
    for _ in range(3):
        staged = staged_file(tmp_path, uuid4())
        staged.write_bytes(b"half a backup")
        staged.with_name(f"{staged.name}-journal").write_bytes(b"its first page")
    kept = ["vault-1.db", ".backup-1.new", ".backup-" + "A" * 32 + ".new", "backup-" + "a" * 32]
    for name in kept:
        (tmp_path / name).touch()
    clear_staged(tmp_path)
    assert names(tmp_path) == sorted(kept)


def test_the_journal_of_one_that_had_just_been_begun_goes_with_it(tmp_path: Path) -> None:
    path = staged_file(tmp_path, UUID(int=1))
    for name in (path.name, f"{path.name}-journal"):
        (tmp_path / name).touch()
    clear_staged(tmp_path)
    assert names(tmp_path) == []


def test_what_the_disk_refuses_is_left_to_the_next(tmp_path: Path) -> None:
    for number in range(9):
        staged_file(tmp_path, UUID(int=number)).touch()
    refused = staged_file(tmp_path, UUID(int=9))
    refused.mkdir()
    clear_staged(tmp_path)
    assert names(tmp_path) == [refused.name], "and keeps no other"
    clear_staged(tmp_path / "gone")
