"""Making a backup and restoring it takes as much memory for a large vault as for a small one."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from tests.soak.counts import NOTES_OF_A_LARGE_VAULT, Count
from tests.support.big_vaults import big_vault

SMALL = 300  # notes: one megabyte
NOTES_A_CLIENT = 50
MOST_KIB_MORE = 16 * 1024


def peaks(folder: Path, root: Path, notes: int) -> dict[str, int]:
    """What each process took at most, for a vault with so many notes."""
    folder.mkdir()
    vault = big_vault(folder, notes, max(1, notes // NOTES_A_CLIENT))
    run = subprocess.run(
        [sys.executable, "-m", "tests.soak.backups.peaks", str(vault), str(folder)],
        cwd=root,
        check=True,
        stdout=subprocess.PIPE,
    )
    return json.loads(run.stdout)


def test_memory_does_not_grow_with_the_vault(
    tmp_path: Path, root: Path, times: Callable[[Count], int], figure: Callable[[str], None]
) -> None:
    small = peaks(tmp_path / "small", root, SMALL)
    large = peaks(tmp_path / "large", root, times(NOTES_OF_A_LARGE_VAULT))
    told = [
        f"{what} {small[what] / 1024:.1f} and {large[what] / 1024:.1f} MiB"
        for what in ("window", "carrier", "restore")
    ]
    figure(
        f"backups of {small['bytes'] / 1e6:.1f} and {large['bytes'] / 1e6:.1f} MB: "
        + ", ".join(told)
    )
    for what in ("window", "carrier", "restore"):
        assert large[what] - small[what] < MOST_KIB_MORE, told
