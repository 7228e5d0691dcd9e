"""A backup has its name once it was proven on its drive; what fails leaves no trace."""

import os
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from app.workflows.backup.carry import carry_out
from app.workflows.backup.errand import Errand
from app.workflows.backup.parts import clear_left, held
from app.workflows.backup.step import Stage, Step
from app.workspace import Workspace
from crypto.backup import write_backup as write_module
from crypto.backup.face import look_at_backup
from crypto.errors import (
    BackupInterrupted,
    BackupNameTaken,
    BackupNoRoom,
    BackupUnverified,
    VaultDamaged,
)
from tests.app.workflows.backup.conftest import untold
from tests.support.small_disk import small_disk
from tests.support.without_privilege import without_privilege

UNTIL_PLACED = [Stage.COPY, Stage.SEAL, Stage.READ, Stage.PROVE]


def files(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def carried(errand: Errand, at: Stage | None = None, then: Callable[[], object] = list) -> None:
    """Carries it out; `then` happens at the first step of a stage, of sealing at its last."""
    for step in carry_out(errand):
        if step.stage is at and (at is not Stage.SEAL or step.done):
            at = None
            then()


def flipped(path: Path, at: int) -> None:
    with path.open("rb+") as file:
        file.seek(at)
        (byte,) = file.read(1)
        file.seek(at)
        file.write(bytes([byte ^ 1]))


def test_it_goes_through_every_stage_and_the_last_step_holds_the_proof(errand: Errand) -> None:
    steps = list(carry_out(errand))
    assert list(dict.fromkeys(step.stage for step in steps)) == [*UNTIL_PLACED, Stage.PLACED]
    for stage in UNTIL_PLACED:
        told = [step for step in steps if step.stage is stage]
        assert told[-1].done == told[-1].total
        assert [step.done for step in told] == sorted(step.done for step in told)
    assert steps[-1].proof is not None


def test_what_the_drive_holds_back_is_written_in_a_stage_of_its_own(
    errand: Errand, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[Step] = []
    synced_after: list[Step] = []
    sync = os.fsync

    def watched(descriptor: int) -> None:
        synced_after.append(told[-1])
        sync(descriptor)

    monkeypatch.setattr(os, "fsync", watched)
    told += carry_out(errand)
    first = synced_after[0]
    assert (first.stage, first.done) == (Stage.SEAL, 0)


def test_what_it_holds_was_counted(errand: Errand, filled: Workspace) -> None:
    proof = list(carry_out(errand))[-1].proof
    assert proof is not None
    assert (proof.clients, proof.sessions, proof.notes) == (1, 3, 2)
    assert proof.entries == proof.generation == filled.standing.generation
    assert proof.bytes == errand.target.stat().st_size
    last = filled.standing.last_saved
    assert last is not None
    assert proof.last_entry_ms is not None
    assert proof.last_entry_ms <= last.milliseconds


def test_nothing_but_the_backup_is_in_the_folder_afterwards(errand: Errand, stick: Path) -> None:
    carried(errand)
    assert files(stick) == [errand.file_name]
    assert errand.target.stat().st_mode & 0o777 == 0o600
    assert look_at_backup(errand.target).backup_id == errand.header.backup_id


@pytest.mark.parametrize("stage", UNTIL_PLACED)
def test_until_it_is_placed_it_has_no_name(errand: Errand, stick: Path, stage: Stage) -> None:
    seen: list[list[str]] = []
    carried(errand, stage, lambda: seen.append(files(stick)))
    assert seen == [[errand.part.name]]


@pytest.mark.parametrize("stage", UNTIL_PLACED)
def test_given_up_at_any_stage_it_leaves_nothing(errand: Errand, stick: Path, stage: Stage) -> None:
    (stick / "older.underrose-backup").write_bytes(b"older")
    with closing(carry_out(errand)) as steps:
        for step in steps:
            if step.stage is stage:
                break
    assert files(stick) == ["older.underrose-backup"]


@pytest.mark.parametrize("stage", [Stage.COPY, Stage.READ, Stage.PROVE])
def test_a_drive_that_goes_away_is_told(
    errand: Errand, stick: Path, tmp_path: Path, stage: Stage
) -> None:
    with pytest.raises(BackupInterrupted):
        carried(errand, stage, lambda: stick.rename(tmp_path / "pulled"))
    assert not stick.exists()


def test_a_folder_that_is_not_there_is_told(errand: Errand, stick: Path) -> None:
    stick.rmdir()
    with pytest.raises(BackupInterrupted):
        carried(errand)


def test_a_name_that_is_in_use_is_told_at_once_and_its_file_stays(errand: Errand) -> None:
    errand.target.write_bytes(b"mine")
    with pytest.raises(BackupNameTaken):
        next(iter(carry_out(errand)))
    assert errand.target.read_bytes() == b"mine"


def test_a_name_that_is_taken_meanwhile_keeps_its_file(errand: Errand, stick: Path) -> None:
    with pytest.raises(BackupNameTaken):
        carried(errand, Stage.PROVE, lambda: errand.target.write_bytes(b"mine"))
    assert files(stick) == [errand.file_name]
    assert errand.target.read_bytes() == b"mine"


@pytest.mark.parametrize("at", [20, 5_000, 4_096 * 12 + 7, -4_096 - 30])
def test_a_byte_that_changes_on_the_drive_is_found(errand: Errand, stick: Path, at: int) -> None:
    def flip() -> None:
        flipped(errand.part, at % errand.part.stat().st_size)

    with pytest.raises(BackupUnverified):
        carried(errand, Stage.SEAL, flip)
    assert files(stick) == []


@pytest.mark.parametrize("at", [5_000, 4_096 * 12 + 7])
def test_a_byte_that_changes_between_disk_and_drive_is_found(
    errand: Errand, stick: Path, monkeypatch: pytest.MonkeyPatch, at: int
) -> None:
    def pieces(staged: Path) -> Iterator[bytes]:
        data = bytearray(staged.read_bytes())
        data[at] ^= 1
        yield bytes(data)

    monkeypatch.setattr(write_module, "_pieces", pieces)
    with pytest.raises(BackupUnverified):
        carried(errand)
    assert files(stick) == []


@pytest.mark.parametrize("at", [5_000, 4_096 * 12 + 7])
def test_a_byte_that_changed_in_the_copy_is_found(errand: Errand, stick: Path, at: int) -> None:
    flipped(errand.staged, at)
    with pytest.raises(BackupUnverified):
        carried(errand)
    assert files(stick) == []


def test_a_copy_that_is_cut_off_is_found(errand: Errand, stick: Path) -> None:
    os.truncate(errand.staged, errand.staged.stat().st_size - 4_096)
    with pytest.raises(BackupUnverified):
        carried(errand)
    assert files(stick) == []


def test_a_copy_that_is_gone_is_told(errand: Errand, stick: Path) -> None:
    errand.staged.unlink()
    with pytest.raises(BackupUnverified):
        carried(errand)
    assert files(stick) == []


def test_records_that_were_changed_outside_the_app_make_no_backup(
    filled: Workspace, stick: Path
) -> None:
    filled._vault.connection.execute("UPDATE clients SET needs = 'x'")
    staged = filled.make_backup.stage(untold)
    with pytest.raises(VaultDamaged):  # the drive has what it was given
        carried(staged.errand(stick))
    staged.discard()
    assert files(stick) == []


def test_a_folder_that_takes_no_writes_is_told(errand: Errand, stick: Path) -> None:
    stick.chmod(0o500)
    told = without_privilege(lambda: carried(errand))
    stick.chmod(0o700)
    assert told == "BackupPlaceReadOnly"
    assert files(stick) == []


def test_half_a_backup_that_a_kill_left_is_cleared_away(errand: Errand, stick: Path) -> None:
    (stick / ".2026-11-16-00000000.underrose-backup.part").write_bytes(b"half")
    (stick / ".2026-11-16-00000000.underrose-backup").write_bytes(b"somebody's")
    carried(errand)
    assert files(stick) == [".2026-11-16-00000000.underrose-backup", errand.file_name]


def test_one_that_somebody_still_writes_is_left_alone(errand: Errand, stick: Path) -> None:
    others = stick / ".2026-11-16-00000000.underrose-backup.part"
    others.write_bytes(b"half")
    with held(others):
        carried(errand)
    assert files(stick) == [others.name, errand.file_name]


def test_it_is_held_while_it_is_written(errand: Errand, stick: Path) -> None:
    carried(errand, Stage.PROVE, lambda: clear_left(stick))
    assert files(stick) == [errand.file_name]


def test_a_drive_that_fills_up_is_told(errand: Errand, tmp_path: Path) -> None:
    with small_disk(tmp_path / "small", 1) as disk:
        disk.fill()
        small = Errand(errand.staged, disk.folder, errand.file_name, errand.header, errand.key)
        with pytest.raises(BackupNoRoom) as refused:
            carried(small)
        assert not refused.value.here
        assert files(disk.folder) == ["filling"]
