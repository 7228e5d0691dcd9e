"""What the vault keeps about itself."""

from app.settings.vault import MadeUp
from app.storage.database import Database
from app.workspace import Workspace


def test_a_vault_is_not_made_up_unless_it_says_so(workspace: Workspace) -> None:
    assert not workspace.made_up.get()


def test_what_is_made_up_says_so_for_good(workspace: Workspace) -> None:
    database = Database(workspace._vault)
    with database.write() as writer:
        MadeUp(database).put(writer)
    assert workspace.made_up.get()
