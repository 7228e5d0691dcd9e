"""Restoring a backup: a vault of its own, whole, or nothing at all."""

import hashlib
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from app.core.errors import Stopped
from app.ledger import events
from app.records.backups.record import BackupState
from app.workflows.backup.plan import Plan
from app.workflows.restore import restore as restore_module
from app.workflows.restore.restore import Restored, restore
from app.workflows.restore.step import Stage, Step, Tell, nobody
from app.workspace import Workspace, create_workspace, open_workspace
from crypto.backup.face import look_at_backup
from crypto.backup.opened import OpenBackup
from crypto.backup.restore import GivenKit
from crypto.backup.unlock import BackupWay, ByPassphrase, ByWords
from crypto.errors import (
    BackupDamaged,
    PassphraseWrong,
    RecoveryWrong,
    SaveNotDurable,
    VaultFolderNotEmpty,
    VaultNameNotUsable,
)
from crypto.primitives.kdf import TEST_ONLY_COST, TEST_ONLY_COSTS
from crypto.slots.passphrase import PassphraseWay
from crypto.slots.recovery import RecoveryWay, new_kit
from crypto.slots.slot import SlotKind
from crypto.vault.vault import look_at
from tests.support.backed_up import (
    BACKUP_PASSPHRASE,
    CLIENT,
    BackedUp,
    a_backed_up_vault,
    back_up,
)
from tests.support.fixed_clock import FixedClock
from tests.support.hostile_backups import HOSTILE, Change, make_backup, running
from tests.support.small_disk import small_disk
from tests.support.without_privilege import without_privilege
from tests.support.workspaces import PASSPHRASE, add_client

NAME = "Whitlock Coaching, restored"


@pytest.fixture
def backed_up(tmp_path: Path) -> BackedUp:
    return a_backed_up_vault(tmp_path)


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / f"{NAME}.vault"


def bring_back(
    backed_up: BackedUp,
    target: Path,
    way: BackupWay | None = None,
    *,
    clock: FixedClock | None = None,
    tell: Tell = nobody,
    kit: GivenKit | None = None,
    kept: bool = False,
) -> Restored:
    return restore(
        backed_up.file,
        way or ByWords(backed_up.words),
        target,
        NAME,
        clock or FixedClock(),
        tell,
        kit,
        kept=kept,
        costs=TEST_ONLY_COSTS,
    )


def opened(folder: Path, words: tuple[str, ...]) -> Workspace:
    return open_workspace(folder, RecoveryWay(words), FixedClock(), TEST_ONLY_COSTS)


def everything_in(folder: Path) -> dict[str, str]:
    files = [each for each in folder.rglob("*") if each.is_file()]
    return {str(each): hashlib.sha256(each.read_bytes()).hexdigest() for each in files}


def test_what_was_backed_up_is_there_again_and_sound(backed_up: BackedUp, target: Path) -> None:
    told: list[Step] = []
    restored = bring_back(backed_up, target, tell=told.append)
    assert (restored.folder, restored.kit_number) == (target, 1)
    assert [*dict.fromkeys(s.stage for s in told)] == [Stage.BYTES, Stage.COPY, Stage.CHECK]
    workspace = opened(target, backed_up.words)
    try:
        (client,) = workspace.clients.listed()
        assert client.name == CLIENT
        assert workspace.integrity.check_at_once().is_sound
        assert not workspace.standing.needs_answer
        assert workspace.vault_name == NAME
        assert workspace.ways_in.kits.facts().kept
        assert workspace.make_backup.has_root()
        add_client(workspace, "Amara Osei")
    finally:
        workspace.close()


def test_it_has_a_key_of_its_own_and_opens_by_its_kit_alone(
    backed_up: BackedUp, target: Path
) -> None:
    bring_back(backed_up, target)
    old, new = look_at(backed_up.vault), look_at(target)
    assert new.vault_id == old.vault_id
    assert new.kinds == {SlotKind.RECOVERY}
    workspace = opened(target, backed_up.words)
    key = workspace._vault.vault_key.reveal()
    workspace.close()
    workspace = open_workspace(
        backed_up.vault, PassphraseWay(PASSPHRASE), FixedClock(), TEST_ONLY_COSTS
    )
    assert workspace._vault.vault_key.reveal() != key
    workspace.close()


def test_its_ledger_goes_on_and_says_where_it_came_from(backed_up: BackedUp, target: Path) -> None:
    bring_back(backed_up, target)
    workspace = opened(target, backed_up.words)
    try:
        with workspace._database.read() as reader:
            (event,) = events.of_kind(reader, "restored")
        assert event.content["generation"] == event.generation - 1
        assert set(event.content) == {"backup_id", "made_at_ms", "generation"}
    finally:
        workspace.close()


