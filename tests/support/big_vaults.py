"""Made-up vaults of a size for the benchmarks, each built once in a run of all of them.

packaging/test.sh --bench names a folder for them in UNDERROSE_BENCH_VAULTS and empties it in the
end; a benchmark that is run alone builds its own, and takes them away.
"""

import os
import sys
import time
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from app.core.clock import SystemClock
from app.settings.declared import VAULT_FOLDER
from app.settings.device import DeviceSettings
from app.workspace import Workspace, open_workspace
from crypto.primitives.kdf import TEST_ONLY_COSTS
from crypto.slots.passphrase import PassphraseWay
from crypto.vault.change_slots import add_way
from tests.support.desktop import Home, fresh_home
from tests.support.figures import disk_folder
from tests.support.locked_home import keyring_way
from tests.support.made_up import made_up_workspace
from tests.support.workspaces import PASSPHRASE

SIZES = ((1_000, 25), (100_000, 1_000))  # notes, clients


@contextmanager
def vault_folder() -> Generator[Path]:
    """Where the vaults of this run lie."""
    shared = os.environ.get("UNDERROSE_BENCH_VAULTS")
    if shared:
        yield Path(shared)
        return
    with disk_folder() as own:
        yield own


def big_vault(folder: Path, notes: int, clients: int) -> Path:
    """A vault with so many notes, opened by `PASSPHRASE` at the lowest cost; made if need be."""
    vault = folder / f"notes-{notes}.vault"
    if not vault.exists():
        begun, busy = time.perf_counter(), time.process_time()
        made_up_workspace(vault, notes, clients).close()
        sys.stdout.write(
            f"made up {notes:,} notes in {time.perf_counter() - begun:.1f} s,"
            f" of which {time.process_time() - busy:.1f} s of one processor\n"
        )
        sys.stdout.flush()
    return vault


def open_big(vault: Path) -> Workspace:
    """Opens such a vault by its passphrase."""
    return open_workspace(vault, PassphraseWay(PASSPHRASE), SystemClock(), TEST_ONLY_COSTS)


def home_for(vault: Path, folder: Path) -> Home:
    """A home of its own whose lock screen asks for this vault, and whose keyring opens it."""
    workspace = open_big(vault)
    add_way(workspace._vault, keyring_way())
    workspace.close()
    folder.mkdir()
    home = fresh_home(folder)
    settings = home.folder / "config" / "underrose" / "device.json"
    DeviceSettings(settings).put(VAULT_FOLDER, str(vault))
    return home
