"""A backup is believed for what it holds: its schema first, then every byte, table and record."""

import os
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from app.storage import drafts, meta, migrate
from app.storage.transaction import Writer
from app.workflows.backup import proof as proof_module
from app.workflows.backup.make_backup import StagedBackup
from app.workflows.backup.proof import prove
from app.workflows.backup.step import Proof, Stage
from app.workspace import Workspace
from crypto.backup.blocks import BLOCKS
from crypto.backup.opened import OpenBackup, open_backup
from crypto.backup.subkeys import BackupPurpose, backup_subkey
from crypto.backup.write_backup import write_backup
from crypto.errors import BackupDamaged, BackupTooNew
from crypto.vault.connection import VaultConnection, open_database
from crypto.vault.copy_database import copy_pages
from tests.app.workflows.backup.conftest import untold
from tests.support.workspaces import a_workspace

Change = Callable[[VaultConnection], object]


def unchanged(_: VaultConnection) -> None: ...


def unwatched(_done: int, _total: int) -> None: ...


def backup_of(staged: StagedBackup, folder: Path, change: Change = unchanged) -> OpenBackup:
    """A well-formed backup whose database was changed before it was sealed in."""
    copy = staged.staged
    with backup_subkey(copy.key, BackupPurpose.DATABASE, copy.backup_id) as key:
        connection = open_database(copy.path, key)
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.begin()
    change(connection)
    connection.commit()
    connection.close()
    changed = replace(copy, db_bytes=copy.path.stat().st_size)
    return carried(replace(staged, staged=changed), folder)


def carried(staged: StagedBackup, folder: Path) -> OpenBackup:
    errand = staged.errand(folder)
    for _ in write_backup(errand.staged, errand.target, errand.header, errand.key):
        pass
    return open_backup(errand.target, errand.key)


def proven(opened: OpenBackup) -> Proof:
    proofs = [step.proof for step in prove(opened)]
    assert proofs[:-1] == [None] * (len(proofs) - 1)
    (proof,) = proofs[-1:]
    assert proof is not None
    return proof


def running(*statements: str) -> Change:
    def change(connection: VaultConnection) -> None:
        for statement in statements:
            connection.execute(statement)

    return change


def test_a_sound_backup_is_proven_and_counted(staged: StagedBackup, stick: Path) -> None:
    with closing(backup_of(staged, stick)) as opened:
        proof = proven(opened)
    assert (proof.clients, proof.sessions, proof.notes) == (1, 3, 2)
    assert proof.rows > 5


def test_records_are_counted_apart_from_bytes(staged: StagedBackup, stick: Path) -> None:
    with closing(backup_of(staged, stick)) as opened:
        steps = list(prove(opened))
    proof = steps[-1].proof
    assert proof is not None
    every = proof.entries + proof.rows
    assert {step.total for step in steps if step.stage is Stage.PROVE} == {every}
    assert steps[-1].done == every
    assert {step.total for step in steps if step.stage is Stage.READ} == {opened.header.db_bytes}


def test_a_backup_of_an_earlier_version_is_proven_as_it_is(
    staged: StagedBackup, stick: Path
) -> None:
    older = running("DROP TABLE backups", "PRAGMA user_version = 10")
    with closing(backup_of(staged, stick, older)) as opened:
        assert proven(opened).notes == 2


def test_a_backup_without_tables_of_its_version_counts_none(tmp_path: Path) -> None:
    workspace = a_workspace(tmp_path)
    staged = workspace.make_backup.stage(untold)
    (tmp_path / "stick").mkdir()

    def to_the_first(connection: VaultConnection) -> None:
        for kind in ("trigger", "index", "table"):
            rows = connection.execute(
                "SELECT name FROM sqlite_schema WHERE type = ? AND name NOT GLOB 'sqlite_*'",
                (kind,),
            )
            for (name,) in rows:
                connection.execute(f"DROP {kind} {name}")
        migrate_from_nothing(connection, 1)

    with closing(backup_of(staged, tmp_path / "stick", to_the_first)) as opened:
        proof = proven(opened)
    staged.discard()
    workspace.close()
    assert (proof.clients, proof.sessions, proof.notes, proof.last_entry_ms) == (0, 0, 0, None)


def migrate_from_nothing(connection: VaultConnection, version: int) -> None:
    connection.execute("PRAGMA user_version = 0")
    migrate.migrate_to(connection, version)
    writer = Writer(connection)
    meta.create(writer, drafts.digest(writer))


