"""The supervisor replaces a window on lock or crash, and never leaves two with the vault."""

import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from app.process.door import NoAnswer, Wish, knock
from app.process.verbs import Verb
from tests.support.puppets import Theatre, is_there, soon

LOCK, QUIT, CANNOT_SAVE = Verb.LOCK.value, Verb.QUIT.value, Verb.CANNOT_SAVE.value
AFTER_LOCK, AFTER_CRASH, GO, SHOW, PLEASE_LOCK, PLEASE_QUIT, OTHER_CANNOT_SAVE = (
    verb.value.decode()
    for verb in (
        Verb.AFTER_LOCK,
        Verb.AFTER_CRASH,
        Verb.GO,
        Verb.SHOW,
        Verb.PLEASE_LOCK,
        Verb.PLEASE_QUIT,
        Verb.OTHER_CANNOT_SAVE,
    )
)
Raise = Callable[..., Theatre]


@pytest.fixture
def theatre(tmp_path: Path) -> Iterator[Raise]:
    opened: list[Theatre] = []

    def raise_curtain(**patience: float) -> Theatre:
        opened.append(Theatre(tmp_path, **patience))
        return opened[-1]

    yield raise_curtain
    for one in opened:
        one.close()


def test_the_successor_starts_at_once_but_may_open_the_vault_only_after_the_old_one_is_gone(
    theatre: Raise,
) -> None:
    stage = theatre()
    first = stage.opens()
    first.says(LOCK)
    second = stage.next_puppet()
    assert second.hears() == AFTER_LOCK
    assert first.is_there
    first.ends()
    assert second.hears() == GO
    assert not first.is_there


def test_a_window_that_does_not_end_in_time_after_lock_is_killed(theatre: Raise) -> None:
    stage = theatre(leave=0.3)
    first = stage.opens()
    began = time.monotonic()
    first.says(LOCK)
    second = stage.next_puppet()
    assert (second.hears(), second.hears()) == (AFTER_LOCK, GO)
    assert time.monotonic() - began >= 0.3
    assert not first.is_there


def test_saying_lock_again_does_not_prolong_the_time(theatre: Raise) -> None:
    stage = theatre(leave=0.5)
    first = stage.opens()
    first.says(LOCK)
    assert stage.next_puppet().hears() == AFTER_LOCK

    def says_it_again() -> bool:
        with suppress(OSError):
            first.says(LOCK)
        return not first.is_there

    assert soon(says_it_again)


def test_a_crashed_window_is_replaced_by_one_that_is_told(theatre: Raise) -> None:
    stage = theatre()
    stage.opens().crashes()
    second = stage.next_puppet()
    assert (second.hears(), second.hears()) == (AFTER_CRASH, GO)


def test_a_window_without_heartbeat_is_killed_and_replaced(theatre: Raise) -> None:
    stage = theatre(beat=0.5)
    first = stage.opens()
    first.says(Verb.PAINTED.value)
    assert soon(lambda: "painted" in stage.says())
    first.stops_moving()
    second = stage.next_puppet()
    assert second.hears() == AFTER_CRASH
    assert not first.is_there


def test_a_window_that_beats_lives_on(theatre: Raise) -> None:
    stage = theatre(beat=0.5)
    first = stage.opens()
    for _ in range(12):
        first.says(Verb.HEARTBEAT.value)
        time.sleep(0.1)
    assert first.is_there


def test_a_window_that_never_comes_to_life_is_killed(theatre: Raise) -> None:
    stage = theatre(start=0.5)
    stage.opens()
    assert stage.next_puppet().hears() == AFTER_CRASH


def test_quitting_ends_the_supervisor(theatre: Raise) -> None:
    stage = theatre()
    stage.opens().says_and_ends(QUIT)
    assert stage.exit_code() == 0


def test_what_a_window_says_with_its_last_breath_is_heard(theatre: Raise) -> None:
    stage = theatre()
    window = stage.opens()
    for _ in range(5):
        window.says_and_ends(LOCK)
        window = stage.next_puppet()
        assert (window.hears(), window.hears()) == (AFTER_LOCK, GO)


def test_a_window_that_cannot_save_is_not_killed_and_the_successor_says_so(theatre: Raise) -> None:
    stage = theatre(leave=0.3)
    first = stage.opens()
    first.says(LOCK)
    second = stage.next_puppet()
    assert second.hears() == AFTER_LOCK
    first.says(CANNOT_SAVE)
    assert second.hears() == OTHER_CANNOT_SAVE
    time.sleep(1)
    assert first.is_there
    first.ends()
    assert second.hears() == GO


def test_quitting_without_being_able_to_save_becomes_a_lock(theatre: Raise) -> None:
    stage = theatre(leave=0.3)
    first = stage.opens()
    first.says(QUIT)
    first.says(CANNOT_SAVE)
    second = stage.next_puppet()
    assert (second.hears(), second.hears()) == (AFTER_LOCK, OTHER_CANNOT_SAVE)
    first.ends()
    assert second.hears() == GO


