"""Older parts are put back, or two ways went on from one vault: every change of content is told."""

import shutil
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from random import Random

import pytest

from tests.soak import vaults
from tests.soak.counts import CRASH_HISTORIES, ROLLBACKS, Count
from tests.soak.history import History, Moment, go_on, make_history, pages
from tests.soak.telling import Content, Found, content_of, found_at

STEPS = 30
STEPS_OF_THE_OTHER = 12


@dataclass(frozen=True, repr=False)
class Past:
    """What an attacker or a sync service may have at hand of one vault."""

    history: History
    other: History  # what went on elsewhere from `forked_at`
    forked_at: int
    expected: dict[bytes, Content]  # by seal

    def expected_of(self, moment: Moment) -> Content:
        """What the vault held then."""
        return self.expected[moment.seal]


@pytest.fixture(scope="module")
def past(tmp_path_factory: pytest.TempPathFactory, root: Path) -> Past:
    """Made once: the proofs of this file only copy from it."""
    rng = Random("rollbacks")
    folder = tmp_path_factory.mktemp("past")
    history = make_history(folder / "Here.vault", rng, root, STEPS)
    forked_at = STEPS // 2
    start = history.moments[forked_at]
    elsewhere = history.lay_out(folder / "There.vault", start.database, start.seal)
    with vaults.opened(elsewhere) as workspace:
        workspace.clients.listed()
    other = go_on(elsewhere, "another day", 0, STEPS_OF_THE_OTHER, root)
    expected: dict[bytes, Content] = {}
    for which in (history, other):
        for moment in which.moments:
            place = history.lay_out(folder / "look.vault", moment.database, moment.seal)
            with vaults.opened(place) as workspace:
                expected[moment.seal] = content_of(workspace)
            shutil.rmtree(place)
    return Past(history, other, forked_at, expected)


@dataclass(frozen=True, repr=False)
class Put:
    """What is put in place of the newest vault, and what a computer remembers of it."""

    newest: Moment
    database: bytes
    seal: bytes | None
    journal: bytes | None = None
    pin: bytes | None = None
    begun: Moment | None = None  # the write that was under way may also be there


def older_folder(past: Past, rng: Random) -> Put:
    """The whole folder as it was, on a computer that remembers a later one."""
    old, new = two(past, rng)
    return Put(new, old.database, old.seal, pin=new.pin)


def older_database(past: Past, rng: Random) -> Put:
    """The database alone."""
    old, new = two(past, rng)
    return Put(new, old.database, new.seal, pin=maybe(new.pin, rng))


def older_seal(past: Past, rng: Random) -> Put:
    """The seal alone, which changes no content."""
    old, new = two(past, rng)
    return Put(new, new.database, old.seal, pin=maybe(new.pin, rng))


def no_seal(past: Past, rng: Random) -> Put:
    """An older database, and no seal to compare it with."""
    old, new = two(past, rng)
    return Put(new, old.database, None, pin=maybe(new.pin, rng))


def older_pages(past: Past, rng: Random) -> Put:
    """Some pages of an older database among the newer ones."""
    old, new = two(past, rng)
    before, now = pages(old.database), pages(new.database)
    differing = [at for at in range(len(before)) if before[at] != now[at]]
    chosen = rng.sample(differing, rng.randint(1, rng.choice((1, 3, len(differing)))))
    for at in chosen:
        now[at] = before[at]
    return Put(new, b"".join(now), new.seal, pin=maybe(new.pin, rng))


def planted_journal(past: Past, rng: Random) -> Put:
    """The journal of some write, which undoes it and whatever touched its pages since."""
    old, new = two(past, rng, same=True)
    return Put(new, new.database, new.seal, old.journal, maybe(new.pin, rng))


def removed_journal(past: Past, rng: Random) -> Put:
    """A write was interrupted, and the journal that would undo it is gone."""
    moments = past.history.moments
    at = rng.randrange(1, len(moments))
    before = moments[at - 1]
    halfway = rng.choice(moments[at].halfway)
    pin = maybe(before.pin, rng)
    return Put(before, halfway, before.seal, pin=pin, begun=moments[at])


