"""The last writes are known by what they left; older ones are forgotten."""

from dataclasses import replace

import pytest

from app.core.ids import ClientId
from app.storage import meta, writes
from app.workspace import Workspace
from crypto.vault.seal import SealState


def now(workspace: Workspace) -> SealState:
    with workspace._database.read() as reader:
        return meta.state(reader)


def may_be_ours(workspace: Workspace, state: SealState) -> bool:
    with workspace._database.read() as reader:
        return writes.may_be_ours(reader, state)


def test_a_state_that_a_write_left_is_ours_and_no_other(
    workspace: Workspace, amara: ClientId
) -> None:
    left = now(workspace)
    workspace.clients.archive(amara)
    assert may_be_ours(workspace, left)
    assert may_be_ours(workspace, now(workspace))
    assert not may_be_ours(workspace, replace(left, drafts_sha256=bytes(32)))
    assert not may_be_ours(workspace, replace(left, write_no=left.write_no + 5))


def test_what_is_forgotten_may_be_ours(
    workspace: Workspace, amara: ClientId, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writes, "KEPT", 2)
    strange = replace(now(workspace), drafts_sha256=bytes(32))
    for _ in range(2):
        assert not may_be_ours(workspace, strange)
        workspace.clients.archive(amara)
    assert may_be_ours(workspace, strange)
    assert workspace._vault.connection.execute("SELECT count(*) FROM writes") == [(2,)]


def test_a_vault_of_an_earlier_app_knows_of_none(workspace: Workspace) -> None:
    workspace._vault.connection.execute("DROP TABLE writes")
    assert may_be_ours(workspace, replace(now(workspace), drafts_sha256=bytes(32)))
