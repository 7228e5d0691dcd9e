"""What a database from outside must not bring along, although its tables are the app's own."""

from crypto.vault.connection import VaultConnection

_TABLES = "SELECT name FROM sqlite_schema WHERE type = 'table'"
_COUNT = "SELECT count(*) FROM {table}"
# A second count of writes would be advanced beside the first. While an erasure runs, what is only
# appended to can be deleted. A root that somebody else made would open the backups of a later kit.
_ROWS = {"meta": 1, "erasure_running": 0, "backup_roots": 0}


def are_in_force(connection: VaultConnection) -> bool:
    """Whether no guard is lifted, and no root of other backups is in it; reads nothing else."""
    there = {name for (name,) in connection.execute(_TABLES)}
    return all(
        connection.execute(_COUNT.format(table=table)) == [(rows,)]
        for table, rows in _ROWS.items()
        if table in there
    )
