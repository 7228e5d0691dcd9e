"""The vault is checked once the desk is open, and then this computer remembers how it stood."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from threading import Event
from time import perf_counter

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from app.ledger.check_outcome import CheckOutcome, CheckProgress
from app.workspace import Workspace
from crypto.errors import CryptoError, KeyringLocked, KeyringTimeout, VaultDamaged
from crypto.secret import SecretBytes
from tests.support.ending_threads import all_have_ended
from tests.support.fake_key_store import FakeKeyStore
from tests.support.kept_vaults import KeptVault
from tests.support.never import never
from tests.support.workspaces import add_client
from ui.jobs import Jobs
from ui.leaving.lock import Saving, Unsaved
from ui.opened import integrity
from ui.opened.integrity import IntegrityWatch


class Desk:
    """A vault that is open, its watch, and what the watch said."""

    def __init__(self, jobs: Jobs, vault: KeptVault, qtbot: QtBot) -> None:
        self.jobs = jobs
        self.vault = vault
        self.qtbot = qtbot
        self.hooks: list[Unsaved] = []
        self.watch = IntegrityWatch(jobs, self._before_lock, lambda: vault.store)
        self.checked: list[CheckOutcome] = []
        self.progress: list[CheckProgress] = []
        self.damaged: list[CryptoError] = []
        self.pinned: list[bool] = []
        self.watch.checked.connect(self.checked.append)
        self.watch.progressed.connect(self.progress.append)
        self.watch.damaged.connect(self.damaged.append)
        self.watch.pinned.connect(partial(self.pinned.append, True))

    def _before_lock(self, _owner: QObject, unsaved: Unsaved) -> None:
        self.hooks.append(unsaved)

    def do(self, call: Callable[[Workspace], object]) -> None:
        """Waits for what the vault is asked to do."""
        done: list[object] = []
        self.jobs.read(self.watch, call, done.append)
        self.qtbot.waitUntil(lambda: bool(done))

    def wait_for(self, told: list[bool] | list[CheckOutcome]) -> None:
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
    monkeypatch.setattr(integrity, "SETTLED", 0)
    monkeypatch.setattr(integrity, "PIN_EVERY", 50)
    vault = KeptVault(tmp_path)
    opened: list[bool] = []
    jobs.open(jobs, vault.open, lambda: opened.append(True), never)
    qtbot.waitUntil(lambda: bool(opened))
    desk = Desk(jobs, vault, qtbot)
    yield desk
    desk.watch.deleteLater()


def test_a_sound_vault_is_pinned_after_its_check(desk: Desk) -> None:
    assert desk.pins == []
    assert desk.at_lock() is None
    desk.watch.begin()
    desk.wait_for(desk.pinned)
    assert desk.checked[0].is_sound
    assert desk.progress[-1].done == desk.progress[-1].total
    assert len(desk.pins) == 1
    assert desk.damaged == []


def test_a_check_that_is_asked_for_meanwhile_is_the_same_one(desk: Desk) -> None:
    ended: list[bool] = []
    desk.watch.ended.connect(partial(ended.append, True))
    desk.watch.check_now()
    desk.watch.check_now()
    desk.wait_for(desk.pinned)
    assert (len(ended), len(desk.checked)) == (1, 1)
    desk.watch.check_now()
    desk.qtbot.waitUntil(lambda: len(desk.checked) == 2)


def test_the_pin_follows_what_is_written(desk: Desk) -> None:
    desk.watch.begin()
    desk.wait_for(desk.pinned)
    before = desk.pins
    desk.do(lambda workspace: add_client(workspace, "Amara Osei"))
    desk.qtbot.waitUntil(lambda: desk.pins != before)


def test_at_a_lock_the_last_write_is_pinned_too(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.watch.begin()
    desk.wait_for(desk.pinned)
    desk.watch._every.stop()
    desk.do(lambda workspace: add_client(workspace, "Amara Osei"))
    wanted: list[bytes] = []

    def lock(workspace: Workspace) -> None:
        pin = workspace.pin_to_keep()
        assert pin is not None
        wanted.append(pin.data)
        saving = desk.at_lock()
        assert saving is not None
        saving(workspace)

    desk.do(lock)
    desk.qtbot.waitUntil(lambda: desk.pins == wanted)


def test_a_store_that_hangs_delays_no_lock(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.watch.begin()
    desk.wait_for(desk.pinned)
    desk.watch._every.stop()
    answer = Event()

    def hang(*_: object) -> SecretBytes:
        answer.wait()
        raise KeyringTimeout

    monkeypatch.setattr(FakeKeyStore, "read", hang)
    seconds: list[float] = []

    def lock(workspace: Workspace) -> None:
        began = perf_counter()
        saving = desk.at_lock()
        assert saving is not None
        saving(workspace)
        seconds.append(perf_counter() - began)

    desk.do(lock)
    answer.set()
    desk.qtbot.waitUntil(all_have_ended)
    assert seconds[0] < integrity.AT_LOCK + 0.4


def test_a_fault_is_told_and_never_pinned(desk: Desk) -> None:
    desk.do(lambda workspace: add_client(workspace, "Amara Osei"))
    tamper = "UPDATE clients SET needs = 'x'"
    desk.do(lambda workspace: workspace._vault.connection.execute(tamper))
    desk.watch.begin()
    desk.wait_for(desk.checked)
    assert [type(error) for error in desk.damaged] == [VaultDamaged]
    assert desk.pins == []
    assert desk.at_lock() is None


def test_a_store_that_refuses_is_not_asked_again(desk: Desk) -> None:
    asked: list[str] = []

    class Locked(FakeKeyStore):
        def read(self, account: str) -> object:  # pyright: ignore[reportIncompatibleMethodOverride]
            asked.append(account)
            raise KeyringLocked

    desk.watch._find = Locked  # pyright: ignore[reportAttributeAccessIssue]
    troubles: list[Exception] = []
    desk.jobs.trouble.connect(troubles.append)
    desk.watch.begin()
    desk.wait_for(desk.checked)
    desk.qtbot.waitUntil(lambda: bool(asked))
    desk.qtbot.wait(200)
    assert len(asked) == 1
    assert troubles == []
    assert desk.at_lock() is None


def test_a_vault_that_cannot_be_read_any_more_keeps_nobody_from_a_lock(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.watch.begin()
    desk.wait_for(desk.pinned)
    desk.watch._every.stop()

    def unreadable(_: Workspace) -> None:
        raise VaultDamaged

    monkeypatch.setattr(Workspace, "pin_to_keep", unreadable)

    def lock(workspace: Workspace) -> None:
        saving = desk.at_lock()
        assert saving is not None
        saving(workspace)

    desk.do(lock)
