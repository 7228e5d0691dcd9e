"""Power is lost at any moment of writing: what was acknowledged is there when it comes back."""

import shutil
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random

import pytest

from app.ledger.verdict import VerdictKind
from crypto.errors import CryptoError
from crypto.vault.build import HANDOVER_FOLDER
from crypto.vault.reserve import RESERVE_FILE
from tests.soak import vaults
from tests.soak.changed import Changed
from tests.soak.changing import Keys
from tests.soak.counts import POWER_CUTS, POWER_CUTS_WHILE_CHANGING, Count
from tests.soak.disk import Disk
from tests.soak.recorded import Event, Recording, Synced, SyncedFolder, Told, record
from tests.soak.story import Story, held_by

STEPS_BEFORE = 12  # in the vault before the recording begins
STEPS = 40  # recorded
LINES = 16  # told while ways in or the key are changed
CUTS_TO_A_RECORDING = 50


@dataclass
class Day:
    """A recorded day of a practice, and a place where a disk's files can be laid out."""

    story: Story
    recording: Recording
    reserve: Path
    place: Path

    def cut(self, moments: list[int], rng: Random) -> list[bool]:
        """Cuts the power after so many calls; tells for each whether the seal was one behind."""
        disk, done, at = Disk(self.recording), STEPS_BEFORE, 0
        behind: list[bool] = []
        for moment in sorted(moments):
            for event in self.recording.events[at:moment]:
                disk.take(event)
                done += isinstance(event, Told)
            at = moment
            behind.append(self._open_after(disk.after_power_cut(rng), done))
        return behind

    def _open_after(self, found: dict[str, bytes], done: int) -> bool:
        lay_out(found, self.place, self.reserve)
        behind = vaults.seal_is_behind(self.place)
        with vaults.opened(self.place) as workspace:
            expected = VerdictKind.UNSEALED if behind else VerdictKind.AS_LEFT
            assert workspace.standing.verdict.kind is expected
            assert held_by(workspace) in self.story.held[done : done + 2]
        shutil.rmtree(self.place)
        return behind


def lay_out(found: dict[str, bytes], place: Path, reserve: Path) -> None:
    """Puts the files where they can be opened."""
    place.mkdir(mode=0o700)
    (place / HANDOVER_FOLDER).mkdir(mode=0o700)
    (place / RESERVE_FILE).hardlink_to(reserve)
    for name, data in found.items():
        if name != RESERVE_FILE:
            (place / name).write_bytes(data)


def a_day(folder: Path, rng: Random, root: Path) -> Day:
    """Records one."""
    seed, vault = f"{rng.random()}", folder / "Practice.vault"
    story = Story(Random(seed))
    story.prepare(STEPS_BEFORE + STEPS)
    vaults.make(vault)
    with vaults.opened(vault) as workspace:
        for step in story.steps[:STEPS_BEFORE]:
            step.do(workspace)
    writer = [sys.executable, "-m", "tests.soak.write_story", str(vault), seed]
    recording = record([*writer, str(STEPS_BEFORE), str(STEPS)], vault, folder / "strace.log", root)
    assert sum(isinstance(event, Told) for event in recording.events) == STEPS
    return Day(story, recording, vault / RESERVE_FILE, folder / "found")


def moments(recording: Recording, count: int, rng: Random) -> list[int]:
    """At random among the calls."""
    return [rng.randrange(len(recording.events) + 1) for _ in range(count)]


@pytest.mark.parametrize("what", ["ways", "key"])
def test_a_power_cut_leaves_the_old_secrets_in_force_or_the_new_ones(
    tmp_path: Path,
    root: Path,
    rng: Random,
    times: Callable[[Count], int],
    figure: Callable[[str], None],
    what: str,
) -> None:
    cuts, calls, counts = times(POWER_CUTS_WHILE_CHANGING), 0, Counter[str]()
    for first in range(0, cuts, CUTS_TO_A_RECORDING):
        folder = tmp_path / f"{first}"
        folder.mkdir()
        vault, seed = folder / "Practice.vault", f"{rng.random()}"
        story, keys = Story(Random(seed)), Keys(0, ())
        story.prepare(LINES)
        keys = replace(keys, words=vaults.make(vault, keys.way))
        writer = [sys.executable, "-m", "tests.soak.write_changes", what, str(vault), seed]
        recording = record([*writer, str(LINES), keys.line()], vault, folder / "strace.log", root)
        calls += len(recording.events)
        count = min(CUTS_TO_A_RECORDING, cuts - first)
        disk, lines, at = Disk(recording), list[str](), 0
        for moment in sorted(moments(recording, count, rng)):
            for event in recording.events[at:moment]:
                disk.take(event)
                if isinstance(event, Told):
                    lines += event.text.decode().splitlines()
            at = moment
            place = folder / "found"
            lay_out(disk.after_power_cut(rng), place, vault / RESERVE_FILE)
            changed = Changed(place, rng, keys, story)
            changed.interrupted_after(lines)
            counts.update(changed.counts)
            shutil.rmtree(place)
    figure(
        f"{cuts} power cuts within {calls} recorded calls that change the {what}: within a change"
        f" {counts['old']} times as before, {counts['new']} times as after; nothing lost"
    )


def test_a_power_cut_loses_nothing_that_was_acknowledged(
    tmp_path: Path,
    root: Path,
    rng: Random,
    times: Callable[[Count], int],
    figure: Callable[[str], None],
) -> None:
    cuts, calls, behind = times(POWER_CUTS), 0, list[bool]()
    for first in range(0, cuts, CUTS_TO_A_RECORDING):
        folder = tmp_path / f"{first}"
        folder.mkdir()
        day = a_day(folder, rng, root)
        calls += len(day.recording.events)
        count = min(CUTS_TO_A_RECORDING, cuts - first)
        behind += day.cut(moments(day.recording, count, rng), rng)
    figure(
        f"{len(behind)} power cuts within {calls} recorded calls, 0 acknowledged writes lost;"
        f" {sum(behind)} times the seal was one write behind"
    )


@pytest.mark.parametrize("call", [Synced, SyncedFolder])
def test_a_writer_that_would_not_sync_is_found_out(
    tmp_path: Path, root: Path, rng: Random, call: type[Event]
) -> None:
    """The disk is as forgetful as it is meant to be: each kind of sync is needed."""
    day = a_day(tmp_path, rng, root)
    day.recording.events = [event for event in day.recording.events if not isinstance(event, call)]
    with pytest.raises((AssertionError, CryptoError)):
        day.cut(moments(day.recording, 100, rng), rng)
