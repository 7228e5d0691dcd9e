"""The vault remembers which backups are under way, and of none a passphrase."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.workflows.backup.under_way import UnderWay, read_under_way
from app.workspace import Workspace
from tests.support.recorded_backups import FOLDER, STICK
from tests.support.workspaces import a_workspace

AT_STICK = UnderWay(STICK.folder, with_passphrase=True)
AT_FOLDER = UnderWay(FOLDER.folder, by_itself=True)


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    workspace = a_workspace(tmp_path)
    yield workspace
    workspace.close()


def test_each_is_remembered_until_it_is_over(workspace: Workspace) -> None:
    under_way = workspace.backups_under_way
    assert under_way.get() == ()
    under_way.begins(AT_STICK)
    under_way.begins(AT_FOLDER)
    assert under_way.get() == (AT_STICK, AT_FOLDER)
    under_way.is_over(AT_STICK)
    assert under_way.get() == (AT_FOLDER,)


def test_one_that_is_begun_again_takes_the_place_of_the_one_before(workspace: Workspace) -> None:
    workspace.backups_under_way.begins(AT_FOLDER)
    asked_for = UnderWay(FOLDER.folder)
    workspace.backups_under_way.begins(asked_for)
    assert workspace.backups_under_way.get() == (asked_for,)


def test_one_without_a_passphrase_does_not_make_up_for_one_with(workspace: Workspace) -> None:
    without = UnderWay(STICK.folder)
    workspace.backups_under_way.begins(AT_STICK)
    workspace.backups_under_way.begins(without)
    workspace.backups_under_way.is_over(without)
    assert workspace.backups_under_way.get() == (AT_STICK,)


def test_what_is_over_already_writes_nothing(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace.backups_under_way.begins(AT_STICK)

    def write() -> None:
        raise AssertionError

    monkeypatch.setattr(workspace._database, "write", write)
    workspace.backups_under_way.is_over(AT_FOLDER)


@pytest.mark.parametrize("text", ["", "5", "null", "{}", '["x"]', '[{"by_itself": true}]', "[" * 9])
def test_what_nobody_can_read_is_nothing(text: str) -> None:
    assert read_under_way(text) == ()
