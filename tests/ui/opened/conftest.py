"""A vault that is open and has just been unlocked, as what follows an unlock finds it."""

from collections.abc import Callable, Iterator, Sized
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from app.ledger.check_outcome import CheckOutcome, CheckProgress
from app.workspace import Workspace
from crypto.errors import CryptoError
from tests.support.kept_vaults import KeptVault
from tests.support.never import never
from ui.jobs import Jobs
from ui.leaving.lock import Saving, Unsaved
from ui.opened import pin_keeper, vault_check
from ui.opened.pin_keeper import PinKeeper
from ui.opened.vault_check import VaultCheck


class Desk:
    """A vault that is open, its check and pin, and what these said."""

    def __init__(self, jobs: Jobs, vault: KeptVault, qtbot: QtBot) -> None:
        self.jobs = jobs
        self.vault = vault
        self.qtbot = qtbot
        self.hooks: list[Unsaved] = []
        self.check = VaultCheck(jobs)
        self.keeper = PinKeeper(jobs, self._before_lock, lambda: vault.store)
        self.check.checked.connect(self.keeper.judge)
        self.checked: list[CheckOutcome] = []
        self.progress: list[CheckProgress] = []
        self.damaged: list[CryptoError] = []
        self.troubles: list[Exception] = []
        self.pinned: list[bool] = []
        self.check.checked.connect(self.checked.append)
        self.check.progressed.connect(self.progress.append)
        self.check.damaged.connect(self.damaged.append)
        self.keeper.pinned.connect(partial(self.pinned.append, True))
        jobs.trouble.connect(self.troubles.append)

    def _before_lock(self, _owner: QObject, unsaved: Unsaved) -> None:
        self.hooks.append(unsaved)

    def do(self, call: Callable[[Workspace], object]) -> None:
        """Waits for what the vault is asked to do."""
        done: list[object] = []
        self.jobs.read(self.check, call, done.append)
        self.qtbot.waitUntil(lambda: bool(done))

    def wait_for(self, told: Sized) -> None:
        """Waits until something was told."""
        self.qtbot.waitUntil(lambda: bool(told))

    def at_lock(self) -> Saving | None:
        """What is to be done at a lock."""
        (unsaved,) = self.hooks
        return unsaved()

    @property
    def pins(self) -> list[bytes]:
        """The pins that the store holds."""
        return [data for name, data in self.vault.store.items.items() if name.endswith("/pin")]


@pytest.fixture
def desk(
    jobs: Jobs, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Desk]:
    monkeypatch.setattr(vault_check, "SETTLED", 0)
    monkeypatch.setattr(pin_keeper, "PIN_EVERY", 50)
    vault = KeptVault(tmp_path)
    opened: list[bool] = []
    jobs.open(jobs, vault.open, lambda: opened.append(True), never)
    qtbot.waitUntil(lambda: bool(opened))
    desk = Desk(jobs, vault, qtbot)
    yield desk
    desk.check.deleteLater()
    desk.keeper.deleteLater()
