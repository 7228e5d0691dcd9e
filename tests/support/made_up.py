"""A made-up practice to test on and to measure with, opened by a passphrase at a low cost."""

from pathlib import Path

from app.core.clock import Clock, SystemClock
from app.demo.practice import NAME, MadeUpPractice, Size
from app.workspace import Workspace, create_workspace
from crypto.primitives.kdf import TEST_ONLY_COST, TEST_ONLY_COSTS
from crypto.slots.passphrase import PassphraseWay
from crypto.slots.slot import NewWay
from tests.support.workspaces import PASSPHRASE


def made_up_workspace(
    folder: Path,
    notes: int = 60,
    clients: int = 8,
    seed: int = 1,
    clock: Clock | None = None,
    way: NewWay | None = None,
) -> Workspace:
    """A new vault `folder` with such a practice; whoever calls closes it, on the same thread.

    `clock` tells what is today in it. A thousand notes take about a second.
    """
    practice = MadeUpPractice(Size(notes, clients, seed), clock or SystemClock())
    workspace, _ = create_workspace(
        folder,
        NAME,
        way or PassphraseWay(PASSPHRASE),
        practice.clock,
        TEST_ONLY_COST,
        TEST_ONLY_COSTS,
        practice.fill,
    )
    return workspace
