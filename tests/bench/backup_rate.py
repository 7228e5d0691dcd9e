"""How fast a backup is made, proven and restored, beside a plain durable copy of the same file.

The copies, the backup and the restore of one size run one after the other in the same process,
as the window does it: staged on this thread, carried and proven by the other process.

Run: .venv/bin/python -m tests.bench.backup_rate [MEGABYTES …] [--to FOLDER]
`--to` is where backups go: a stick. Without it they go to the vault's own disk.
"""

import argparse
import os
import resource
import shutil
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path

from app.backup_process.carrier import Carrier
from app.core.clock import SystemClock
from app.workflows.backup.step import Proof, Stage, Step
from app.workflows.restore.restore import restore
from app.workspace import Workspace
from crypto.backup.unlock import ByWords
from tests.support.figures import disk_folder
from tests.support.memory import MemoryWatch
from tests.support.vaults_by_bytes import MEGABYTE, vault_of

SIZES = (10, 200, 2_000)
_PIECE = 1 << 20


class Backup:
    """One backup: when each stage began, and what came of it."""

    def __init__(self, workspace: Workspace, folder: Path) -> None:
        self.steps: list[tuple[float, Stage]] = []
        self.longest = 0.0  # seconds between two steps of staging: what a save may wait for
        self._last = time.perf_counter()
        begun, own = self._last, time.process_time()
        with Carrier() as carrier, MemoryWatch() as self.memory:
            staged = workspace.make_backup.stage(self._staging)
            self.staged = time.perf_counter() - begun
            try:
                errand = staged.errand(folder)
                self.file = errand.target
                self.proof: Proof = carrier.run(errand, self._carrying, threading.Event())
            finally:
                staged.discard()
            workspace.make_backup.note(errand, self.proof)
        self.took = time.perf_counter() - begun
        self.own_cpu = time.process_time() - own

    def seconds(self, stage: Stage, until: Stage) -> float:
        """From the first step of one stage to that of another."""
        first = {each: at for at, each in reversed(self.steps)}
        return first[until] - first[stage]

    def _staging(self, _: Step) -> None:
        now = time.perf_counter()
        self.longest, self._last = max(self.longest, now - self._last), now

    def _carrying(self, step: Step) -> None:
        self.steps.append((time.perf_counter(), step.stage))


def in_one_call(source: Path, target: Path) -> None:
    """The system's own copy, made durable."""
    shutil.copyfile(source, target)
    with target.open("rb+") as file:
        os.fsync(file.fileno())


def in_pieces(source: Path, target: Path) -> None:
    """Piece by piece, made durable."""
    with source.open("rb", buffering=0) as coming, target.open("wb", buffering=0) as going:
        while piece := coming.read(_PIECE):
            going.write(piece)
        os.fsync(going.fileno())


def copied(source: Path, folder: Path, how: Callable[[Path, Path], None]) -> float:
    """The seconds of the middle one of three such copies."""
    taken: list[float] = []
    for _ in range(3):
        begun = time.perf_counter()
        how(source, folder / "copy")
        taken.append(time.perf_counter() - begun)
        (folder / "copy").unlink()
    return sorted(taken)[1]


def seconds_to_check(workspace: Workspace) -> float:
    """The seconds that SQLCipher takes to check every page, and does nothing else."""
    begun = time.perf_counter()
    assert workspace._vault.connection.execute("PRAGMA cipher_integrity_check") == []
    return time.perf_counter() - begun


def say(line: str) -> None:
    """Prints it at once: the next may take minutes."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def measure(megabytes: int, folder: Path, drive: Path) -> None:
    """Prints the figures of one size."""
    begun = time.perf_counter()
    workspace, words = vault_of(folder / f"{megabytes}.vault", megabytes)
    database = workspace._vault.connection.path
    size = database.stat().st_size
    made_in = time.perf_counter() - begun

    def rate(seconds: float) -> str:
        return f"{seconds:.2f} s, {size / MEGABYTE / seconds:.0f} MB/s"

    load = os.getloadavg()[0]
    say(f"{size / MEGABYTE:.0f} MB (made up in {made_in:.0f} s; load {load:.1f})")
    whole, pieces = (copied(database, drive, how) for how in (in_one_call, in_pieces))
    say(f"  plain copy + fsync: in one call {rate(whole)}; in pieces {rate(pieces)}")
    theirs = resource.getrusage(resource.RUSAGE_CHILDREN)
    backup = Backup(workspace, drive)
    now = resource.getrusage(resource.RUSAGE_CHILDREN)
    child = now.ru_utime + now.ru_stime - theirs.ru_utime - theirs.ru_stime
    checked = seconds_to_check(workspace)
    workspace.close()
    say(f"  staged {rate(backup.staged)}; longest step {backup.longest * 1000:.0f} ms")
    say(f"  carried {rate(backup.seconds(Stage.COPY, Stage.SEAL))}, hashed and synced")
    say(f"  read back {rate(backup.seconds(Stage.READ, Stage.PROVE))}")
    say(f"  tables and records proven {rate(backup.seconds(Stage.PROVE, Stage.PLACED))}")
    say(
        f"  backup with verification: {rate(backup.took)}: {whole / backup.took:.2f} of the copy in"
        f" one call, {pieces / backup.took:.2f} of that in pieces; {backup.own_cpu:.1f} s of the"
        f" window's processor time, {child:.1f} s of the other process's"
    )
    least = backup.staged + whole + checked
    say(
        f"  each page’s check made once: {rate(checked)}. With the staging and one such copy, which"
        f" is the least that a verified backup takes: {whole / least:.2f} of the copy"
    )
    memory = backup.memory
    say(
        f"  memory: ours {memory.before / MEGABYTE:.0f} MB before, {memory.ours / MEGABYTE:.0f} at"
        f" most; the other process {memory.theirs / MEGABYTE:.0f} at most"
    )
    shutil.rmtree(folder / f"{megabytes}.vault")
    begun = time.perf_counter()
    with MemoryWatch() as memory:
        restored = folder / "restored.vault"
        restore(backup.file, ByWords(words), restored, "By its bytes", SystemClock())
    took = time.perf_counter() - begun
    say(
        f"  restore with verification: {rate(took)}: {whole / took:.2f} of the copy in one call;"
        f" memory {memory.ours / MEGABYTE:.0f} MB at most"
    )
    shutil.rmtree(restored)
    backup.file.unlink()


def main() -> None:
    """Prints the figures."""
    parser = argparse.ArgumentParser()
    parser.add_argument("megabytes", nargs="*", type=int, default=SIZES)
    parser.add_argument("--to", type=Path)
    given = parser.parse_args()
    with (
        disk_folder() as folder,
        nullcontext(str(given.to)) if given.to else tempfile.TemporaryDirectory(dir=folder) as to,
    ):
        for megabytes in given.megabytes:
            measure(megabytes, folder, Path(to))


if __name__ == "__main__":
    main()
