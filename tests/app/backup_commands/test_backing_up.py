"""`underrose backup` makes a backup that opens, is remembered, and leaves nothing half-made."""

import json
import os
import signal
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from app.backup_commands import backing_up
from app.backup_commands.backing_up import Wanted, back_up
from app.backup_commands.backup_secret import BackupSecret
from app.every_command.secret import Secret
from app.workflows.backup.step import Stage, Step
from crypto.primitives.kdf import TEST_ONLY_COST, TEST_ONLY_COSTS
from crypto.slots.passphrase import PassphraseWay
from crypto.vault.lock import VaultLock
from tests.support.ending_threads import wait_for_deletions
from tests.support.kept_backup import OWN_PASSPHRASE, Kept, Run, Told
from tests.support.small_disk import small_disk
from tests.support.without_privilege import without_privilege
from tests.support.workspaces import PASSPHRASE

BackUp = Callable[..., Told]


@pytest.fixture
def backup(
    kept: Kept, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> BackUp:
    monkeypatch.setattr(backing_up, "SystemClock", lambda: kept.clock)

    def run(
        target: Path, passphrase: str = PASSPHRASE, own: str | None = None, rotates: bool = False
    ) -> Told:
        code = back_up(
            kept.vault,
            lambda: Secret(PassphraseWay(passphrase)),
            Wanted.at(target, own, rotates=rotates),
            as_json=True,
            cost=TEST_ONLY_COST,
            costs=TEST_ONLY_COSTS,
        )
        said = capsys.readouterr()
        return Told(code, json.loads(said.out), said.err)

    return run


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_into_a_folder_it_is_named_by_its_day_and_remembered(
    kept: Kept, backup: BackUp, look: Run, tmp_path: Path
) -> None:
    folder = tmp_path / "backups"
    folder.mkdir()
    told = backup(folder)
    assert (told.code, told.stderr) == (0, "")
    file = Path(told.json["file"])
    assert names(folder) == {file.name}
    assert file.name == f"{kept.clock.now().day}-{told.json['backup_id'][:8]}.underrose-backup"
    looked = look(file, kept.by_words)
    assert looked.code == 0
    for count in ("clients", "sessions", "notes"):
        assert looked.json[count] == told.json[count]
    assert told.json["clients"] == 2
    workspace = kept.open()
    (remembered,) = workspace.backups.listed()
    workspace.close()
    assert (remembered.folder, remembered.file_name) == (str(folder), file.name)
    assert remembered.bytes == file.stat().st_size


def test_a_file_gets_the_name_that_it_is_given(kept: Kept, backup: BackUp, look: Run) -> None:
    told = backup(kept.stick / "november")
    assert told.json["file"] == str(kept.stick / "november")
    assert look(kept.stick / "november", kept.by_words).code == 0


def test_a_passphrase_is_added_only_where_it_is_given(
    kept: Kept, backup: BackUp, look: Run
) -> None:
    without = backup(kept.stick / "without")
    with_it = backup(kept.stick / "with", own=OWN_PASSPHRASE)
    assert (without.json["has_passphrase"], with_it.json["has_passphrase"]) == (False, True)
    by_it = BackupSecret(passphrase=OWN_PASSPHRASE)
    assert look(kept.stick / "without", by_it).code == 12
    assert look(kept.stick / "with", by_it).code == 0
    assert look(kept.stick / "with", kept.by_words).code == 0


def test_a_passphrase_that_is_too_short_makes_nothing(kept: Kept, backup: BackUp) -> None:
    before = names(kept.stick)
    assert backup(kept.stick, own="short").code == 2
    assert names(kept.stick) == before


def test_nothing_is_written_over(kept: Kept, backup: BackUp) -> None:
    before = kept.backup.read_bytes()
    told = backup(kept.backup)
    assert (told.code, told.json["error"]) == (2, "BackupNameTaken")
    assert kept.backup.read_bytes() == before


def test_a_folder_that_is_not_there_is_not_made(kept: Kept, backup: BackUp, tmp_path: Path) -> None:
    told = backup(tmp_path / "nothing" / "here")
    assert (told.code, told.stderr) == (10, "There is no such folder.\n")
    assert not (tmp_path / "nothing").exists()


def test_the_vaults_own_folder_is_no_place_for_it(kept: Kept, backup: BackUp) -> None:
    before = names(kept.vault)
    assert backup(kept.vault).code == 2
    assert backup(kept.vault / "handover" / "backup").code == 2
    assert names(kept.vault) == before


def test_a_wrong_passphrase_makes_nothing(kept: Kept, backup: BackUp) -> None:
    before = names(kept.stick)
    told = backup(kept.stick, "something else altogether")
    assert (told.code, told.json["error"]) == (12, "PassphraseWrong")
    assert names(kept.stick) == before


def test_an_open_vault_is_left_alone(kept: Kept, backup: BackUp) -> None:
    lock = VaultLock(kept.vault)
    lock.acquire()
    assert backup(kept.stick).code == 11
    lock.release()


def test_no_vault_is_not_found(kept: Kept, backup: BackUp) -> None:
    kept.vault.rename(kept.stick / "elsewhere")
    assert backup(kept.stick).code == 10


@pytest.mark.parametrize("stage", [stage for stage in Stage if stage is not Stage.PLACED])
def test_stopped_at_any_stage_it_leaves_nothing(
    kept: Kept, backup: BackUp, monkeypatch: pytest.MonkeyPatch, stage: Stage
) -> None:
    tell = backing_up.Progress.tell

    def end_at(progress: backing_up.Progress, step: Step) -> None:
        if step.stage is stage:
            os.kill(os.getpid(), signal.SIGTERM)
        tell(progress, step)

    monkeypatch.setattr(backing_up.Progress, "tell", end_at)
    before = names(kept.stick), names(kept.vault)
    told = backup(kept.stick)
    assert (told.code, told.json["error"]) == (1, "Stopped")
    wait_for_deletions()  # the process does, too, before it ends
    assert (names(kept.stick), names(kept.vault)) == before
    workspace = kept.open()
    assert workspace.backups.listed() == []
    workspace.close()


def test_nothing_is_removed_unless_it_is_asked_for_and_then_only_what_may_go(
    kept: Kept, backup: BackUp
) -> None:
    made: list[str] = []
    for _ in range(9):
        kept.clock.move(timedelta(hours=1))
        told = backup(kept.stick)
        assert told.json["removed"] == []
        made.append(told.json["file"])
    kept.clock.move(timedelta(hours=1))
    told = backup(kept.stick, rotates=True)
    assert told.json["removed"] == made[:3]
    assert not any(Path(file).exists() for file in made[:3])
    assert all(Path(file).exists() for file in [*made[3:], told.json["file"]])
    assert kept.backup.exists()  # of which this vault knows nothing
    workspace = kept.open()
    assert len(workspace.backups.listed()) == 7
    workspace.close()


def test_people_are_told_what_opens_it(
    kept: Kept, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    code = back_up(
        kept.vault,
        lambda: Secret(PassphraseWay(PASSPHRASE)),
        Wanted.at(tmp_path / "november", OWN_PASSPHRASE),
        as_json=False,
        cost=TEST_ONLY_COST,
        costs=TEST_ONLY_COSTS,
    )
    said = capsys.readouterr().out
    assert code == 0
    assert "It opens with kit 1, 20" in said
    assert "or with its passphrase" in said
    assert "It lies on the vault's own disk, and is lost with it." in said
    assert OWN_PASSPHRASE not in said


def test_a_stick_without_room_or_that_takes_no_writes_is_told_and_gets_nothing(
    kept: Kept, backup: BackUp, tmp_path: Path
) -> None:
    before = names(kept.vault)
    with small_disk(tmp_path / "small", 1) as disk:
        disk.fill()
        told = backup(disk.folder)
        assert (told.code, told.json["error"]) == (1, "BackupNoRoom")
        assert told.stderr == "There is no room for the backup there.\n"
        disk.free()
        disk.take_no_writes()
        assert backup(disk.folder).json["error"] == "BackupPlaceReadOnly"
        assert names(disk.folder) == set()
        assert names(kept.vault) == before
        disk.take_writes()
        assert backup(disk.folder).code == 0


@pytest.mark.parametrize("stage", [Stage.STAGING, Stage.PROVE])
def test_a_stick_that_is_pulled_out_meanwhile_leaves_nothing_in_its_empty_mount_point(
    kept: Kept, backup: BackUp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stage: Stage
) -> None:
    with small_disk(tmp_path / "small", 24) as disk:
        at(stage, disk.pull_out, monkeypatch)
        told = backup(disk.folder)
        assert (told.code, told.json["error"]) == (1, "BackupInterrupted")
        assert names(disk.folder) == set()
    workspace = kept.open()
    assert workspace.backups.listed() == []
    workspace.close()


def test_a_mount_point_that_goes_with_its_stick_is_no_name_for_a_file(
    kept: Kept, backup: BackUp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "media" / "STICK"
    folder.mkdir(parents=True)
    at(Stage.STAGING, folder.rmdir, monkeypatch)
    told = backup(folder)
    assert (told.code, told.json["error"]) == (1, "BackupInterrupted")
    assert names(folder.parent) == set()


def test_a_folder_that_may_not_be_looked_into_is_told_as_one(kept: Kept, tmp_path: Path) -> None:
    folder = tmp_path / "theirs"
    folder.mkdir(mode=0o000)
    for target in (folder, folder / "november"):
        wanted = without_privilege(lambda: Wanted.at(target).refuse_unusable(kept.vault))  # noqa: B023 - called at once
        assert wanted == ("None" if target == folder else "BackupPlaceReadOnly")


def at(stage: Stage, then: Callable[[], object], monkeypatch: pytest.MonkeyPatch) -> None:
    """Does it once, at the first step of a stage."""
    tell, done = backing_up.Progress.tell, list[Step]()

    def told(progress: backing_up.Progress, step: Step) -> None:
        if step.stage is stage and not done:
            done.append(step)
            then()
        tell(progress, step)

    monkeypatch.setattr(backing_up.Progress, "tell", told)
