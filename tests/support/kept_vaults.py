"""A small vault that is left, copied, put back in parts, and opened again."""

import shutil
from pathlib import Path

from app.core.clock import Clock
from app.ledger.standing import PIN_UNKNOWN, AskedPin
from app.workspace import Workspace, create_workspace, open_workspace
from crypto.primitives.kdf import TEST_ONLY_COST, TEST_ONLY_COSTS
from crypto.slots.keyring_slot import KeyringWay
from crypto.vault.reserve import RESERVE_FILE
from tests.support.fake_key_store import FakeKeyStore
from tests.support.fixed_clock import FixedClock

DATABASE, SEAL = "vault-1.db", "seal-1"
HEADERS = ("header.json", "header.copy.json")


class KeptVault:
    """Opens by a keyring in memory, so that there can be a pin, and at no cost."""

    def __init__(self, parent: Path, clock: Clock | None = None) -> None:
        self.folder = parent / "vault"
        self.copies = parent / "copies"
        self.clock = clock or FixedClock()
        self.store = FakeKeyStore()
        workspace, self.words = create_workspace(
            self.folder, "W", KeyringWay(self.store), self.clock, TEST_ONLY_COST, TEST_ONLY_COSTS
        )
        workspace.close()

    def open(self, pin: AskedPin = PIN_UNKNOWN, *, read_only: bool = False) -> Workspace:
        """Its services."""
        way = KeyringWay(self.store)
        return open_workspace(
            self.folder, way, self.clock, TEST_ONLY_COSTS, pin=pin, read_only=read_only
        )

    def copy(self, name: str) -> None:
        """Keeps the folder as it is now."""
        shutil.rmtree(self.copies / name, ignore_errors=True)
        # Without eight megabytes that say nothing.
        shutil.copytree(
            self.folder, self.copies / name, ignore=shutil.ignore_patterns(RESERVE_FILE)
        )

    def put_back(self, name: str, *files: str) -> None:
        """Puts files of a copy in the place of those that are there; all of them if none named."""
        for file in files or [path.name for path in (self.copies / name).iterdir()]:
            if (self.copies / name / file).is_file():
                shutil.copy(self.copies / name / file, self.folder / file)

    def bytes_of(self, *files: str) -> list[bytes]:
        """What stands in these files."""
        return [(self.folder / file).read_bytes() for file in files]


def pin_of(workspace: Workspace) -> bytes:
    """The pin that this computer would keep now."""
    pin = workspace.pin_to_keep()
    assert pin is not None
    return pin.data