def test_a_lid_that_is_closed_after_quitting_brings_nothing_back(theatre: Raise) -> None:
    stage = theatre(leave=30)
    window = stage.opens()
    window.says(QUIT)
    window.says(LOCK)
    window.ends()
    assert stage.exit_code() == 0
    assert "window locks" not in stage.said()


def test_the_lock_command_after_quitting_is_answered_and_brings_nothing_back(
    theatre: Raise,
) -> None:
    stage = theatre(leave=30)
    window = stage.opens()
    window.says(QUIT)
    assert soon(lambda: "window quits" in stage.says())
    ending = threading.Timer(0.3, window.ends)
    ending.start()
    knock(str(stage.folder), Wish.LOCK)
    ending.join()
    assert stage.exit_code() == 0
    assert "window locks" not in stage.said()


def test_a_successor_that_crashes_while_it_waits_is_started_again(theatre: Raise) -> None:
    stage = theatre(leave=30)
    first = stage.opens()
    first.says(LOCK)
    stage.next_puppet().crashes()
    second = stage.next_puppet()
    assert second.hears() == AFTER_LOCK
    assert first.is_there
    first.ends()
    assert second.hears() == GO


def test_closing_the_successor_while_the_old_one_still_saves_ends_underrose(theatre: Raise) -> None:
    stage = theatre(leave=30)
    first = stage.opens()
    first.says(LOCK)
    second = stage.next_puppet()
    second.says_and_ends(QUIT)
    assert soon(lambda: not second.is_there)
    first.ends()
    assert stage.exit_code() == 0


def test_three_crashes_in_a_row_stop_it_with_a_sentence(theatre: Raise) -> None:
    stage = theatre()
    stage.opens().crashes()
    stage.next_puppet().crashes()
    stage.next_puppet().crashes()
    assert stage.exit_code() == 1
    assert "three times" in stage.said()


def test_locks_are_no_crashes(theatre: Raise) -> None:
    stage = theatre()
    window = stage.opens()
    for _ in range(4):
        window.says_and_ends(LOCK, code=1)
        window = stage.next_puppet()
        assert window.hears() == AFTER_LOCK


@pytest.mark.parametrize("end", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_a_signal_asks_the_window_to_save_and_end(theatre: Raise, end: signal.Signals) -> None:
    stage = theatre()
    window = stage.opens()
    stage.supervisor.send_signal(end)
    assert window.hears() == PLEASE_QUIT
    window.ends()
    assert stage.exit_code() == 0


def test_a_killed_supervisor_hangs_up_so_that_the_window_ends(theatre: Raise) -> None:
    stage = theatre()
    window = stage.opens()
    stage.supervisor.kill()
    assert window.hears() == "end"


def test_what_a_window_started_is_ended_with_it(theatre: Raise) -> None:
    window = theatre().opens()
    started = window.starts("sleep 100")
    window.says_and_ends(QUIT)
    assert soon(lambda: not is_there(started))


def test_a_second_start_brings_the_window_to_the_front(theatre: Raise) -> None:
    stage = theatre()
    window = stage.opens()
    knock(str(stage.folder), Wish.SHOW, "token")
    heard = "".join(window.hears() for _ in range(7))
    assert heard == SHOW + "\x05" + "token"


def test_a_second_start_while_quitting_brings_a_lock_screen(theatre: Raise) -> None:
    stage = theatre(leave=30)
    first = stage.opens()
    first.says(QUIT)
    assert soon(lambda: "window quits" in stage.says())
    knock(str(stage.folder), Wish.SHOW)
    second = stage.next_puppet()
    assert (second.hears(), second.hears()) == (AFTER_LOCK, SHOW)
    second.hears()
    first.ends()
    assert second.hears() == GO


def test_the_lock_command_is_answered_once_the_old_window_is_gone(theatre: Raise) -> None:
    stage = theatre(leave=0.5)
    first = stage.opens()
    knock(str(stage.folder), Wish.LOCK)
    assert first.hears() == PLEASE_LOCK
    assert not first.is_there
    second = stage.next_puppet()
    assert (second.hears(), second.hears()) == (AFTER_LOCK, GO)


def test_the_lock_command_is_told_when_the_window_cannot_save(
    theatre: Raise, monkeypatch: pytest.MonkeyPatch
) -> None:
    stage = theatre()
    first = stage.opens()
    first.says(CANNOT_SAVE)
    assert stage.next_puppet().hears() == AFTER_LOCK
    monkeypatch.setattr("app.process.door.WAIT_FOR_ANSWER", 0.5)
    with pytest.raises(NoAnswer):
        knock(str(stage.folder), Wish.LOCK)


def test_the_lock_command_works_on_a_window_that_hangs(theatre: Raise) -> None:
    stage = theatre(leave=0.3)
    first = stage.opens()
    first.stops_moving()
    knock(str(stage.folder), Wish.LOCK)
    assert not first.is_there
