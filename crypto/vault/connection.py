"""The one connection to the vault's database: SQLCipher with every setting of the format."""

import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, NoReturn, Protocol, cast

import sqlcipher3  # pyright: ignore[reportMissingTypeStubs]  it has no types at all

from crypto.errors import (
    ConstraintRefused,
    CryptoError,
    SaveNotDurable,
    StatementRefused,
    VaultClosed,
    VaultDamaged,
    VaultExchanged,
    VaultInUse,
    VaultMissing,
    VaultReadOnly,
)
from crypto.primitives.kdf import KEY_BYTES
from crypto.secret import SecretBytes
from crypto.vault.authorizer import allow_reading
from crypto.vault.database_settings import (
    configure,
    identify,
    put,
    unlock,
)

SqlValue = None | int | float | str | bytes
Row = tuple[SqlValue, ...]
_Parameters = Sequence[SqlValue] | Mapping[str, SqlValue]

SALT_BYTES = 16
PAGES_A_STEP = 512  # two megabytes
_STEPS_BETWEEN = 20_000  # of SQLite's machine: some milliseconds

_ERRORS: Mapping[int, type[CryptoError]] = {
    5: VaultInUse,  # BUSY
    6: VaultInUse,  # LOCKED
    8: VaultReadOnly,  # READONLY
    10: SaveNotDurable,  # IOERR, of a statement that may write
    11: VaultDamaged,  # CORRUPT
    13: SaveNotDurable,  # FULL
    14: VaultReadOnly,  # CANTOPEN: no journal beside the file
    19: ConstraintRefused,  # CONSTRAINT
    26: VaultDamaged,  # NOTADB
}
# The driver's code does not tell whether it was reading or writing; the statement does.
_IOERR = 10
_READS = re.compile(r"\s*(SELECT|WITH|PRAGMA\s+\w+\s*$)", re.IGNORECASE)
# The same three are what SQLite says when the file is no longer where it was.
_PERHAPS_GONE = {8, 10, 14}


class _Cursor(Protocol):
    def fetchall(self) -> list[Row]: ...


class _Driver(Protocol):
    """The part of sqlcipher3, which comes without types, that is used here."""

    @property
    def in_transaction(self) -> bool: ...
    def execute(self, sql: str, parameters: _Parameters, /) -> _Cursor: ...
    def backup(
        self, target: object, *, pages: int, progress: Callable[[int, int, int], None]
    ) -> None: ...
    def set_progress_handler(self, ends: Callable[[], bool] | None, steps: int, /) -> None: ...
    def set_authorizer(self, allows: Callable[..., int], /) -> None: ...
    def close(self) -> None: ...


_driver: Any = sqlcipher3  # narrowed to _Driver as soon as it is connected
_DriverError: type[Exception] = _driver.Error
_OperationalError: type[Exception] = _driver.OperationalError


class VaultConnection:
    """Runs statements on the thread that opened it. Nothing commits but `commit`.

    Every method raises SaveNotDurable, VaultDamaged, VaultReadOnly, VaultMissing, VaultExchanged
    or VaultInUse for what happened to the file, ConstraintRefused for what a rule of the schema
    refuses, StatementRefused for a mistake in the statement, and VaultClosed after `close`.
    """

    def __init__(self, driver: _Driver, path: Path) -> None:
        self._driver = driver
        self._is_closed = False
        self._path = path
        self._file = _file_at(path)

    @property
    def path(self) -> Path:
        """The file that it is connected to."""
        return self._path

    def execute(self, sql: str, parameters: _Parameters = ()) -> list[Row]:
        """Runs one statement and returns all its rows."""
        try:
            return self._driver.execute(sql, parameters).fetchall()
        except _DriverError as error:
            self._raise_for(error, reads=_READS.match(sql) is not None)

    def execute_watched(self, sql: str, watch: Callable[[], None]) -> list[Row]:
        """As `execute`, for what takes long: calls `watch` often, and what that raises ends it."""
        raised: list[BaseException] = []

        def ends() -> bool:
            try:
                watch()
            except BaseException as error:  # noqa: BLE001  raised below: SQLite passes nothing on
                raised.append(error)
            return bool(raised)

        self._driver.set_progress_handler(ends, _STEPS_BETWEEN)
        try:
            return self.execute(sql)
        except CryptoError:
            if raised:
                raise raised[0] from None
            raise
        finally:
            self._driver.set_progress_handler(None, 0)

    def script(self, sql: str) -> None:
        """Runs several statements within the caller's transaction."""
        for statement in _statements(sql):
            self.execute(statement)

    def begin(self) -> None:
        """Starts a transaction that may write."""
        self.execute("BEGIN IMMEDIATE")

    def commit(self) -> None:
        """Makes the transaction durable."""
        self.execute("COMMIT")

    def rollback(self) -> None:
        """Undoes the open transaction, if there is one still: a full disk ends it early."""
        if not self._is_closed and self._driver.in_transaction:
            self.execute("ROLLBACK")

    def copy_into(
        self,
        target: "VaultConnection",
        progress: Callable[[int, int], None],
        pages_a_step: int = PAGES_A_STEP,
    ) -> None:
        """Writes every page into `target`, under its key; tells how many, of how many.

        `progress` may write into this connection meanwhile, which `target` then gets too; what
        it raises ends the copying. Raises SaveNotDurable when `target` cannot be written, and
        VaultDamaged for what is wrong with either.
        """
        try:
            self._driver.backup(
                target._driver,  # noqa: SLF001  of its own class
                pages=pages_a_step,
                progress=lambda _, left, total: progress(total - left, total),
            )
        except _OperationalError:  # which has no code here; no room, or no such folder any more
            raise SaveNotDurable from None
        except _DriverError:
            raise VaultDamaged from None

    def _raise_for(self, error: Exception, *, reads: bool) -> NoReturn:
        if self._is_closed:
            raise VaultClosed from None
        now = _file_at(self._path)
        if _code_of(error) in _PERHAPS_GONE and now not in (None, self._file):
            raise VaultExchanged from None  # SQLite calls it read-only: it writes to no such file
        if _code_of(error) == _IOERR and reads and now is not None:
            raise VaultDamaged from None  # a bad sector, which no room on the disk would mend
        _raise_mapped(error, self._path)

    def close(self) -> None:
        """Closes the file; an open transaction is lost. May be called twice."""
        self._is_closed = True
        self._driver.close()


