"""A new kit takes the backups with it that can be reached, and the others once they can."""

import os
import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from app.core import each_by_itself
from app.core.changes import Kind
from app.workflows.backup import places
from app.workflows.backup.places import Place
from app.workflows.backup.removal import remove
from app.workflows.backup.rewrap import Behind, Rewrapped, bring_along
from app.workflows.ways_in.known_slots import make_ready
from app.workspace import Workspace, create_workspace, open_workspace
from crypto.backup import rewrap as crypto_rewrap
from crypto.backup.face import look_at_backup
from crypto.backup.unlock import ByPassphrase, ByWords, unlock_backup
from crypto.errors import CryptoError, RecoveryWrong
from crypto.primitives.kdf import TEST_ONLY_COST, TEST_ONLY_COSTS
from crypto.slots.passphrase import PassphraseWay
from crypto.slots.recovery import RecoveryWay
from tests.support.backed_up import BACKUP_PASSPHRASE, back_up
from tests.support.fixed_clock import FixedClock
from tests.support.workspaces import PASSPHRASE

Words = tuple[str, ...]


@pytest.fixture
def with_words(tmp_path: Path, clock: FixedClock) -> Iterator[tuple[Workspace, Words]]:
    workspace, words = create_workspace(
        tmp_path / "vault",
        "Whitlock Coaching",
        PassphraseWay(PASSPHRASE),
        clock,
        TEST_ONLY_COST,
        TEST_ONLY_COSTS,
    )
    yield workspace, words
    workspace.close()


def new_kit(workspace: Workspace) -> Words:
    pending = workspace.ways_in.kits.begin()
    workspace.ways_in.kits.finish(pending)
    return pending.words


def opens(file: Path, words: Words) -> bool:
    try:
        unlock_backup(file, ByWords(words)).wipe()
    except RecoveryWrong:
        return False
    return True


def catch_up(workspace: Workspace) -> Rewrapped:
    behind = workspace.rewrap.begin()
    assert behind is not None
    rewrapped = bring_along(behind)
    workspace.rewrap.note(rewrapped)
    return rewrapped


def kits(workspace: Workspace) -> list[int]:
    """The kits that the vault has noted for its backups, the newest first."""
    return [backup.kit_number for backup in workspace.backups.listed()]