def test_it_knows_the_backup_that_it_came_from_and_that_its_words_opened_it(
    backed_up: BackedUp, target: Path
) -> None:
    bring_back(backed_up, target)
    face = look_at_backup(backed_up.file)
    with closing(opened(target, backed_up.words)) as workspace:
        (backup,) = workspace.backups.listed()
        assert backup.id == face.backup_id
        assert Path(backup.folder) / backup.file_name == backed_up.file
        assert (backup.state, backup.bytes) == (BackupState.TRIED, face.file_bytes)
        assert backup.generation == backup.entries
        assert workspace.backups.own() == []  # it belongs to the vault that made it


def test_the_vault_beside_it_and_the_backup_stay_byte_for_byte(
    backed_up: BackedUp, target: Path
) -> None:
    before = everything_in(backed_up.vault), everything_in(backed_up.file.parent)
    bring_back(backed_up, target)
    assert (everything_in(backed_up.vault), everything_in(backed_up.file.parent)) == before


@pytest.mark.parametrize("kept", [False, True])
def test_by_passphrase_a_new_kit_opens_it_and_the_old_one_does_not(
    tmp_path: Path, target: Path, kept: bool
) -> None:
    backed_up = a_backed_up_vault(tmp_path, passphrase=BACKUP_PASSPHRASE)
    today = FixedClock().now().day
    kit = GivenKit(new_kit(2, today).words, 2, today)
    restored = bring_back(backed_up, target, ByPassphrase(BACKUP_PASSPHRASE), kit=kit, kept=kept)
    assert restored.kit_number == 2
    workspace = opened(target, kit.words)
    assert workspace.ways_in.kits.facts().kept is kept
    assert workspace.make_backup.has_root()
    workspace.close()
    with pytest.raises(RecoveryWrong):
        opened(target, backed_up.words)


def test_nothing_is_overwritten(backed_up: BackedUp, target: Path) -> None:
    target.mkdir()
    (target / "mine.txt").write_text("mine")
    with pytest.raises(VaultFolderNotEmpty):
        bring_back(backed_up, target)
    assert [each.name for each in target.iterdir()] == ["mine.txt"]


def test_the_vault_itself_is_never_overwritten(backed_up: BackedUp) -> None:
    before = everything_in(backed_up.vault)
    with pytest.raises(VaultFolderNotEmpty):
        bring_back(backed_up, backed_up.vault)
    assert everything_in(backed_up.vault) == before


@pytest.mark.parametrize("stage", [Stage.BYTES, Stage.COPY, Stage.CHECK])
def test_stopped_anywhere_nothing_is_left(backed_up: BackedUp, target: Path, stage: Stage) -> None:
    before = sorted(target.parent.iterdir())

    def stop(step: Step) -> None:
        if step.stage is stage:
            raise Stopped

    with pytest.raises(Stopped):
        bring_back(backed_up, target, tell=stop)
    assert sorted(target.parent.iterdir()) == before


@pytest.mark.parametrize("at", [4096 + 200, -9000, -5000])
def test_of_a_damaged_backup_nothing_is_left(backed_up: BackedUp, target: Path, at: int) -> None:
    data = bytearray(backed_up.file.read_bytes())
    for place in (at, at + 4096):  # a block is there twice
        data[place] ^= 1
    backed_up.file.write_bytes(data)
    before = sorted(target.parent.iterdir())
    with pytest.raises(BackupDamaged):
        bring_back(backed_up, target)
    assert sorted(target.parent.iterdir()) == before