@pytest.mark.parametrize(
    "statements",
    [
        ("CREATE TABLE more (x)",),
        ("CREATE VIEW more AS SELECT name FROM clients",),
        ("CREATE TRIGGER more AFTER INSERT ON drafts BEGIN DELETE FROM drafts; END",),
        ("DROP TRIGGER clients_no_delete",),
        ("PRAGMA user_version = 9",),
        ("PRAGMA user_version = 0",),
        ("DROP TABLE clients", "CREATE VIEW clients AS SELECT 1 AS id"),
    ],
)
def test_a_backup_with_another_schema_is_refused_before_anything_in_it_is_read(
    staged: StagedBackup, stick: Path, statements: tuple[str, ...]
) -> None:
    with (
        closing(backup_of(staged, stick, running(*statements))) as opened,
        pytest.raises(BackupDamaged),
    ):
        next(iter(prove(opened)))


def test_a_backup_of_a_newer_app_is_told(staged: StagedBackup, stick: Path) -> None:
    newer = running(f"PRAGMA user_version = {migrate.newest() + 1}")
    with (
        closing(backup_of(staged, stick, newer)) as opened,
        pytest.raises(BackupTooNew),
    ):
        proven(opened)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE clients SET needs = 'x'",
        "DELETE FROM meta",
        "UPDATE drafts SET content = x'00'",
        "UPDATE ledger_chain SET at_ms = at_ms + 1 WHERE generation = 2",
        "DELETE FROM ledger_chain WHERE generation = (SELECT max(generation) FROM ledger_chain)",
        "DELETE FROM sessions WHERE number = 2",
    ],
)
def test_one_record_that_nothing_vouches_for_is_enough(
    staged: StagedBackup, stick: Path, statement: str
) -> None:
    def change(connection: VaultConnection) -> None:
        names = "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'"
        triggers = connection.execute(names)
        for name, _ in triggers:
            connection.execute(f"DROP TRIGGER {name}")
        connection.execute(statement)
        for _, sql in triggers:
            connection.execute(str(sql))

    with (
        closing(backup_of(staged, stick, change)) as opened,
        pytest.raises(BackupDamaged),
    ):
        proven(opened)


@pytest.mark.parametrize("at", [4_096 * 3 + 100, -1])
def test_one_byte_is_enough(staged: StagedBackup, stick: Path, at: int) -> None:
    with closing(backup_of(staged, stick)) as opened:
        with opened.path.open("rb+") as file:
            file.seek(at % opened.header.db_bytes)
            byte = file.read(1)
            file.seek(at % opened.header.db_bytes)
            file.write(bytes([byte[0] ^ 128]))
        with pytest.raises(BackupDamaged):
            proven(opened)


def test_a_page_that_nothing_uses_may_differ_for_it_is_restored_as_nothing(
    filled: Workspace, stick: Path, tmp_path: Path
) -> None:
    vault = filled._vault.connection
    vault.execute("INSERT INTO vault_settings VALUES ('x', hex(randomblob(200000)))")
    vault.execute("DELETE FROM vault_settings WHERE key = 'x'")
    ((unused,),) = vault.execute("PRAGMA freelist_count")
    assert isinstance(unused, int)
    assert unused > 50
    staged = filled.make_backup.stage(untold)
    with staged.staged.path.open("rb+") as file:
        file.seek(-3_000, os.SEEK_END)
        file.write(b"another")
    with closing(carried(staged, stick)) as opened:
        assert len(opened.connection.execute("PRAGMA cipher_integrity_check")) == 1 + BLOCKS
        assert proven(opened).notes == 2
        restored = copy_pages(
            opened.connection, tmp_path / "restored.db", staged.staged.key, unwatched
        )
    assert restored.execute("PRAGMA cipher_integrity_check") == []
    assert restored.execute("PRAGMA integrity_check") == [("ok",)]
    restored.close()
    staged.discard()


def test_given_up_it_waits_for_no_statement_to_end(
    staged: StagedBackup, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def endless(_: VaultConnection, watch: Callable[[], None]) -> bool:
        while True:
            watch()
            time.sleep(0.001)

    monkeypatch.setattr(proof_module, "has_sound_rows", endless)
    with closing(carried(staged, stick)) as opened:
        steps = prove(opened)
        assert Stage.PROVE in (step.stage for step in steps)
        steps.close()  # which would never return
