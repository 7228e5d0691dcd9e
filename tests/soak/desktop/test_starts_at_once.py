"""Twenty starts at the same moment: one window comes, and every other start leads to it."""

import subprocess
import time
from collections.abc import Callable
from pathlib import Path

from tests.soak.counts import STARTS_AT_ONCE, Count
from tests.support.desktop import COMMAND, Home, fresh_home, until, windows

STARTS = 20
PATIENCE = 60.0  # seconds for twenty interpreters on two cores
OPEN_ALREADY = b"Underrose is open already; its window is in front now.\n"
LATECOMERS = 2.0  # seconds in which a second window would show


def start_at_once(home: Home) -> None:
    """Starts twenty, finds one window, and ends the one that is left."""
    started = [
        subprocess.Popen(
            COMMAND, env=home.environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
        )
        for _ in range(STARTS)
    ]
    try:
        until(windows, "no window", PATIENCE)
        until(lambda: _running(started) == 1, "others did not end", PATIENCE)
        time.sleep(LATECOMERS)
        assert len(windows()) == 1
        assert _running(started) == 1
    finally:
        for process in started:
            if process.poll() is None:
                process.terminate()
        said = [process.communicate(timeout=PATIENCE)[0] for process in started]
    assert [process.returncode for process in started] == [0] * STARTS
    assert sorted(said) == [b"", *[OPEN_ALREADY] * (STARTS - 1)]
    until(lambda: not windows(), "the window stayed")


def _running(started: list[subprocess.Popen[bytes]]) -> int:
    return sum(process.poll() is None for process in started)


def test_twenty_starts_make_one_window(
    tmp_path: Path, times: Callable[[Count], int], figure: Callable[[str], None]
) -> None:
    rounds = times(STARTS_AT_ONCE)
    for number in range(rounds):
        folder = tmp_path / f"{number}"
        folder.mkdir()
        start_at_once(fresh_home(folder))
    figure(f"{rounds} times {STARTS} starts at once, one window each time")
