"""Writes in a vault and backs it up, in a process to be watched: FOLDER STICK SEED LINES.

Tells on standard output what was done, see `making.py`; ends after so many lines.
"""

import os
import sys
from pathlib import Path
from random import Random

from tests.soak.backups.making import BackingUp
from tests.soak.story import Story

place, stick, seed, count = sys.argv[1:]
left = int(count)


def say(line: str) -> None:
    """One line; the last one ends it."""
    global left  # noqa: PLW0603  of this program, which is no more than this
    os.write(1, f"{line}\n".encode())
    left -= 1
    if left == 0:
        sys.stdout.flush()
        raise SystemExit


BackingUp(Path(place), Path(stick), 0, seed).again_and_again(Story(Random(seed)), 0, say)
