"""Power is lost while a backup is made, restored or re-wrapped: what was told is on the disk."""

import shutil
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from crypto.errors import CryptoError
from crypto.vault.reserve import RESERVE_FILE
from tests.soak import vaults
from tests.soak.backups.making import make_backup
from tests.soak.backups.reading import read_through
from tests.soak.backups.restored import rows_in
from tests.soak.backups.restoring import Restoring
from tests.soak.changed import FILES
from tests.soak.counts import POWER_CUTS_BACKING_UP, POWER_CUTS_RESTORING, Count
from tests.soak.disk import Disk
from tests.soak.recorded import (
    Event,
    Recording,
    Synced,
    SyncedFolder,
    SyncedParent,
    Told,
    record_all,
)
from tests.soak.story import Story, held_by
from tests.soak.test_bit_flips import told_as
from tests.soak.test_power_cuts import lay_out, moments

LINES = 60  # told by a process that backs up, before its end
STEPS = 40
CUTS_TO_A_RECORDING = 50
LATE = 6  # calls before the end

Words = tuple[str, ...]
Restored = tuple[Restoring, Recording, str]  # what was done, what it did, what is to be there


@pytest.fixture(scope="module")
def restored_once(tmp_path_factory: pytest.TempPathFactory, root: Path) -> Restored:
    """A restoring that some proofs share."""
    return restoring_recorded(tmp_path_factory.mktemp("restored"), root, Random("restored"))


@pytest.fixture(scope="module")
def backed_up_once(tmp_path_factory: pytest.TempPathFactory, root: Path) -> tuple[Recording, Words]:
    """A drive on which backups are made, for the proofs that share it."""
    folder = tmp_path_factory.mktemp("backed-up")
    _, of_stick, words = backups_recorded(folder, root, "backed up")
    return of_stick, words


def backups_recorded(folder: Path, root: Path, seed: str) -> tuple[Recording, Recording, Words]:
    """What happens to a vault and to a stick while backups are made; the vault's words."""
    vault, stick = folder / "Practice.vault", folder / "stick"
    stick.mkdir()
    words = vaults.make(vault)
    program = [sys.executable, "-m", "tests.soak.backups.back_up_again", str(vault), str(stick)]
    command = [*program, seed, str(LINES)]
    of_vault, of_stick = record_all(
        command, {vault: None, stick: None}, folder / "strace.log", root
    )
    return of_vault, of_stick, words


def told_until(recording: Recording, moment: int) -> list[str]:
    """What the process had said by then."""
    said = [event.text for event in recording.events[:moment] if isinstance(event, Told)]
    return b"".join(said).decode().splitlines()


def test_a_power_cut_leaves_each_backup_whole_or_not_there(
    tmp_path: Path,
    root: Path,
    rng: Random,
    times: Callable[[Count], int],
    figure: Callable[[str], None],
) -> None:
    cuts, calls, counts = times(POWER_CUTS_BACKING_UP), 0, Counter[str]()
    for first in range(0, cuts, CUTS_TO_A_RECORDING):
        folder, seed = tmp_path / f"{first}", f"{rng.random()}"
        folder.mkdir()
        of_vault, of_stick, words = backups_recorded(folder, root, seed)
        calls += len(of_vault.events) + len(of_stick.events)
        count = min(CUTS_TO_A_RECORDING, cuts - first)
        counts += cut_stick(of_stick, count, rng, words, folder / "found")
        counts += cut_vault(of_vault, count, rng, seed, folder)
    figure(
        f"{cuts} power cuts each of a stick and of a vault within {calls} recorded calls: 0 writes"
        f" lost; {told_as(counts)}"
    )


def cut_stick(
    recording: Recording, cuts: int, rng: Random, words: Words, place: Path
) -> Counter[str]:
    """Cuts the stick's power; every backup that has its name is whole, the told ones have it."""
    disk, at, counts = Disk(recording), 0, Counter[str]()
    for moment in sorted(moments(recording, cuts, rng)):
        for event in recording.events[at:moment]:
            disk.take(event)
        at = moment
        rows, staged, placed, doomed = dict[str, str](), "", set[str](), set[str]()
        for line in told_until(recording, moment):
            match line.split():
                case ["staged", _, told]:
                    staged = told
                case ["placed", name]:
                    placed.add(name)
                    rows[name] = staged
                case ["removing", *names]:
                    doomed |= set(names)
                case _:
                    pass
        found = disk.after_power_cut(rng)
        there = {name for name in found if not name.startswith(".")}
        assert placed - doomed <= there
        for name in there:
            file = place.with_name(name)
            file.write_bytes(found[name])
            until = int(rows.get(name, staged).partition(":")[0])
            assert read_through(file, words, until).line() == rows.get(name, staged)
            file.unlink()
            counts["backups found whole"] += 1
        counts["parts left"] += len(found.keys() - there)
    return counts


