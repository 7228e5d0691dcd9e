"""What repositories use within a transaction: queries, and statements when it may write."""

from collections.abc import Mapping, Sequence

from crypto.vault.connection import Row, SqlValue, VaultConnection

Parameters = Sequence[SqlValue] | Mapping[str, SqlValue]


class Reader:
    """Runs queries."""

    def __init__(self, connection: VaultConnection) -> None:
        self._connection = connection

    def rows(self, sql: str, parameters: Parameters = ()) -> list[Row]:
        """All rows of a query."""
        return self._connection.execute(sql, parameters)

    def row(self, sql: str, parameters: Parameters = ()) -> Row | None:
        """The first row of a query, or None."""
        return next(iter(self.rows(sql, parameters)), None)


class Writer(Reader):
    """Runs queries and statements within one transaction."""

    def execute(self, sql: str, parameters: Parameters = ()) -> None:
        """Runs one statement; raises ConstraintRefused when the database says no."""
        self._connection.execute(sql, parameters)
