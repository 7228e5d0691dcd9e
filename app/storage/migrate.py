"""Brings a database to the newest version, one numbered SQL file after another."""

from typing import cast

from app.core.errors import VaultFormatUnknown
from crypto.vault.connection import VaultConnection
from resources import files

_FOLDER = "migrations"


def newest() -> int:
    """The version that this app writes: the number of the last migration."""
    return len(_names())


def version(connection: VaultConnection) -> int:
    """The database's `user_version`: how many migrations it has been through."""
    return cast(int, connection.execute("PRAGMA user_version")[0][0])


def refuse_newer(connection: VaultConnection) -> None:
    """Raises VaultFormatUnknown for a database of a newer app."""
    if version(connection) > newest():
        raise VaultFormatUnknown


def migrate(connection: VaultConnection) -> bool:
    """Runs, inside the caller's transaction, the migrations that are still to come.

    Returns whether there were any. Raises VaultFormatUnknown for a database of a newer app.
    """
    refuse_newer(connection)
    return migrate_to(connection, newest())


def migrate_to(connection: VaultConnection, until: int) -> bool:
    """The same up to one version and no further: what an app of that time made of a database."""
    done = version(connection)
    for name in _names()[done:until]:
        connection.script(files.read_text(f"{_FOLDER}/{name}"))
    connection.execute(f"PRAGMA user_version = {until}")
    return done < until


def _names() -> list[str]:
    names = sorted(name for name in files.names(_FOLDER) if name.endswith(".sql"))
    if [int(name[:4]) for name in names] != list(range(1, len(names) + 1)):
        raise RuntimeError("migrations are numbered from 0001 without gaps")
    return names