def test_the_drive_is_read_from_end_to_end_once(
    backed_up: BackedUp, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    check, checked = OpenBackup.check_bytes, list[OpenBackup]()

    def check_counted(opened: OpenBackup) -> Iterator[int]:
        checked.append(opened)
        return check(opened)

    monkeypatch.setattr(OpenBackup, "check_bytes", check_counted)
    told: list[Step] = []
    bring_back(backed_up, target, tell=told.append)
    assert len(checked) == 1
    for stage in (Stage.BYTES, Stage.COPY):
        steps = [step for step in told if step.stage is stage]
        assert [step.done for step in steps] == sorted(step.done for step in steps)
        assert steps[-1].done == steps[-1].total


def hostile_backup(tmp_path: Path, change: Change) -> BackedUp:
    """A well-formed backup of a new vault, whose database somebody changed."""
    workspace, words = create_workspace(
        tmp_path / "vault",
        NAME,
        PassphraseWay(PASSPHRASE),
        FixedClock(),
        TEST_ONLY_COST,
        TEST_ONLY_COSTS,
    )
    with closing(workspace):
        file = make_backup(workspace, words, tmp_path / "hostile", change)
    return BackedUp(tmp_path / "vault", words, file)


@pytest.mark.parametrize("named", ["a trigger more", "a trigger less", "no version"])
def test_a_schema_that_the_drive_shows_only_when_it_is_copied_is_refused(
    tmp_path: Path, target: Path, monkeypatch: pytest.MonkeyPatch, named: str
) -> None:
    hostile = hostile_backup(tmp_path, HOSTILE[named])
    monkeypatch.setattr(restore_module, "refuse_other_schema", _seems_right)
    with pytest.raises(BackupDamaged):
        bring_back(hostile, target)
    assert not target.exists()


def _seems_right(_: OpenBackup) -> None: ...


@pytest.mark.parametrize("kept", ["{", "[1]", '{"view": 1, "place": 2}', '{"1": "2"}', "[" * 9_999])
def test_settings_that_mean_nothing_keep_no_restored_vault_shut(
    tmp_path: Path, target: Path, kept: str
) -> None:
    keys = ("view_state", "demo", "backup.plan", "last_check", "ways_in.known", "kit.kept", "more")
    rows = ", ".join(f"('{key}', '{kept}')" for key in keys)
    change = running("DELETE FROM vault_settings", f"INSERT INTO vault_settings VALUES {rows}")
    hostile = hostile_backup(tmp_path, change)
    bring_back(hostile, target)
    with closing(opened(target, hostile.words)) as restored:
        assert restored.view_state.get() == {}
        assert restored.backup_plan.get() == Plan()
        assert restored.integrity.last() is None
        assert restored.ways_in.kits.facts().kept
        assert not restored.facts().is_made_up


def test_words_and_passphrases_that_are_not_its_own_are_refused(
    backed_up: BackedUp, target: Path
) -> None:
    with pytest.raises(RecoveryWrong):
        bring_back(backed_up, target, ByWords(new_kit(1, FixedClock().now().day).words))
    with pytest.raises(PassphraseWrong):
        bring_back(backed_up, target, ByPassphrase(PASSPHRASE))  # the vault's own
    assert not target.exists()


def test_a_name_that_no_vault_can_have_is_refused(backed_up: BackedUp, target: Path) -> None:
    with pytest.raises(VaultNameNotUsable):
        restore(
            backed_up.file,
            ByWords(backed_up.words),
            target,
            " ",
            FixedClock(),
            costs=TEST_ONLY_COSTS,
        )


def test_a_folder_that_takes_no_writes_is_told(backed_up: BackedUp, tmp_path: Path) -> None:
    locked = tmp_path / "locked"
    locked.mkdir(mode=0o500)
    told = without_privilege(lambda: bring_back(backed_up, locked / "New.vault"))
    assert told == "VaultReadOnly"
    assert list(locked.iterdir()) == []


def test_a_disk_without_room_is_told_and_nothing_is_left(
    backed_up: BackedUp, tmp_path: Path
) -> None:
    with small_disk(tmp_path / "small", 1) as disk:
        disk.fill()
        with pytest.raises(SaveNotDurable):
            bring_back(backed_up, disk.folder / "New.vault")
        assert [each.name for each in disk.folder.iterdir()] == ["filling"]


@pytest.mark.parametrize("years", [-30, 30])
def test_a_clock_that_is_years_off_does_no_harm(
    backed_up: BackedUp, target: Path, years: int
) -> None:
    clock = FixedClock()
    clock.move(timedelta(days=365 * years))
    bring_back(backed_up, target, clock=clock)
    workspace = opened(target, backed_up.words)
    try:
        assert workspace.integrity.check_at_once().is_sound
        (client,) = workspace.clients.listed()
        assert client.name == CLIENT
        with workspace._database.read() as reader:
            (event,) = events.of_kind(reader, "restored")
        assert event.content["generation"] == event.generation - 1
    finally:
        workspace.close()


def test_what_was_restored_can_be_backed_up_and_restored_again(
    backed_up: BackedUp, target: Path, tmp_path: Path
) -> None:
    bring_back(backed_up, target)
    workspace = opened(target, backed_up.words)
    again = back_up(workspace, backed_up.file.parent)
    workspace.close()
    second = BackedUp(target, backed_up.words, again)
    folder = tmp_path / "again.vault"
    bring_back(second, folder)
    workspace = opened(folder, backed_up.words)
    with workspace._database.read() as reader:
        assert len(events.of_kind(reader, "restored")) == 2
    assert [c.name for c in workspace.clients.listed()] == [CLIENT]
    workspace.close()
