"""A backup that was placed and not noted is noted as soon as somebody looks, if it is our own."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.core.changes import Changes
from app.ledger.entry import Actor
from app.records.backups.record import BackupState
from app.workflows.backup.adopt import Found, look_for
from app.workflows.backup.carry import carry_out
from app.workflows.backup.places import Place
from app.workflows.backup.plan import Plan
from app.workflows.restore.look import look_inside
from app.workflows.restore.restore import restore
from app.workspace import Workspace, create_workspace, open_workspace
from crypto.backup.unlock import ByWords
from crypto.primitives.kdf import TEST_ONLY_COST, TEST_ONLY_COSTS
from crypto.slots.passphrase import PassphraseWay
from crypto.slots.recovery import RecoveryWay
from tests.support.backed_up import BACKUP_PASSPHRASE, back_up, place_unnoted
from tests.support.fixed_clock import FixedClock
from tests.support.workspaces import PASSPHRASE, add_client, hold_session

Words = tuple[str, ...]


@pytest.fixture
def made(tmp_path: Path, stick: Path, clock: FixedClock) -> Iterator[tuple[Workspace, Words]]:
    """A vault whose plan has the stick."""
    folder, way = tmp_path / "vault", PassphraseWay(PASSPHRASE)
    workspace, words = create_workspace(
        folder, "Whitlock Coaching", way, clock, TEST_ONLY_COST, TEST_ONLY_COSTS
    )
    hold_session(workspace, clock, add_client(workspace, "Amara"), "Six yeses on Monday.")
    workspace.backup_plan.put(Plan((Place(str(stick), "stick"),)))
    yield workspace, words
    workspace.close()


def adopt(workspace: Workspace) -> list[str]:
    """The names of those that were noted."""
    before = {one.id for one in workspace.backups.listed()}
    search = workspace.adopt_backups.begin()
    assert search is not None
    workspace.adopt_backups.note(look_for(search))
    assert {len(root) for root in search.roots.values()} == {0}
    return [one.file_name for one in workspace.backups.listed() if one.id not in before]


def test_it_is_noted_as_it_would_have_been_at_once(
    made: tuple[Workspace, Words], stick: Path
) -> None:
    workspace, _ = made
    staged = workspace.make_backup.stage(lambda _: None)
    errand = staged.errand(stick, BACKUP_PASSPHRASE, cost=TEST_ONLY_COST)
    proof = list(carry_out(errand))[-1].proof
    staged.discard()
    assert adopt(workspace) == [errand.file_name]
    (adopted,) = workspace.backups.listed()
    assert proof is not None
    workspace.make_backup.note(errand, proof)  # who made it comes too late
    assert workspace.backups.listed() == [adopted]
    assert (adopted.bytes, adopted.entries, adopted.rows, adopted.generation) == (
        proof.bytes,
        proof.entries,
        proof.rows,
        proof.generation,
    )
    assert (adopted.made.utc, adopted.kit_number) == (errand.header.made_at, 1)
    assert adopted.with_passphrase
    assert adopt(workspace) == []


def test_one_under_an_older_kit_is_found_too_and_re_wrapped_with_the_others(
    made: tuple[Workspace, Words], stick: Path
) -> None:
    workspace, _ = made
    file = place_unnoted(workspace, stick)
    workspace.ways_in.kits.finish(workspace.ways_in.kits.begin())
    assert adopt(workspace) == [file.name]
    errand = workspace.rewrap.begin()
    assert errand is not None
    assert [backup.file_name for backup in errand.backups] == [file.name]
    errand.wipe()


def test_what_a_vault_restored_from_it_made_is_not_its_own_nor_the_other_way_round(
    made: tuple[Workspace, Words], stick: Path, tmp_path: Path, clock: FixedClock
) -> None:
    workspace, words = made
    first = back_up(workspace, stick)
    restore(first, ByWords(words), tmp_path / "restored", "Restored", clock)
    other = open_workspace(tmp_path / "restored", RecoveryWay(words), clock, TEST_ONLY_COSTS)
    try:
        other.backup_plan.put(Plan((Place(str(stick), "stick"),)))
        theirs = place_unnoted(other, stick)
        ours = place_unnoted(workspace, stick)
        assert adopt(other) == [theirs.name]
        assert adopt(workspace) == [ours.name]
    finally:
        other.close()


def test_what_a_copy_of_the_vault_made_is_not_its_own(
    made: tuple[Workspace, Words], stick: Path, tmp_path: Path, clock: FixedClock
) -> None:
    workspace, words = made
    workspace.close()
    shutil.copytree(tmp_path / "vault", tmp_path / "copy")
    ours, copy = (
        open_workspace(tmp_path / name, RecoveryWay(words), clock, TEST_ONLY_COSTS)
        for name in ("vault", "copy")
    )
    try:
        add_client(copy, "Bela")
        place_unnoted(copy, stick)
        add_client(ours, "Chidi")
        assert adopt(ours) == []
    finally:
        ours.close()
        copy.close()


def test_damage_another_vault_and_what_was_removed_are_left_alone(
    made: tuple[Workspace, Words], stick: Path, tmp_path: Path, clock: FixedClock
) -> None:
    workspace, _ = made
    damaged = place_unnoted(workspace, stick)
    damaged.write_bytes(damaged.read_bytes()[:-9000])
    removed = back_up(workspace, stick)
    workspace.backups.was_removed(workspace.backups.listed()[0].id)
    way = PassphraseWay(PASSPHRASE)
    other, _ = create_workspace(
        tmp_path / "other", "Other", way, clock, TEST_ONLY_COST, TEST_ONLY_COSTS
    )
    place_unnoted(other, stick)
    other.close()
    (stick / "letter.underrose-backup").write_text("of the coach’s own")
    assert adopt(workspace) == []
    assert removed.exists()


def test_one_that_the_coach_gave_up_turns_up_and_is_brought_along_again(
    made: tuple[Workspace, Words], stick: Path
) -> None:
    workspace, _ = made
    file = back_up(workspace, stick)
    pocket = stick.with_name("pocket")
    stick.rename(pocket)
    (backup,) = workspace.backups.listed()
    workspace.remove_backups.note([backup], Actor.COACH)
    workspace.backup_plan.put(Plan())  # nor is the place waited for any longer
    assert workspace.rewrap.begin() is None
    assert adopt(workspace) == []
    workspace.ways_in.kits.finish(workspace.ways_in.kits.begin())
    pocket.rename(stick)
    file.rename(stick / "the old one.underrose-backup")
    assert adopt(workspace) == ["the old one.underrose-backup"]
    behind = workspace.rewrap.begin()
    assert behind is not None
    assert [one.id for one in behind.backups] == [backup.id]
    behind.wipe()
    assert adopt(workspace) == []
    assert workspace.integrity.check_at_once().is_sound


def test_while_there_is_nowhere_to_look_nothing_is_looked_for(workspace: Workspace) -> None:
    assert workspace.adopt_backups.begin() is None


def looked_into(file: Path, words: Words, clock: FixedClock) -> Found:
    """What is noted of one that its words opened."""
    return look_inside(file, ByWords(words), clock, costs=TEST_ONLY_COSTS).found


def test_one_that_is_not_known_yet_is_known_as_tried_once_its_words_opened_it(
    made: tuple[Workspace, Words], stick: Path, clock: FixedClock
) -> None:
    workspace, words = made
    found = looked_into(place_unnoted(workspace, stick), words, clock)
    workspace.adopt_backups.note_tried(found)
    (backup,) = workspace.backups.listed()
    assert backup.state is BackupState.TRIED
    assert workspace.adopt_backups.note_tried(found) == Changes()
    assert adopt(workspace) == []
    assert workspace.integrity.check_at_once().is_sound


def test_one_that_the_coach_gave_up_is_known_again_once_its_words_opened_it(
    made: tuple[Workspace, Words], stick: Path, clock: FixedClock
) -> None:
    workspace, words = made
    file = back_up(workspace, stick)
    workspace.remove_backups.note(workspace.backups.listed(), Actor.COACH)
    workspace.adopt_backups.note_tried(looked_into(file, words, clock))
    (backup,) = workspace.backups.listed()
    assert (backup.file_name, backup.state) == (file.name, BackupState.TRIED)


def test_what_the_other_vault_made_before_a_restore_is_known_and_stays_its_own(
    made: tuple[Workspace, Words], stick: Path, tmp_path: Path, clock: FixedClock
) -> None:
    workspace, words = made
    before = place_unnoted(workspace, stick)
    add_client(workspace, "Bela")
    source = place_unnoted(workspace, stick)
    add_client(workspace, "Chidi")
    after = place_unnoted(workspace, stick)
    restore(source, ByWords(words), tmp_path / "restored", "Restored", clock)
    other = open_workspace(tmp_path / "restored", RecoveryWay(words), clock, TEST_ONLY_COSTS)
    try:
        for file in (before, after):
            other.adopt_backups.note_tried(looked_into(file, words, clock))
        names = [one.file_name for one in other.backups.listed()]
        assert before.name in names
        assert after.name not in names
        assert other.backups.own() == []
    finally:
        other.close()


def test_a_copy_of_one_that_was_thinned_out_is_not_listed_again(
    made: tuple[Workspace, Words], stick: Path, clock: FixedClock
) -> None:
    workspace, words = made
    found = looked_into(back_up(workspace, stick), words, clock)
    workspace.backups.was_removed(workspace.backups.listed()[0].id)
    assert workspace.adopt_backups.note_tried(found) == Changes()


def test_the_app_noted_it(made: tuple[Workspace, Words], stick: Path) -> None:
    workspace, _ = made
    place_unnoted(workspace, stick)
    adopt(workspace)
    actors = workspace._vault.connection.execute(
        "SELECT actor FROM ledger_rows WHERE kind = 'backup/1'"
    )
    assert actors == [(Actor.APP.value,)]
