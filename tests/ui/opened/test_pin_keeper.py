"""After a check that found nothing, this computer remembers how the vault stood."""

from threading import Event
from time import perf_counter

import pytest

from app.workspace import Workspace
from crypto.errors import KeyringLocked, KeyringTimeout, VaultDamaged
from crypto.secret import SecretBytes
from tests.support.ending_threads import all_have_ended
from tests.support.fake_key_store import FakeKeyStore
from tests.support.workspaces import add_client
from tests.ui.opened.conftest import Desk
from ui.opened import pin_keeper


def test_a_sound_vault_is_pinned_after_its_check(desk: Desk) -> None:
    assert desk.pins == []
    assert desk.at_lock() is None
    desk.check.begin()
    desk.wait_for(desk.pinned)
    assert desk.checked[0].is_sound
    assert desk.progress[-1].done == desk.progress[-1].total
    assert len(desk.pins) == 1
    assert desk.damaged == []


def test_the_pin_follows_what_is_written(desk: Desk) -> None:
    desk.check.begin()
    desk.wait_for(desk.pinned)
    before = desk.pins
    desk.do(lambda workspace: add_client(workspace, "Amara Osei"))
    desk.qtbot.waitUntil(lambda: desk.pins != before)


def test_at_a_lock_the_last_write_is_pinned_too(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.check.begin()
    desk.wait_for(desk.pinned)
    desk.keeper._every.stop()
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
    desk.check.begin()
    desk.wait_for(desk.pinned)
    desk.keeper._every.stop()
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
    assert seconds[0] < pin_keeper.AT_LOCK + 0.4


def test_a_fault_is_told_and_never_pinned(desk: Desk) -> None:
    desk.do(lambda workspace: add_client(workspace, "Amara Osei"))
    tamper = "UPDATE clients SET needs = 'x'"
    desk.do(lambda workspace: workspace._vault.connection.execute(tamper))
    desk.check.begin()
    desk.wait_for(desk.checked)
    assert [type(error) for error in desk.damaged] == [VaultDamaged]
    assert desk.pins == []
    assert desk.at_lock() is None


def test_once_a_fault_was_found_nothing_is_pinned_any_more(desk: Desk) -> None:
    desk.do(lambda workspace: add_client(workspace, "Amara Osei"))
    desk.check.check_now()
    desk.wait_for(desk.pinned)
    tamper = "UPDATE clients SET needs = 'x'"
    desk.do(lambda workspace: workspace._vault.connection.execute(tamper))
    desk.check.check_now()
    desk.wait_for(desk.damaged)
    kept = desk.pins
    desk.do(lambda workspace: add_client(workspace, "Bo"))
    desk.qtbot.wait(200)
    assert desk.pins == kept
    assert desk.at_lock() is None


def test_a_store_that_refuses_is_not_asked_again(desk: Desk) -> None:
    asked: list[str] = []

    class Locked(FakeKeyStore):
        def read(self, account: str) -> object:  # pyright: ignore[reportIncompatibleMethodOverride]
            asked.append(account)
            raise KeyringLocked

    desk.keeper._find = Locked  # pyright: ignore[reportAttributeAccessIssue]
    desk.check.begin()
    desk.wait_for(desk.checked)
    desk.qtbot.waitUntil(lambda: bool(asked))
    desk.qtbot.wait(200)
    assert len(asked) == 1
    assert desk.troubles == []
    assert desk.at_lock() is None


def test_a_vault_that_cannot_be_read_any_more_keeps_nobody_from_a_lock(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.check.begin()
    desk.wait_for(desk.pinned)
    desk.keeper._every.stop()

    def unreadable(_: Workspace) -> None:
        raise VaultDamaged

    monkeypatch.setattr(Workspace, "pin_to_keep", unreadable)

    def lock(workspace: Workspace) -> None:
        saving = desk.at_lock()
        assert saving is not None
        saving(workspace)

    desk.do(lock)