def open_database(
    path: Path, key: SecretBytes, *, new: bool = False, read_only: bool = False
) -> VaultConnection:
    """Connects to the database file at `path`, which must exist: empty when `new`.

    Raises VaultDamaged when the key does not fit page 1 or the file is not a vault's. With
    `read_only` nothing is written, not even what a killed process left in the journal: without
    that the file cannot be read, and VaultReadOnly is raised.
    """
    driver = _connect(path, "mode=ro" if read_only else "mode=rw")
    connection = VaultConnection(driver, path)
    try:
        unlock(connection, key)
        configure(connection)
        if read_only:
            put(connection, "query_only", "ON", 1)
        identify(connection, new=new)
    except BaseException:
        connection.close()
        raise
    return connection


def open_from_outside(path: Path, key: SecretBytes) -> VaultConnection:
    """Connects to a database that somebody brings, to read it: nothing else is run or written.

    Immutable: no lock is taken, and no journal that lies beside it is looked at. What follows
    the pages that the database counts itself is left alone. Raises VaultDamaged and VaultMissing.
    """
    driver = _connect(path, "mode=ro&immutable=1")
    connection = VaultConnection(driver, path)
    try:
        unlock(connection, key)
        configure(connection)
        put(connection, "query_only", "ON", 1)
        identify(connection, new=False)
        driver.set_authorizer(allow_reading)
    except BaseException:
        connection.close()
        raise
    return connection


def open_scratch() -> VaultConnection:
    """An empty database in memory, encrypted under no secret; to ask the library about itself."""
    nowhere = Path(":memory:")
    connection = VaultConnection(cast(_Driver, _driver.connect(str(nowhere))), nowhere)
    unlock(connection, SecretBytes(bytes(KEY_BYTES)))
    return connection


def salt_of(path: Path) -> bytes:
    """The database file's own salt: its first 16 bytes, fewer when the file is cut off."""
    with path.open("rb") as file:
        return file.read(SALT_BYTES)


def _connect(path: Path, how: str) -> _Driver:
    address = f"{path.absolute().as_uri()}?{how}"
    try:
        return cast(_Driver, _driver.connect(address, uri=True, isolation_level=None))
    except _DriverError as error:
        _raise_mapped(error, path)


def _statements(sql: str) -> list[str]:
    statements: list[str] = []
    statement = ""
    for line in sql.splitlines(keepends=True):
        statement += line
        if _driver.complete_statement(statement):
            statements.append(statement)
            statement = ""
    return [*statements, statement] if statement.strip() else statements


def _file_at(path: Path) -> tuple[int, int] | None:
    """Which file is there, whatever its name; None for none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _code_of(error: Exception) -> int | None:
    return cast(int | None, getattr(error, "sqlite_errorcode", None))


def _raise_mapped(error: Exception, path: Path) -> NoReturn:
    code = _code_of(error)
    if code is None:  # raised by the driver itself, about the way it was called
        raise error
    if code in _PERHAPS_GONE and _file_at(path) is None:
        raise VaultMissing from None
    known = _ERRORS.get(code)
    if known is None:
        raise StatementRefused from error  # whose text is about the statement
    raise known from None
