"""Vaults at the cheap cost, as the proofs make, copy, open and compare them."""

import os
import shutil
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from app.storage import meta
from app.storage.transaction import Reader
from app.workspace import Workspace, create_workspace, open_workspace
from crypto.primitives.kdf import TEST_ONLY_COST, TEST_ONLY_COSTS
from crypto.slots.passphrase import PassphraseWay
from crypto.slots.slot import Way
from crypto.vault.reserve import RESERVE_FILE
from crypto.vault.seal import SealState
from crypto.vault.vault import open_vault
from tests.support.fixed_clock import FixedClock
from tests.support.workspaces import PASSPHRASE

WAY = PassphraseWay(PASSPHRASE)


def make(folder: Path) -> tuple[str, ...]:
    """A new vault at `folder`, closed; its 24 words."""
    workspace, words = create_workspace(
        folder, "Whitlock Coaching", WAY, FixedClock(), TEST_ONLY_COST, TEST_ONLY_COSTS
    )
    workspace.close()
    return words


def copy(folder: Path, to: Path) -> Path:
    """The same vault at `to`; the reserve, which nobody writes to, is shared."""
    to.mkdir(mode=0o700)
    for file in folder.iterdir():
        if file.name == RESERVE_FILE:
            os.link(file, to / file.name)
        elif file.is_dir():
            shutil.copytree(file, to / file.name)
        else:
            shutil.copyfile(file, to / file.name)
    return to


def open_again(folder: Path, way: Way = WAY) -> Workspace:
    """The vault's services; whoever calls closes them."""
    return open_workspace(folder, way, FixedClock(), costs=TEST_ONLY_COSTS)


@contextmanager
def opened(folder: Path, way: Way = WAY) -> Generator[Workspace]:
    """The vault's services, for a while."""
    workspace = open_again(folder, way)
    try:
        yield workspace
    finally:
        workspace.close()


def sealed_and_there(folder: Path, way: Way = WAY) -> tuple[SealState | None, SealState]:
    """What the seal pins, and what it would pin if it was written now; changes neither."""
    vault = open_vault(folder, way, costs=TEST_ONLY_COSTS)
    try:
        return vault.read_seal(), meta.state(Reader(vault.connection))
    finally:
        vault.close()


def databases(folder: Path) -> list[str]:
    """The database files that a vault folder holds; one, unless something was interrupted."""
    return sorted(file.name for file in folder.glob("vault-*.db"))
