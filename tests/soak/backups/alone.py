"""The process that restores with an empty home and no D-Bus, seen from the proof."""

import json
import subprocess
import sys
import tempfile
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from tests.soak.story import Held, Meeting

ENVIRONMENT = {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "PYTHONDONTWRITEBYTECODE": "1"}
PROGRAM = "tests.soak.backups.restore_alone"


@dataclass(frozen=True)
class Answer:
    """What a restored vault holds, or the name of what was raised."""

    raised: str
    rows: str = ""
    held: Held | None = None


@dataclass(frozen=True)
class Alone:
    """Restores as often as it is asked."""

    asks: IO[str]
    hears: IO[str]

    def restore(self, file: Path, words: Sequence[str], folder: Path, until: int) -> Answer:
        """Restores `file` to `folder`, by its words alone; all of it is checked there."""
        errand = {"file": str(file), "words": words, "folder": str(folder), "until": until}
        self.asks.write(json.dumps(errand) + "\n")
        self.asks.flush()
        line = self.hears.readline()
        assert line, "the restoring process ended; its own words stand above"
        answer: dict[str, Any] = json.loads(line)
        assert answer["home"] == []
        if "raised" in answer:
            return Answer(answer["raised"])
        return Answer("", answer["rows"], _held(answer["held"]))


@contextmanager
def alone(root: Path) -> Generator[Alone]:
    """Such a process, with a home that is empty and stays so."""
    with tempfile.TemporaryDirectory() as home:
        process = subprocess.Popen(
            [sys.executable, "-m", PROGRAM],
            cwd=root,
            env=ENVIRONMENT | {"HOME": home},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert process.stdin is not None
        assert process.stdout is not None
        with process:
            try:
                yield Alone(process.stdin, process.stdout)
            finally:
                process.stdin.close()


def _held(told: dict[str, list[dict[str, Any]]]) -> Held:
    return {client: tuple(map(_meeting, meetings)) for client, meetings in told.items()}


def _meeting(told: dict[str, Any]) -> Meeting:
    return Meeting(told["number"], tuple(told["note"]), told["is_over"], told["is_final"])
