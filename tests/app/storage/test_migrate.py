"""Migrations run in order, once, and never on a database of a newer app."""

import pytest

from app.core.errors import VaultFormatUnknown
from app.storage import migrate
from app.storage.database import Database
from app.workspace import Workspace


def test_a_new_vault_is_at_the_newest_version(workspace: Workspace) -> None:
    connection = workspace._vault.connection
    assert migrate.version(connection) == migrate.newest() > 0


def test_migrating_again_does_nothing(workspace: Workspace) -> None:
    with Database(workspace._vault).write():
        assert migrate.migrate(workspace._vault.connection) is False


def test_a_database_of_a_newer_app_is_refused(workspace: Workspace) -> None:
    connection = workspace._vault.connection
    connection.execute(f"PRAGMA user_version = {migrate.newest() + 1}")
    with pytest.raises(VaultFormatUnknown):
        migrate.migrate(connection)


def test_every_table_is_strict(workspace: Workspace) -> None:
    rows = workspace._vault.connection.execute(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND strict = 0 "
        "AND name NOT LIKE 'sqlite%'"
    )
    assert rows == []
