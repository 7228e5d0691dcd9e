"""A practice begins with the shipped purposes."""

from app.workspace import Workspace


def test_a_new_vault_has_the_shipped_purposes_each_with_its_notice(workspace: Workspace) -> None:
    purposes = workspace.purposes.listed()
    assert len(purposes) >= 6
    assert all(purpose.notice.version == 1 for purpose in purposes)
    assert all(purpose.notice.language == "en-GB" for purpose in purposes)
    assert all(purpose.notice.text.strip() for purpose in purposes)
