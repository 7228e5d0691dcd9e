"""Whether a database holds the tables, indexes and triggers that its migrations make, no others.

For what comes from outside: a trigger or a view that somebody added would run among our own
statements, and a table of another shape would take what ours refuses.
"""

from contextlib import closing

from app.storage import migrate
from crypto.vault.connection import Row, VaultConnection, open_scratch

_OBJECTS = "SELECT type, name, tbl_name, sql FROM sqlite_schema LIMIT ?"
_EVERYTHING = -1


def is_as_migrated(connection: VaultConnection) -> bool:
    """Whether the schema is, object by object, that of its `user_version`.

    Reads nothing but the schema itself. Raises VaultFormatUnknown for a newer app's.
    """
    migrate.refuse_newer(connection)
    version = migrate.version(connection)
    if version < 1:
        return False
    expected = _made_by(version)
    found = connection.execute(_OBJECTS, (len(expected) + 1,))
    return len(found) == len(expected) and set(found) == expected


def _made_by(version: int) -> set[Row]:
    with closing(open_scratch()) as scratch:
        migrate.migrate_to(scratch, version)
        return set(scratch.execute(_OBJECTS, (_EVERYTHING,)))