def the_other_database(past: Past, rng: Random) -> Put:
    """A database that went another way, beside our seal."""
    new, theirs = ours_and_theirs(past, rng)
    return Put(new, theirs.database, new.seal, pin=maybe(new.pin, rng))


def the_other_folder(past: Past, rng: Random) -> Put:
    """Database and seal that went another way, on a computer that remembers ours."""
    new, theirs = ours_and_theirs(past, rng)
    return Put(new, theirs.database, theirs.seal, pin=new.pin)


CHANGES = (
    older_folder, older_database, older_seal, no_seal, older_pages, planted_journal,
    removed_journal, the_other_database, the_other_folder,
)  # fmt: skip


def two(past: Past, rng: Random, *, same: bool = False) -> tuple[Moment, Moment]:
    """An older and a newer moment."""
    moments = past.history.moments
    new = rng.randrange(1, len(moments))
    old = rng.randrange(max(0, new - rng.choice((1, 3, new))), new + same)
    return moments[old], moments[new]


def ours_and_theirs(past: Past, rng: Random) -> tuple[Moment, Moment]:
    """A moment of each side after they parted."""
    ours = past.history.moments[past.forked_at + 1 :]
    return rng.choice(ours), rng.choice(past.other.moments)


def differing(found: Content | None, expected: Content) -> list[str]:
    """The tables that are not as they were."""
    return [name for name in expected if found is None or found[name] != expected[name]]


def maybe(pin: bytes, rng: Random) -> bytes | None:
    """The computer remembers it, or not."""
    return rng.choice((pin, None))


def found_after(past: Past, put: Put, place: Path) -> Found:
    """What a person is told, and what is there."""
    past.history.lay_out(place, put.database, put.seal, put.journal)
    try:
        return found_at(place, put.pin)
    finally:
        shutil.rmtree(place)


def test_every_change_of_content_is_told(
    tmp_path: Path,
    past: Past,
    rng: Random,
    times: Callable[[Count], int],
    figure: Callable[[str], None],
) -> None:
    counts: Counter[str] = Counter()
    changes = times(ROLLBACKS)
    for number in range(changes):
        change = CHANGES[number % len(CHANGES)]
        put = change(past, rng)
        found = found_after(past, put, tmp_path / "found")
        if not found.told:
            may_be = [past.expected_of(each) for each in (put.newest, put.begun) if each]
            assert found.content in may_be, (change.__name__, differing(found.content, may_be[0]))
        counts[f"{change.__name__} {found.told or 'changed nothing'}"] += 1
    lines = [f"{what} {count}" for what, count in sorted(counts.items())]
    figure(f"{changes} changes: " + ", ".join(lines))


def test_a_vault_after_any_crash_raises_no_false_alarm(
    tmp_path: Path,
    past: Past,
    rng: Random,
    times: Callable[[Count], int],
    figure: Callable[[str], None],
) -> None:
    """Interrupted within or after any write, and remembered as of any moment before."""
    moments, counts = past.history.moments, Counter[str]()
    histories = times(CRASH_HISTORIES)
    for _ in range(histories):
        at = rng.randrange(1, len(moments))
        before, now = moments[at - 1], moments[at]
        pin = rng.choice((None, rng.choice(moments[:at]).pin))
        what, put, expected = rng.choice(
            (
                (
                    "within a write",
                    Put(before, rng.choice(now.halfway), before.seal, now.journal, pin),
                    before,
                ),
                ("before the seal", Put(now, now.database, before.seal, None, pin), now),
                (
                    "after it",
                    Put(now, now.database, now.seal, None, rng.choice((pin, now.pin))),
                    now,
                ),
            )
        )
        found = found_after(past, put, tmp_path / "found")
        assert found.told == "", what
        assert found.content == past.expected_of(expected), what
        counts[what] += 1
    told = ", ".join(f"{what} {count}" for what, count in counts.most_common())
    figure(f"{histories} crashes, no false alarm: {told}")
