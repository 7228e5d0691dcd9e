"""Whether unlocking takes longer with 100,000 notes than with 1,000: the vault alone, and the app.

The app's figure is from pressing "Unlock" to Today, usable and painted, through this session's
real keyring, each time in a new process. The sizes take turns.

Run: bash packaging/desktop.sh .venv/bin/python -m tests.bench.unlock_by_size
"""

import statistics
import subprocess
import sys
import time
from pathlib import Path

from tests.support.big_vaults import SIZES, big_vault, home_for, open_big, vault_folder
from tests.support.desktop import Home
from tests.support.figures import disk_folder, tell

OPENINGS = 50
UNLOCKS = 15


def open_once(vault: Path) -> float:
    """Milliseconds to open the vault itself, its key derived at next to no cost."""
    begun = time.perf_counter()
    workspace = open_big(vault)
    taken = (time.perf_counter() - begun) * 1000
    workspace.close()
    return taken


def unlock_once(home: Home) -> float:
    """Milliseconds from the button to Today, in a process of its own."""
    once = subprocess.run(
        [sys.executable, "-m", "tests.bench.unlock_by_keyring", "once"],
        env=home.environment,
        check=True,
        capture_output=True,
        text=True,
    )
    return float(once.stdout)


def main() -> None:
    """Prints the figures."""
    opening = [list[float]() for _ in SIZES]
    unlocking = [list[float]() for _ in SIZES]
    with vault_folder() as folder, disk_folder() as homes:
        vaults = [big_vault(folder, *size) for size in SIZES]
        for number in range(OPENINGS + 1):
            for taken, vault in zip(opening, vaults, strict=True):
                once = open_once(vault)
                if number:  # the first round only warms the disk's cache
                    taken.append(once)
        at_home = [home_for(vault, homes / f"{number}") for number, vault in enumerate(vaults)]
        for number in range(UNLOCKS + 1):
            for taken, home in zip(unlocking, at_home, strict=True):
                once = unlock_once(home)
                if number:
                    taken.append(once)
    for (notes, _), taken in zip(SIZES, opening, strict=True):
        tell(f"a vault with {notes:,} notes opened", taken)
    for (notes, clients), taken in zip(SIZES, unlocking, strict=True):
        tell(f"unlock by keyring to Today, {notes:,} notes of {clients:,} clients", taken)
    for what, both in (("opened", opening), ("unlocked in the app", unlocking)):
        few, many = (statistics.median(taken) for taken in both)
        sys.stdout.write(f"{what}: {many / few:.2f} times as long\n")


if __name__ == "__main__":
    main()
