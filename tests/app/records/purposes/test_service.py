"""A practice's purposes keep every wording that was ever shown."""

import pytest

from app.core.errors import NameMissing
from app.workspace import Workspace


def test_a_new_vault_has_the_shipped_purposes_each_with_its_notice(workspace: Workspace) -> None:
    purposes = workspace.purposes.listed()
    assert len(purposes) >= 6
    assert all(purpose.notice.version == 1 for purpose in purposes)
    assert all(purpose.notice.language == "en-GB" for purpose in purposes)


def test_a_new_wording_is_a_new_version_and_the_old_one_stays(workspace: Workspace) -> None:
    purpose = workspace.purposes.listed()[0]
    workspace.purposes.reword(purpose.id, "en-GB", "May I record our sessions?")
    changed = workspace.purposes.get(purpose.id)
    assert changed.notice.version == 2
    assert changed.notice.text == "May I record our sessions?"
    assert changed.notices[0] == purpose.notice


def test_an_empty_wording_is_refused(workspace: Workspace) -> None:
    purpose = workspace.purposes.listed()[0]
    with pytest.raises(NameMissing):
        workspace.purposes.reword(purpose.id, "en-GB", "  ")
    assert workspace.purposes.get(purpose.id) == purpose
