"""A database that comes from outside has the schema of its version, and not one object more."""

import shutil
from collections.abc import Generator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from app.core.errors import VaultFormatUnknown
from app.storage import migrate, schema
from app.workspace import Workspace
from crypto.slots.passphrase import PassphraseWay
from crypto.vault.connection import VaultConnection, open_scratch
from crypto.vault.vault import open_vault
from tests.app.test_frozen_vaults import FROZEN, contents


@contextmanager
def database_of(version: int) -> Generator[VaultConnection]:
    with closing(open_scratch()) as connection:
        migrate.migrate_to(connection, version)
        yield connection


def test_a_vault_has_the_schema_of_its_migrations(workspace: Workspace) -> None:
    assert schema.is_as_migrated(workspace._vault.connection)


@pytest.mark.parametrize("version", range(1, migrate.newest() + 1))
def test_so_has_a_database_of_every_version(version: int) -> None:
    with database_of(version) as connection:
        assert migrate.version(connection) == version
        assert schema.is_as_migrated(connection)


@pytest.mark.parametrize("frozen", FROZEN, ids=lambda frozen: frozen.name)
def test_so_has_a_vault_that_an_earlier_app_made(frozen: Path, tmp_path: Path) -> None:
    shutil.copytree(frozen / "vault", tmp_path / "vault")
    way = PassphraseWay(contents(frozen)["passphrase"])
    with closing(open_vault(tmp_path / "vault", way, read_only=True)) as vault:
        assert migrate.version(vault.connection) < migrate.newest()
        assert schema.is_as_migrated(vault.connection)


def test_a_version_is_migrated_on_to_the_newest_schema() -> None:
    with database_of(3) as connection:
        assert migrate.migrate(connection) is True
        assert schema.is_as_migrated(connection)


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TABLE more (x)",
        "CREATE VIEW more AS SELECT name FROM clients",
        "CREATE INDEX more ON clients (name)",
        "CREATE INDEX more ON clients (name) WHERE name > 'a'",
        "CREATE TRIGGER more AFTER INSERT ON drafts BEGIN DELETE FROM drafts; END",
        "CREATE VIRTUAL TABLE more USING fts5 (x)",
        "DROP TRIGGER clients_no_delete",
        "DROP TABLE disclosures",
        "DROP INDEX sessions_running",
        "ALTER TABLE clients ADD COLUMN more TEXT",
        "ALTER TABLE clients RENAME COLUMN needs TO wants",
        "PRAGMA user_version = 0",
        "PRAGMA user_version = -1",
        "PRAGMA user_version = 1",
    ],
)
def test_one_object_more_less_or_other_is_found(statement: str) -> None:
    with database_of(migrate.newest()) as connection:
        connection.execute(statement)
        assert not schema.is_as_migrated(connection)


def test_a_table_whose_rules_were_taken_out_is_found() -> None:
    with database_of(migrate.newest()) as connection:
        connection.execute("DROP TABLE vault_settings")
        connection.execute("CREATE TABLE vault_settings (key TEXT PRIMARY KEY, value TEXT)")
        assert not schema.is_as_migrated(connection)


def test_a_huge_schema_is_found_without_reading_all_of_it() -> None:
    with database_of(migrate.newest()) as connection:
        for number in range(5_000):
            connection.execute(f"CREATE TABLE more_{number} (x)")
        assert not schema.is_as_migrated(connection)


def test_the_schema_of_a_newer_app_is_refused() -> None:
    with database_of(migrate.newest()) as connection:
        connection.execute(f"PRAGMA user_version = {migrate.newest() + 1}")
        with pytest.raises(VaultFormatUnknown):
            schema.is_as_migrated(connection)