def cut_vault(
    recording: Recording, cuts: int, rng: Random, seed: str, folder: Path
) -> Counter[str]:
    """Cuts the vault's power; it holds what was told, and no copy that was on its way."""
    disk, at, counts, place = Disk(recording), 0, Counter[str](), folder / "found"
    story, reserve = Story(Random(seed)), folder / "Practice.vault" / RESERVE_FILE
    for moment in sorted(moments(recording, cuts, rng)):
        for event in recording.events[at:moment]:
            disk.take(event)
        at = moment
        lines = told_until(recording, moment)
        done = lines.count("written")
        story.prepare(done + 1)
        lay_out(disk.after_power_cut(rng), place, reserve)
        counts["copies left"] += len(list(place.glob(".backup-*")))
        vaults.seal_is_behind(place)
        with vaults.opened(place) as workspace:
            assert not workspace.standing.needs_answer
            assert held_by(workspace) in story.held[done : done + 2]
            noted = {backup.file_name for backup in workspace.backups.listed()}
        told = {line.split()[1] for line in lines if line.startswith("noted ")}
        gone = {name for line in lines if line.startswith("remov") for name in line.split()[1:]}
        assert told - gone <= noted
        assert {path.name.partition("-")[0] for path in place.iterdir()} <= FILES
        shutil.rmtree(place)
    return counts


def restoring_recorded(folder: Path, root: Path, rng: Random) -> tuple[Restoring, Recording, str]:
    """What happens to a vault's folder, from before it has its name, and what is to be in it."""
    vault, stick, home = folder / "Practice.vault", folder / "stick", folder / "home"
    stick.mkdir()
    home.mkdir()
    story, words = Story(rng), vaults.make(vault)
    story.prepare(STEPS)
    with vaults.opened(vault) as workspace:
        for step in story.steps:
            step.do(workspace)
        file = make_backup(workspace, stick)
    restoring = Restoring(file, words, home)
    (folder / "words").write_text(" ".join(words), "ascii")
    program = [sys.executable, "-m", "tests.soak.backups.restore_again"]
    (recording,) = record_all(
        [*program, str(file), str(folder / "words"), str(home)],
        {home / ".0.vault.new": restoring.place(0)},
        folder / "strace.log",
        root,
    )
    return restoring, recording, read_through(file, words).line()


def test_a_power_cut_leaves_a_restored_vault_whole_or_not_there(
    tmp_path: Path,
    rng: Random,
    times: Callable[[Count], int],
    figure: Callable[[str], None],
    restored_once: Restored,
) -> None:
    restoring, recording, rows = restored_once
    cuts = times(POWER_CUTS_RESTORING)
    there = cut_restoring(restoring, recording, rows, cuts, rng, tmp_path)
    figure(
        f"{cuts} power cuts within {len(recording.events)} recorded calls that restore a vault:"
        f" {there} times it is there, each time whole; else it is not there"
    )


def cut_restoring(
    restoring: Restoring, recording: Recording, rows: str, cuts: int, rng: Random, folder: Path
) -> int:
    """Cuts the power; how often a whole vault had its place. What was told of has it."""
    disk, at, there = Disk(recording), 0, 0
    place, reserve = folder / "found", restoring.place(0) / RESERVE_FILE
    # Most of them late, where the vault gets its name, and after that was told.
    last = len(recording.events)
    late = [rng.randint(last - LATE, last) for _ in range(cuts // 3)] + [last] * (cuts // 3)
    for moment in sorted([*moments(recording, cuts - len(late), rng), *late]):
        for event in recording.events[at:moment]:
            disk.take(event)
        at = moment
        is_told = told_until(recording, moment) == ["done"]
        is_there = disk.is_moved_after_power_cut(rng)
        assert is_there or not is_told
        if is_there:
            lay_out(disk.after_power_cut(rng), place, reserve)
            until = int(rows.partition(":")[0])
            assert rows_in(place, restoring.words, until).line() == rows
            shutil.rmtree(place)
            there += 1
    return there


@pytest.mark.parametrize("call", [Synced, SyncedFolder, SyncedParent])
def test_a_restoring_that_would_not_sync_is_found_out(
    tmp_path: Path, rng: Random, restored_once: Restored, call: type[Event]
) -> None:
    """The disk is as forgetful as it is meant to be: each kind of sync is needed."""
    restoring, recording, rows = restored_once
    with pytest.raises((AssertionError, CryptoError)):
        cut_restoring(restoring, without(recording, call), rows, 100, rng, tmp_path)


def without(recording: Recording, call: type[Event]) -> Recording:
    """The same by a program that leaves out a kind of call."""
    events = [event for event in recording.events if not isinstance(event, call)]
    return Recording(recording.before, recording.contents, events)


@pytest.mark.parametrize("call", [Synced, SyncedFolder])
def test_a_backup_that_would_not_be_synced_is_found_out(
    tmp_path: Path, rng: Random, backed_up_once: tuple[Recording, Words], call: type[Event]
) -> None:
    """The same for the drive that backups are on."""
    of_stick, words = backed_up_once
    with pytest.raises((AssertionError, CryptoError)):
        cut_stick(without(of_stick, call), 100, rng, words, tmp_path / "found")
