"""Backs a vault up and restores it; prints, as JSON, the most memory each took: VAULT FOLDER.

In KiB: "window" is this process, beyond what it had with the vault open; "carrier" is the one that
carries and proves, all of it; "restore" is this process again, beyond what it had before.
"""

import json
import sys
from pathlib import Path
from threading import Event

from app.backup_process.carrier import Carrier
from app.core.clock import SystemClock
from app.workflows.backup.step import Step
from app.workflows.restore.restore import restore
from crypto.backup.restore import GivenKit
from crypto.backup.unlock import ByPassphrase
from crypto.primitives.kdf import TEST_ONLY_COST, TEST_ONLY_COSTS
from crypto.slots.recovery import new_kit
from tests.soak.backups.making import nobody
from tests.soak.backups.orphans import children
from tests.soak.memory import forget_peak, peak_kib
from tests.support.big_vaults import open_big

PASSPHRASE = "saddle thirty quiet orchard"


def main(vault: Path, folder: Path) -> None:
    """Does both once."""
    stick = folder / "stick"
    stick.mkdir()
    workspace = open_big(vault)
    workspace.clients.listed()
    before = forget_peak()
    staged = workspace.make_backup.stage(nobody)
    errand = staged.errand(stick, PASSPHRASE, cost=TEST_ONLY_COST)
    carriers: list[int] = []
    with Carrier() as carrier:
        carrier.start()
        (pid,) = children()

        def tell(_: Step) -> None:
            carriers.append(peak_kib(pid))

        proof = carrier.run(errand, tell, Event())
    workspace.make_backup.note(errand, proof)
    staged.discard()
    window = peak_kib() - before
    workspace.close()
    before = forget_peak()
    clock, folder = SystemClock(), folder / "Restored.vault"
    today = clock.now().day
    kit = GivenKit(new_kit(2, today).words, 2, today)
    way = ByPassphrase(PASSPHRASE)
    restore(errand.target, way, folder, "Restored", clock, kit=kit, costs=TEST_ONLY_COSTS)
    json.dump(
        {
            "bytes": proof.bytes,
            "window": window,
            "carrier": max(carriers),
            "restore": peak_kib() - before,
        },
        sys.stdout,
    )


main(Path(sys.argv[1]), Path(sys.argv[2]))
