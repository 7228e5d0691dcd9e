"""Vaults at the cheap cost, as the proofs make, copy, open and compare them."""

import hashlib
import os
import shutil
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from app.ledger.standing import AskedPin
from app.storage import meta
from app.storage.transaction import Reader
from app.workspace import Workspace, create_workspace, open_workspace
from crypto.primitives.kdf import TEST_ONLY_COST, TEST_ONLY_COSTS
from crypto.slots.passphrase import PassphraseWay
from crypto.slots.slot import NewWay, Way
from crypto.vault import pin as pins
from crypto.vault.header_files import read_header
from crypto.vault.reserve import RESERVE_FILE
from crypto.vault.vault import open_vault
from tests.support.fixed_clock import FixedClock
from tests.support.workspaces import PASSPHRASE

WAY = PassphraseWay(PASSPHRASE)


def make(folder: Path, way: NewWay = WAY) -> tuple[str, ...]:
    """A new vault at `folder`, closed; its 24 words."""
    workspace, words = create_workspace(
        folder, "Whitlock Coaching", way, FixedClock(), TEST_ONLY_COST, TEST_ONLY_COSTS
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


def open_again(folder: Path, way: Way = WAY, pin: AskedPin = None) -> Workspace:
    """The vault's services; whoever calls closes them."""
    return open_workspace(folder, way, FixedClock(), costs=TEST_ONLY_COSTS, pin=pin)


@contextmanager
def opened(folder: Path, way: Way = WAY, pin: AskedPin = None) -> Generator[Workspace]:
    """The vault's services, for a while."""
    workspace = open_again(folder, way, pin)
    try:
        yield workspace
    finally:
        workspace.close()


def seal_is_behind(folder: Path, way: Way = WAY) -> bool:
    """Whether the seal is one write behind the database, as a kill may leave it.

    Looks by itself, without the app's own judgement. Raises AssertionError when the seal is not
    what a crash can leave: missing, ahead, or further behind.
    """
    vault = open_vault(folder, way, costs=TEST_ONLY_COSTS)
    try:
        seal, there = vault.read_seal(), meta.state(Reader(vault.connection))
    finally:
        vault.close()
    assert seal is not None
    assert seal == there or seal.write_no == there.write_no - 1
    return seal != there


def pin_of(folder: Path) -> bytes:
    """What a password store would be told to remember of the vault, as seal and header stand."""
    return pin_with(folder, (folder / read_header(folder).written.header.seal_file).read_bytes())


def pin_with(folder: Path, seal: bytes) -> bytes:
    """The same with a seal that the vault had at some other time."""
    written = read_header(folder).written
    return pins.render(seal, written.header.header_seq, hashlib.sha256(written.data).digest())


def databases(folder: Path) -> list[str]:
    """The database files that a vault folder holds; one, unless something was interrupted."""
    return sorted(file.name for file in folder.glob("vault-*.db"))