def test_a_folder_that_hangs_is_out_of_reach_and_keeps_no_other_waiting(
    with_words: tuple[Workspace, Words],
    stick: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    workspace, _ = with_words
    (office := tmp_path / "office").mkdir()
    for folder in (stick, office):
        back_up(workspace, folder)
    new_kit(workspace)
    answers = threading.Event()

    def is_folder(folder: Path) -> bool:
        return folder != office or answers.wait(20)

    monkeypatch.setattr(each_by_itself, "PATIENCE", 0.3)
    monkeypatch.setattr(places, "is_folder", is_folder)
    rewrapped = catch_up(workspace)
    answers.set()
    assert {one.folder for one in rewrapped.done} == {str(stick)}
    assert [one.folder for one in rewrapped.unreachable] == [str(office)]


def test_while_every_backup_is_under_the_kit_there_is_nothing_to_do(
    with_words: tuple[Workspace, Words], stick: Path
) -> None:
    workspace, _ = with_words
    assert workspace.rewrap.begin() is None
    back_up(workspace, stick)
    assert workspace.rewrap.begin() is None


def test_the_new_words_open_a_backup_and_the_old_ones_no_longer(
    with_words: tuple[Workspace, Words], stick: Path
) -> None:
    workspace, old = with_words
    file = back_up(workspace, stick)
    new = new_kit(workspace)
    assert opens(file, old)
    rewrapped = catch_up(workspace)
    assert [backup.file_name for backup in rewrapped.done] == [file.name]
    assert rewrapped.unreachable == ()
    assert opens(file, new)
    assert not opens(file, old)
    assert kits(workspace) == [2]
    assert workspace.rewrap.begin() is None


def test_what_cannot_be_reached_is_named_and_done_once_it_is_back(
    with_words: tuple[Workspace, Words], stick: Path, tmp_path: Path
) -> None:
    workspace, old = with_words
    first = back_up(workspace, stick)
    other = tmp_path / "other"
    other.mkdir()
    second = back_up(workspace, other)
    stick.rename(tmp_path / "pocket")
    new = new_kit(workspace)
    rewrapped = catch_up(workspace)
    assert [backup.file_name for backup in rewrapped.done] == [second.name]
    assert [backup.file_name for backup in rewrapped.unreachable] == [first.name]
    assert kits(workspace) == [2, 1]
    (tmp_path / "pocket").rename(stick)
    assert opens(first, old)
    assert [backup.file_name for backup in catch_up(workspace).done] == [first.name]
    assert opens(first, new)
    assert not opens(first, old)
    assert kits(workspace) == [2, 2]


def test_a_backup_that_missed_several_kits_is_put_under_the_last(
    with_words: tuple[Workspace, Words], stick: Path, tmp_path: Path
) -> None:
    workspace, _ = with_words
    file = back_up(workspace, stick)
    stick.rename(tmp_path / "pocket")
    skipped = new_kit(workspace)
    catch_up(workspace)
    last = new_kit(workspace)
    (tmp_path / "pocket").rename(stick)
    catch_up(workspace)
    assert opens(file, last)
    assert not opens(file, skipped)
    assert look_at_backup(file).kit_number == 3


def test_its_own_passphrase_stays(with_words: tuple[Workspace, Words], stick: Path) -> None:
    workspace, _ = with_words
    file = back_up(workspace, stick, BACKUP_PASSPHRASE)
    new_kit(workspace)
    catch_up(workspace)
    unlock_backup(file, ByPassphrase(BACKUP_PASSPHRASE), TEST_ONLY_COSTS).wipe()


def test_a_note_that_a_kill_swallowed_is_made_up_for(
    with_words: tuple[Workspace, Words], stick: Path
) -> None:
    workspace, _ = with_words
    file = back_up(workspace, stick)
    new = new_kit(workspace)
    behind = workspace.rewrap.begin()
    assert behind is not None
    bring_along(behind)
    before = file.read_bytes()
    assert kits(workspace) == [1]
    catch_up(workspace)
    assert kits(workspace) == [2]
    assert file.read_bytes() == before
    assert opens(file, new)


def test_a_kill_between_the_two_blocks_is_made_up_for(
    with_words: tuple[Workspace, Words], stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace, old = with_words
    file = back_up(workspace, stick)
    new = new_kit(workspace)
    behind = workspace.rewrap.begin()
    assert behind is not None

    class Killed(BaseException):
        pass

    def killed(_: int) -> None:
        raise Killed

    with monkeypatch.context() as patch:
        patch.setattr(crypto_rewrap.os, "fsync", killed)
        with pytest.raises(Killed):
            bring_along(behind)
    assert opens(file, old) or opens(file, new)
    catch_up(workspace)
    assert opens(file, new)
    assert not opens(file, old)


def test_each_is_known_by_its_id_whatever_the_file_is_called(
    with_words: tuple[Workspace, Words], stick: Path
) -> None:
    workspace, _ = with_words
    first, second = back_up(workspace, stick), back_up(workspace, stick)
    name = first.name
    second.replace(first)
    new = new_kit(workspace)
    rewrapped = catch_up(workspace)
    assert [backup.file_name for backup in rewrapped.done] == [second.name]
    assert [backup.file_name for backup in rewrapped.unreachable] == [name]
    assert opens(first, new)


def test_a_file_that_is_no_backup_is_left_alone(
    with_words: tuple[Workspace, Words], stick: Path
) -> None:
    workspace, _ = with_words
    file = back_up(workspace, stick)
    file.write_text("a letter of the coach’s own")
    new_kit(workspace)
    assert len(catch_up(workspace).unreachable) == 1
    assert file.read_text() == "a letter of the coach’s own"


def test_one_that_is_damaged_or_read_only_is_named_and_the_rest_is_done(
    with_words: tuple[Workspace, Words], stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace, _ = with_words
    damaged, readonly, sound = (back_up(workspace, stick) for _ in range(3))
    damaged.write_bytes(damaged.read_bytes()[:-5000])
    new = new_kit(workspace)
    opening = os.open

    def refused(path: Path, flags: int, *rest: int, **more: int) -> int:
        if path == readonly and flags & os.O_RDWR:
            raise OSError(30, "read-only")
        return opening(path, flags, *rest, **more)

    monkeypatch.setattr(crypto_rewrap.os, "open", refused)
    rewrapped = catch_up(workspace)
    assert [backup.file_name for backup in rewrapped.done] == [sound.name]
    assert {one.file_name for one in rewrapped.unreachable} == {damaged.name, readonly.name}
    assert opens(sound, new)


def test_one_that_was_removed_meanwhile_is_not_noted(
    with_words: tuple[Workspace, Words], stick: Path
) -> None:
    workspace, _ = with_words
    back_up(workspace, stick)
    new_kit(workspace)
    behind = workspace.rewrap.begin()
    assert behind is not None
    rewrapped = bring_along(behind)
    for backup in remove(Place(str(stick), "stick"), workspace.backups.listed()):
        workspace.backups.was_removed(backup.id)
    assert not workspace.rewrap.note(rewrapped).touches(Kind.BACKUP)


def test_the_roots_are_wiped_whatever_happens(
    with_words: tuple[Workspace, Words], stick: Path
) -> None:
    workspace, _ = with_words
    back_up(workspace, stick)
    new_kit(workspace)
    behind = workspace.rewrap.begin()
    assert isinstance(behind, Behind)
    assert "SecretBytes" not in repr(behind)
    bring_along(behind)
    assert [len(root) for root in (behind.root, *behind.older.values())] == [0, 0]


def test_a_new_key_takes_its_backups_along_though_the_vault_is_closed(
    with_words: tuple[Workspace, Words], stick: Path, tmp_path: Path, clock: FixedClock
) -> None:
    workspace, old = with_words
    reached, away = back_up(workspace, stick), back_up(workspace, stick)
    away.rename(tmp_path / away.name)
    pending = workspace.ways_in.kits.begin()
    behind = workspace.rewrap.begin_for(pending)
    assert behind is not None
    known = replace(workspace.ways_in.known_slots(), slots=())
    way = PassphraseWay("orchard lantern willow amber")
    ready = make_ready(known, way, None, TEST_ONLY_COST, TEST_ONLY_COSTS)
    workspace.ways_in.take_new_key([ready], pending)
    workspace.close()
    rewrapped = bring_along(behind)
    assert [one.file_name for one in rewrapped.done] == [reached.name]
    assert opens(reached, pending.words)
    assert not opens(reached, old)
    clock.move(timedelta(days=1))
    (tmp_path / away.name).rename(away)
    again = open_workspace(tmp_path / "vault", RecoveryWay(pending.words), clock, TEST_ONLY_COSTS)
    try:
        assert kits(again) == [1, 1]
        assert len(catch_up(again).done) == 2
        assert kits(again) == [2, 2]
    finally:
        again.close()
    assert opens(away, pending.words)


def test_a_vault_for_reading_only_notes_nothing_and_so_begins_nothing(
    with_words: tuple[Workspace, Words], stick: Path, tmp_path: Path, clock: FixedClock
) -> None:
    workspace, _ = with_words
    back_up(workspace, stick)
    new_kit(workspace)
    workspace.close()
    again = open_workspace(
        tmp_path / "vault", PassphraseWay(PASSPHRASE), clock, TEST_ONLY_COSTS, read_only=True
    )
    try:
        assert again.rewrap.begin() is None
    finally:
        again.close()


def test_a_backup_opens_with_neither_of_two_wrong_kits(
    with_words: tuple[Workspace, Words], stick: Path
) -> None:
    workspace, _ = with_words
    file = back_up(workspace, stick)
    with pytest.raises(CryptoError):
        unlock_backup(file, ByWords(workspace.ways_in.kits.begin().words))
