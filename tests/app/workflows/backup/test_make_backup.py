"""A vault is copied beside itself while others write on, without what would open other backups."""

import os
import shutil
from pathlib import Path
from typing import NamedTuple

import pytest

from app.core.errors import HeldForDamage, Stopped
from app.records.backups.record import BackupState
from app.storage import backup_roots, meta
from app.storage.transaction import Reader
from app.workflows.backup.carry import carry_out
from app.workflows.backup.errand import Errand
from app.workflows.backup.make_backup import StagedBackup
from app.workflows.backup.step import Proof, Stage, Step
from app.workspace import Workspace, open_workspace
from crypto.backup.subkeys import BackupPurpose, backup_subkey
from crypto.backup.unlock import ByPassphrase, ByRoot, unlock_backup
from crypto.errors import (
    BackupNoRoom,
    BackupRootMissing,
    OpenForReading,
    PassphraseNotUsable,
    RecoveryWrong,
    VaultDamaged,
)
from crypto.primitives.kdf import TEST_ONLY_COST, TEST_ONLY_COSTS
from crypto.secret import SecretBytes
from crypto.slots.passphrase import PassphraseWay
from crypto.vault.connection import VaultConnection, open_database
from tests.app.workflows.backup.conftest import untold
from tests.support.ending_threads import wait_for_deletions
from tests.support.fixed_clock import FixedClock
from tests.support.workspaces import PASSPHRASE, add_client


def left_over(workspace: Workspace) -> list[Path]:
    wait_for_deletions()
    return sorted(workspace._vault.folder.glob(".backup-*"))


def opened(staged: StagedBackup) -> VaultConnection:
    copy = staged.staged
    with backup_subkey(copy.key, BackupPurpose.DATABASE, copy.backup_id) as key:
        return open_database(copy.path, key)


def proof_of(errand: Errand) -> Proof:
    (proof,) = [step.proof for step in carry_out(errand) if step.stage is Stage.PLACED]
    assert proof is not None
    return proof


def test_a_vault_whose_last_check_found_faults_is_not_copied(filled: Workspace) -> None:
    filled._vault.connection.execute("UPDATE clients SET needs = 'x'")
    for _ in filled.integrity.check():
        pass
    with pytest.raises(VaultDamaged):
        filled.make_backup.stage(untold)
    assert left_over(filled) == []


def test_one_that_was_mended_since_is_copied(filled: Workspace) -> None:
    connection = filled._vault.connection
    for needs in ("'x'", "(SELECT needs FROM kept)"):
        connection.execute("CREATE TEMP TABLE IF NOT EXISTS kept AS SELECT needs FROM clients")
        connection.execute(f"UPDATE clients SET needs = {needs}")
        for _ in filled.integrity.check():
            pass
    filled.make_backup.stage(untold).discard()


def test_the_copy_is_told_in_bytes_and_holds_all_there_is(filled: Workspace) -> None:
    told: list[Step] = []
    staged = filled.make_backup.stage(told.append)
    assert {step.stage for step in told} == {Stage.STAGING}
    assert told[-1].done == told[-1].total == staged.staged.db_bytes
    copy = opened(staged)
    names = copy.execute("SELECT name FROM clients")
    copy.close()
    staged.discard()
    assert names == [("Amara Osei",)]


def test_what_is_written_while_it_is_copied_is_in_the_copy(filled: Workspace) -> None:
    connection = filled._vault.connection
    connection.execute("CREATE TABLE bulk (x)")
    for _ in range(6):
        connection.execute("INSERT INTO bulk VALUES (randomblob(1048576))")
    told: list[Step] = []

    def write(step: Step) -> None:
        if step.done < step.total:
            add_client(filled, f"Client {len(told)}")
        told.append(step)

    staged = filled.make_backup.stage(write)
    copy = opened(staged)
    (count,) = copy.execute("SELECT count(*) FROM clients")
    generation = meta.state(Reader(copy)).generation
    copy.close()
    staged.discard()
    assert len(told) > 3
    assert count == (len(told),)  # Amara, and one with every step but the last
    assert generation == filled.standing.generation


def test_the_copy_holds_no_root_and_the_vault_keeps_its_own(filled: Workspace) -> None:
    staged = filled.make_backup.stage(untold)
    copy = opened(staged)
    roots = copy.execute("SELECT * FROM backup_roots")
    copy.close()
    staged.discard()
    assert roots == []
    assert filled.make_backup.has_root()


def test_the_copy_is_in_the_state_that_the_vault_was_in(filled: Workspace) -> None:
    with filled._database.read() as reader:
        before = meta.state(reader)
    staged = filled.make_backup.stage(untold)
    assert staged.staged.state == before
    staged.discard()


def test_without_its_root_a_vault_is_not_copied(filled: Workspace) -> None:
    with filled._database.write() as writer:
        backup_roots.forget_all(writer)
    assert not filled.make_backup.has_root()
    with pytest.raises(BackupRootMissing):
        filled.make_backup.stage(untold)
    assert left_over(filled) == []


def test_a_copy_that_is_stopped_leaves_nothing(filled: Workspace) -> None:
    def stop(_: Step) -> None:
        raise Stopped

    with pytest.raises(Stopped):
        filled.make_backup.stage(stop)
    assert left_over(filled) == []


