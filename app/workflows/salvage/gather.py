"""Puts every row that can be read on a damaged database's pages into the work database."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol

from app.core.errors import VaultFormatUnknown
from app.storage import migrate
from app.workflows.salvage import tables
from app.workflows.salvage.work import Work
from crypto.vault.connection import SqlValue
from crypto.vault.table_pages import Cell, cells, children, is_leaf

_SCHEMA_ROOT = 1
_VERSION_AT = 60  # SQLite's user_version, on page 1
_TELL_EVERY = 64  # pages
_SCHEMA_COLUMNS = 5  # type, name, tbl_name, rootpage, sql

TellPages = Callable[[int, int], None]  # pages read, pages in all


class PageSource(Protocol):
    """The pages of a damaged database."""

    @property
    def count(self) -> int:
        """How many there are."""
        ...

    def read(self, number: int) -> bytes | None:
        """What is on a page, counted from 1; None for one that can't be read."""
        ...


@dataclass
class Gathered:
    """What was seen on the way. `hurt` names the tables of which rows may be missing."""

    pages: int
    pages_lost: int = 0
    hurt: set[str] = field(default_factory=set[str])
    partial: list[tuple[str, dict[str, SqlValue]]] = field(
        default_factory=list[tuple[str, dict[str, SqlValue]]], repr=False
    )


def gather(source: PageSource, work: Work, tell: TellPages) -> Gathered:
    """Fills `work`, empty before; raises VaultFormatUnknown for a database of a newer app."""
    gathering = _Gathering(source, work)
    migrate.migrate_to(work.connection, gathering.version())
    gathering.find_tables()
    gathering.read_all(tell)
    migrate.migrate(work.connection)
    work.is_migrated()
    return gathering.found


class _Gathering:
    def __init__(self, source: PageSource, work: Work) -> None:
        self._source = source
        self._work = work
        self._tables: dict[int, str] = {}  # of a page with rows; "" for what is not read
        self.found = Gathered(source.count)

    def version(self) -> int:
        """How many migrations it has been through; with page 1 gone, as many as there are."""
        first = self._source.read(1)
        if first is None:
            return migrate.newest()
        version = int.from_bytes(first[_VERSION_AT : _VERSION_AT + 4])
        if version > migrate.newest():
            raise VaultFormatUnknown
        return version or migrate.newest()

    def find_tables(self) -> None:
        """Goes down from the root of each table, and notes whose rows a page holds."""
        roots: dict[str, int] = {}
        whole = self._walk(_SCHEMA_ROOT, "")
        for number in list(self._tables):
            page = self._source.read(number)
            for cell in cells(page, number, self._source.read) if page is not None else ():
                if cell is None or not cell.is_whole:
                    whole = False
                elif len(cell.values) == _SCHEMA_COLUMNS and cell.values[0] == "table":
                    _, name, _, root, _ = cell.values
                    if isinstance(name, str) and isinstance(root, int):  # else it is nobody's
                        roots[name] = root
        for name in tables.all_known():
            root = roots.get(name, 0)
            sound = self._walk(root, name) if root else False
            if not sound and (root or not whole):
                self.found.hurt.add(name)
        for name, root in roots.items():
            if name not in tables.all_known():
                self._walk(root, "")

    def _walk(self, root: int, table: str) -> bool:
        """False when something below `root` can't be read."""
        sound, seen, ahead = True, set[int](), [root]
        while ahead:
            number = ahead.pop()
            if number in seen or number in self._tables:
                continue
            seen.add(number)
            page = self._source.read(number)
            below = None if page is None else children(page, number)
            if below is not None:
                ahead.extend(below)
            elif page is not None and is_leaf(page, number):
                self._tables[number] = table
            else:
                sound = False
        return sound

    def read_all(self, tell: TellPages) -> None:
        """Reads every page with rows, also those that no table leads to any more."""
        for number in range(1, self._source.count + 1):
            if number % _TELL_EVERY == 0:
                tell(number, self._source.count)
            page = self._source.read(number)
            if page is None:
                self.found.pages_lost += 1
            elif is_leaf(page, number):
                rows = list(cells(page, number, self._source.read))
                table = self._tables.get(number)
                if table is None:
                    self._read_lone(rows)
                elif table:
                    self._read(table, rows)
        tell(self._source.count, self._source.count)

    def _read(self, table: str, rows: list[Cell | None]) -> None:
        for cell in rows:
            if cell is None:
                self.found.hurt.add(table)
            elif not cell.is_whole or not self._work.put(table, cell.rowid, cell.values):
                self.found.hurt.add(table)
                names = self._work.names(table)
                self.found.partial.append((table, dict(zip(names, cell.values, strict=False))))

    def _read_lone(self, rows: list[Cell | None]) -> None:
        """A page that its table has lost: the rows tell whose it is, if they fit one alone."""
        fitting = [name for name in sorted(tables.all_known()) if self._fits(name, rows)]
        if len(fitting) == 1:
            self._read(fitting[0], rows)

    def _fits(self, table: str, rows: list[Cell | None]) -> bool:
        whole = [cell for cell in rows if cell is not None and cell.is_whole]
        columns = len(self._work.columns(table))
        if not whole or any(len(cell.values) != columns for cell in whole):
            return False
        self._work.execute("SAVEPOINT trying")
        fits = all(self._work.put(table, cell.rowid, cell.values) for cell in whole)
        self._work.execute("ROLLBACK TO trying")
        self._work.execute("RELEASE trying")
        return fits
