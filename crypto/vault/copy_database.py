"""A database copied page by page under another key, and proven to be the same."""

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path

from crypto.errors import VaultDamaged
from crypto.secret import SecretBytes
from crypto.vault.atomic_file import sync_folder
from crypto.vault.connection import PAGES_A_STEP, SqlValue, VaultConnection, open_database
from crypto.vault.disk_errors import as_vault_errors

Progress = Callable[[int, int], None]  # pages done, pages in all

_SCHEMA = "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY rowid"
_PAGES_THAT_FAIL = "PRAGMA cipher_integrity_check"
_ROWS_THAT_FAIL = "PRAGMA integrity_check"
_KEPT_BACK = 1024  # kilobytes
_COUNT = "SELECT count(*) FROM %s"


def copy_database(
    source: VaultConnection, path: Path, key: SecretBytes, progress: Progress | None = None
) -> None:
    """Makes a database at `path`, where none is, with all that `source` holds; durable.

    Page by page rather than statement by statement, so that row numbers, the user version and
    what is in the search index's own tables stay as they are. The file has a salt of its own.
    Raises VaultDamaged for a damaged `source`.
    """
    # A page that fails its check would be copied as another one, without a word.
    if not _has_sound_pages(source):
        raise VaultDamaged
    copy_pages(source, path, key, progress or _unwatched).close()
    with as_vault_errors():
        sync_file(path)
        sync_folder(path.parent)


def copy_pages(
    source: VaultConnection,
    path: Path,
    key: SecretBytes,
    progress: Progress,
    pages_a_step: int = PAGES_A_STEP,
) -> VaultConnection:
    """Makes a database at `path`, where none is, and returns the connection to it.

    Neither durable nor journaled, also in what is done to it next: nobody needs half of it, a
    kill deletes it. The last step would take 0.7 s otherwise. A page of `source` that fails its
    check becomes zeros.
    """
    with as_vault_errors():
        path.touch(0o600, exist_ok=False)
    target = open_database(path, key, new=True)
    try:
        # What is kept back is written by the last step, which was eight times as long as others.
        target.execute(f"PRAGMA cache_size = -{_KEPT_BACK}")
        target.execute("PRAGMA journal_mode = OFF")
        target.execute("PRAGMA synchronous = OFF")
        source.copy_into(target, progress, pages_a_step)
    except BaseException:
        target.close()
        raise
    return target


def refuse_other(
    copy: VaultConnection, source: VaultConnection, between: Callable[[], None] | None = None
) -> None:
    """Raises VaultDamaged unless `copy` is sound and holds what `source` does.

    `between` is called before each part of it, which may take seconds; what it raises ends it.
    """
    parts = (
        partial(_has_sound_pages, copy),
        partial(has_sound_rows, copy),
        partial(_are_alike, copy, source),
    )
    for agrees in parts:
        if between is not None:
            between()
        if not agrees():
            raise VaultDamaged


def has_sound_rows(connection: VaultConnection, watch: Callable[[], None] | None = None) -> bool:
    """Whether tables and indexes are whole, which no page of zeros is.

    `watch` is called often meanwhile, and what it raises ends it. A second for some 70 MB.
    """
    try:
        return connection.execute_watched(_ROWS_THAT_FAIL, watch or _unasked) == [("ok",)]
    except VaultDamaged:  # so damaged that it can't be gone through
        return False


def sync_file(path: Path) -> None:
    """Makes a closed file durable; raises OSError."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _has_sound_pages(connection: VaultConnection) -> bool:
    return connection.execute(_PAGES_THAT_FAIL) == []


def _are_alike(one: VaultConnection, other: VaultConnection) -> bool:
    return _outline(one) == _outline(other)


def _outline(connection: VaultConnection) -> list[object]:
    schema = connection.execute(_SCHEMA)
    tables = [row[1] for row in schema if row[0] == "table"]
    return [
        schema,
        connection.execute("PRAGMA user_version"),
        connection.execute("PRAGMA application_id"),
        [connection.execute(_COUNT % _quoted(name)) for name in tables],
    ]


def _quoted(name: SqlValue) -> str:
    return '"' + str(name).replace('"', '""') + '"'


def _unwatched(_done: int, _total: int) -> None: ...


def _unasked() -> None: ...
