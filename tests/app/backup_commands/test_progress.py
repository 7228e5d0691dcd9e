"""Progress is one line on a terminal and nothing elsewhere; being asked to end is told once."""

import io
import os
import signal
import sys

import pytest

from app.backup_commands.progress import told
from app.core.errors import Stopped
from app.workflows.backup.step import Stage, Step

WORDS = {Stage.COPY: "Writing", Stage.READ: "Reading it back"}


class Terminal(io.StringIO):
    """Where somebody looks."""

    def isatty(self) -> bool:
        return True


def test_on_a_terminal_one_line_is_written_over_and_taken_away(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    with told(WORDS) as progress:
        for step in (Step(Stage.READ, 0, 3), Step(Stage.READ, 0, 3), Step(Stage.COPY, 1, 3)):
            progress.tell(step)
        progress.tell(Step(Stage.COPY, 0, 0))
    shown = terminal.getvalue().split("\r")
    assert shown == [
        "",
        "Reading it back 0 %",
        "Writing 33 %       ",
        "Writing 100 %",
        "             ",
        "",
    ]


def test_elsewhere_nothing_is_written(capsys: pytest.CaptureFixture[str]) -> None:
    with told(WORDS) as progress:
        progress.tell(Step(Stage.COPY, 1, 3))
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_asked_to_end_the_next_step_is_the_last_and_asked_again_it_ends_at_once(
    number: signal.Signals,
) -> None:
    before = signal.getsignal(number)
    with told(WORDS) as progress:
        os.kill(os.getpid(), number)
        with pytest.raises(Stopped):
            progress.tell(Step(Stage.COPY, 1, 3))
        with pytest.raises(SystemExit):
            os.kill(os.getpid(), number)
    assert signal.getsignal(number) is before
