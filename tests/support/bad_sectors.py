"""A disk with bad sectors, as the database's driver tells of them."""

from collections.abc import Callable
from typing import Any

import sqlcipher3  # pyright: ignore[reportMissingTypeStubs]

from crypto.vault.connection import VaultConnection

IOERR = 10
_OperationalError: type[Exception] = sqlcipher3.OperationalError  # pyright: ignore[reportUnknownVariableType, reportUnknownMemberType, reportAttributeAccessIssue]


class BadSectors:
    """Passes on what a connection asks of its driver, but for what lies in a bad sector."""

    def __init__(self, connection: VaultConnection, hits: Callable[[str], bool]) -> None:
        """Put between the two from here on; `hits` says which statements come to such a sector."""
        self._driver = connection._driver
        self._hits = hits
        connection._driver = self

    @property
    def in_transaction(self) -> bool:
        return self._driver.in_transaction

    def execute(self, sql: str, parameters: Any = ()) -> Any:
        if self._hits(sql):
            error = _OperationalError("disk I/O error")
            error.sqlite_errorcode = IOERR  # pyright: ignore[reportAttributeAccessIssue]
            raise error
        return self._driver.execute(sql, parameters)

    def backup(self, target: object, *, pages: int, progress: Callable[..., None]) -> None:
        self._driver.backup(target, pages=pages, progress=progress)

    def set_progress_handler(self, ends: Callable[[], bool] | None, steps: int, /) -> None:
        self._driver.set_progress_handler(ends, steps)

    def set_authorizer(self, allows: Callable[..., int], /) -> None:
        self._driver.set_authorizer(allows)

    def close(self) -> None:
        self._driver.close()
