"""A database from outside with a lifted guard, or with somebody else's root, is told."""

from collections.abc import Iterator
from contextlib import closing

import pytest

from app.storage import migrate
from app.storage.guards import are_in_force
from crypto.vault.connection import VaultConnection, open_scratch

META = "INSERT INTO meta (one, write_no, drafts_sha256) VALUES ({one}, 0, zeroblob(32))"


@pytest.fixture
def database() -> Iterator[VaultConnection]:
    with closing(open_scratch()) as connection:
        migrate.migrate(connection)
        connection.execute(META.format(one=1))
        connection.execute("PRAGMA ignore_check_constraints = ON")
        yield connection


def test_what_a_backup_holds_is_right(database: VaultConnection) -> None:
    assert are_in_force(database)


@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO erasure_running VALUES (zeroblob(16))",
        "INSERT INTO backup_roots (kit_number, root) VALUES (2, zeroblob(32))",
        META.format(one=2),
    ],
)
def test_what_it_never_holds_is_told(database: VaultConnection, statement: str) -> None:
    database.execute(statement)
    assert not are_in_force(database)


def test_an_older_version_without_the_tables_is_right() -> None:
    with closing(open_scratch()) as connection:
        migrate.migrate_to(connection, 1)
        connection.execute(META.format(one=1))
        assert are_in_force(connection)
