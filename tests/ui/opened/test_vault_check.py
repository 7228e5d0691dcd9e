"""The vault is checked once the desk is open, and as often as that is asked for."""

from functools import partial

import pytest

from app.ledger.integrity import Integrity
from crypto.errors import SaveNotDurable, VaultMissing
from crypto.vault.connection import VaultConnection
from tests.ui.opened.conftest import Desk


def test_a_sound_vault_is_told_with_how_far_it_is(desk: Desk) -> None:
    desk.check.begin()
    desk.wait_for(desk.checked)
    assert desk.checked[0].is_sound
    assert desk.progress[-1].done == desk.progress[-1].total
    assert desk.damaged == []


def test_an_outcome_that_could_not_be_kept_counts_all_the_same(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    ended: list[bool] = []
    desk.check.ended.connect(partial(ended.append, True))
    with monkeypatch.context() as patch:
        patch.setattr(VaultConnection, "commit", _no_room)
        desk.check.begin()
        desk.wait_for(desk.pinned)
    assert desk.checked[0].is_sound
    assert len(desk.pins) == 1
    assert [type(error) for error in desk.troubles] == [SaveNotDurable]
    assert len(ended) == 1


def _no_room(*_: object) -> None:
    raise SaveNotDurable


def test_a_check_that_fails_says_so_and_can_be_asked_for_again(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    ended: list[bool] = []
    desk.check.ended.connect(partial(ended.append, True))
    with monkeypatch.context() as patch:
        patch.setattr(Integrity, "check", _gone)
        desk.check.check_now()
        desk.wait_for(ended)
    assert [type(error) for error in desk.troubles] == [VaultMissing]
    assert desk.checked == []
    desk.check.check_now()
    desk.wait_for(desk.checked)


def _gone(*_: object) -> None:
    raise VaultMissing


def test_a_check_that_is_asked_for_meanwhile_is_the_same_one(desk: Desk) -> None:
    ended: list[bool] = []
    desk.check.ended.connect(partial(ended.append, True))
    desk.check.check_now()
    desk.check.check_now()
    desk.wait_for(desk.pinned)
    assert (len(ended), len(desk.checked)) == (1, 1)
    desk.check.check_now()
    desk.qtbot.waitUntil(lambda: len(desk.checked) == 2)