class Usage(NamedTuple):
    total: int = 1 << 40
    used: int = 0
    free: int = 1 << 20


def test_a_disk_without_room_for_the_copy_is_told_before_the_first_byte(
    filled: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    def nearly_full(_: Path) -> Usage:
        return Usage()

    monkeypatch.setattr(shutil, "disk_usage", nearly_full)
    told: list[Step] = []
    with pytest.raises(BackupNoRoom) as refused:
        filled.make_backup.stage(told.append)
    assert refused.value.here
    assert (told, left_over(filled)) == ([], [])


def test_a_vault_that_is_only_read_or_held_is_not_copied(
    tmp_path: Path, filled: Workspace, clock: FixedClock
) -> None:
    filled._database.hold()
    filled._database.has_damage()
    with pytest.raises(HeldForDamage):
        filled.make_backup.stage(untold)
    folder = filled._vault.folder
    filled.close()
    way = PassphraseWay(PASSPHRASE)
    only_read = open_workspace(folder, way, clock, TEST_ONLY_COSTS, read_only=True)
    with pytest.raises(OpenForReading):
        only_read.make_backup.stage(untold)
    only_read.close()


def test_a_copy_is_discarded_as_often_as_one_likes(filled: Workspace, stick: Path) -> None:
    staged = filled.make_backup.stage(untold)
    assert left_over(filled) == [staged.staged.path]
    staged.discard()
    staged.discard()
    assert left_over(filled) == []
    assert (staged.root.reveal(), staged.staged.key.reveal()) == (b"", b"")


def test_a_backup_is_named_by_its_day_and_id_or_as_one_wants(
    staged: StagedBackup, stick: Path
) -> None:
    id = staged.staged.backup_id.hex[:8]
    assert staged.errand(stick).file_name == f"2026-11-17-{id}.underrose-backup"
    assert staged.errand(stick, file_name="mine").target == stick / "mine"
    assert staged.errand(stick, file_name="mine").part == stick / ".mine.part"


def test_the_root_of_the_kit_in_use_opens_it_and_no_other(
    filled: Workspace, errand: Errand
) -> None:
    proof_of(errand)
    with filled._database.read() as reader:
        root = backup_roots.get(reader, 1)
    assert root is not None
    assert unlock_backup(errand.target, ByRoot(root)) == errand.key
    with pytest.raises(RecoveryWrong):
        unlock_backup(errand.target, ByRoot(SecretBytes(bytes(32))))


def test_a_passphrase_opens_it_too_when_it_is_given_one(staged: StagedBackup, stick: Path) -> None:
    with pytest.raises(PassphraseNotUsable):
        staged.errand(stick, "short", cost=TEST_ONLY_COST)
    errand = staged.errand(stick, PASSPHRASE, cost=TEST_ONLY_COST)
    proof_of(errand)
    way = ByPassphrase(PASSPHRASE)
    assert unlock_backup(errand.target, way, TEST_ONLY_COSTS) == errand.key


@pytest.mark.parametrize(("by_itself", "actor"), [(False, "coach"), (True, "app")])
def test_a_backup_that_was_carried_out_is_remembered(
    filled: Workspace, errand: Errand, by_itself: bool, actor: str
) -> None:
    proof = proof_of(errand)
    filled.make_backup.note(errand, proof, by_itself=by_itself)
    (backup,) = filled.backups.listed()
    assert (backup.id, backup.folder, backup.file_name) == (
        errand.header.backup_id,
        str(errand.folder),
        errand.file_name,
    )
    assert backup.made.utc == errand.header.made_at
    assert backup.made.zone == "Europe/London"
    assert backup.bytes == errand.target.stat().st_size
    assert (backup.entries, backup.rows, backup.generation) == (*proof[1:3], proof.generation)
    assert (backup.kit_number, backup.with_passphrase) == (1, False)
    assert backup.state is BackupState.CHECKED
    actors = filled._vault.connection.execute(
        "SELECT actor FROM ledger_rows ORDER BY generation DESC LIMIT 1"
    )
    assert actors == [(actor,)]
    assert filled.integrity.check_at_once().is_sound


def test_a_page_of_the_vault_that_fails_its_check_makes_no_backup(
    filled: Workspace, stick: Path
) -> None:
    connection = filled._vault.connection
    # Of a table that nothing vouches for; the copy's page has a right hash, and holds zeros.
    with filled._database.write() as writer:
        for number in range(1_000, 1_500):
            writer.execute("INSERT INTO writes VALUES (?, randomblob(32))", (number,))
    with connection.path.open("rb+") as file:
        file.seek(100 - 4_096, os.SEEK_END)
        file.write(b"bad sector")
    folder, clock = filled._vault.folder, filled.make_backup._clock
    filled.close()
    again = open_workspace(folder, PassphraseWay(PASSPHRASE), clock, TEST_ONLY_COSTS)
    staged = again.make_backup.stage(untold)
    with pytest.raises(VaultDamaged):  # it is not the stick
        proof_of(staged.errand(stick))
    staged.discard()
    again.close()
    assert list(stick.iterdir()) == []
