"""Run by itself: has the carrier of a process stand still once it writes in a folder.

    python halt_carrier.py <pid> <folder>

Prints the carrier's pid. From its start the carrier runs for a moment at a time, so that on a busy
machine it can't be over before anybody has looked.
"""

import os
import signal
import sys
import time
from pathlib import Path

GLANCE = 0.0005  # seconds
MOMENT = 0.002


def carrier_of(pid: int) -> int | None:
    """The child of a process that carries a backup."""
    for task in Path(f"/proc/{pid}/task").iterdir():
        try:
            children = (task / "children").read_text().split()
        except OSError:
            continue
        for child in children:
            if _carries(child):
                return int(child)
    return None


def _carries(pid: str) -> bool:
    try:
        return b"backup_process" in Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return False


def halt(pid: int, folder: Path) -> int:
    """The carrier, which stands still and has begun to write."""
    while (carrier := carrier_of(pid)) is None:
        time.sleep(GLANCE)
    os.kill(carrier, signal.SIGSTOP)
    while not list(folder.glob(".*.underrose-backup.part")):
        os.kill(carrier, signal.SIGCONT)
        time.sleep(MOMENT)
        os.kill(carrier, signal.SIGSTOP)
    return carrier


if __name__ == "__main__":
    sys.stdout.write(f"{halt(int(sys.argv[1]), Path(sys.argv[2]))}\n")
