"""Gives a vault new kits and its backups with it, in a process to be watched: FOLDER KITS.

Tells on standard output what was done, see `rewrapping.py`.
"""

import os
import sys
from pathlib import Path

from tests.soak.backups.rewrapping import Rewrapping

place, kits = sys.argv[1:]
left = int(kits) + 1  # there is nothing to do the first time


def say(line: str) -> None:
    """One line; after so many kits it is the last one."""
    global left  # noqa: PLW0603  of this program, which is no more than this
    os.write(1, f"{line}\n".encode())
    left -= line == "rewrapped"
    if left == 0:
        raise SystemExit


Rewrapping(Path(place)).again_and_again(say)
