"""Whatever stands in the header's files: an error of ours, and hardly any memory before a key."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from random import Random

from app.workspace import create_workspace
from tests.soak.counts import HEADERS, Count
from tests.soak.vaults import WAY
from tests.support.fixed_clock import FixedClock

MOST_KIB = 50 * 1024


def test_no_header_crashes_the_reader_or_fills_its_memory(
    tmp_path: Path,
    root: Path,
    rng: Random,
    times: Callable[[Count], int],
    figure: Callable[[str], None],
) -> None:
    folder = tmp_path / "Practice.vault"
    # At the app's own cost, so that headers within its range reach the derivation.
    workspace, words = create_workspace(folder, "Practice", WAY, FixedClock())
    workspace.close()
    (tmp_path / "words").write_text(" ".join(words), "ascii")
    count = times(HEADERS)
    reader = [sys.executable, "-W", "error", "-m", "tests.soak.read_malformed", str(folder)]
    run = subprocess.run(
        [*reader, f"{rng.random()}", str(count)],
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr[-4000:]
    told = json.loads(run.stdout)
    came: dict[str, int] = told["came"]
    assert sum(came.values()) == count
    # The generator reaches deep: into the fields, and past them.
    assert {"HeaderDamaged", "HeaderTampered", "VaultTooNew", "DerivationReached"} <= came.keys()
    assert told["grew_kib"] < MOST_KIB
    by_name = ", ".join(f"{name} {times}" for name, times in sorted(came.items()))
    figure(f"{count} headers, memory grew by {told['grew_kib'] / 1024:.1f} MiB at most; {by_name}")
