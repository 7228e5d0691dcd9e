"""Whom a record is about, as far as that can still be read, and when it was last written."""

from typing import cast

from app.core.clock import Moment
from app.ledger.verified import Verified
from app.workflows.salvage import tables
from app.workflows.salvage.report import Item
from app.workflows.salvage.work import Work
from crypto.vault.connection import SqlValue

_NAMES = "SELECT id, name FROM clients"
_CLIENT = "client_id"


class Whom:
    """Made before any row is let go."""

    def __init__(
        self, work: Work, partial: list[tuple[str, dict[str, SqlValue]]], zone: str
    ) -> None:
        self._work = work
        self._zone = zone
        self._partial = partial
        self._names = {cast(bytes, id): cast(str, name) for id, name in work.rows(_NAMES)}
        for table, row in partial:
            id, name = row.get("id"), row.get("name")
            if table == "clients" and isinstance(id, bytes) and isinstance(name, str):
                self._names.setdefault(id, name)

    def item(self, kind: Verified, id: bytes, at_ms: int | None = None) -> Item:
        """A record as the coach knows it."""
        return Item(kind.family, self.name(kind, id), self._moment(at_ms))

    def draft(self, client: SqlValue, at_ms: int | None) -> Item:
        """A text that was not final."""
        return Item("draft", self._names.get(cast(bytes, client), ""), self._moment(at_ms))

    def name(self, kind: Verified, id: bytes) -> str:
        """The client's name, "" when nothing tells it."""
        if kind.table == "clients":
            return self._names.get(id, "")
        client = self._in(kind.table, kind.key, id) or self._in_part(kind.table, kind.key, id)
        return self._names.get(client or self._around(kind, id) or b"", "")

    def _around(self, kind: Verified, id: bytes) -> bytes | None:
        """What a lost record belongs to, or what belongs to it, knows its client."""
        if _CLIENT not in self._work.names(kind.table):
            return None
        others = [(tables.DRAFTS, "id")]
        others += [
            (r.parent, "id") for r in self._work.references(kind.table) if r.column == kind.key
        ]
        for table in tables.of_records():
            for reference in self._work.references(table):
                if reference.parent == kind.table:
                    others.append((table, reference.column))
        found = (self._in(table, column, id) for table, column in others)
        return next((client for client in found if client), None)

    def _in(self, table: str, column: str, id: bytes) -> bytes | None:
        if _CLIENT not in self._work.names(table):
            return None
        row = self._work.row(f'SELECT {_CLIENT} FROM "{table}" WHERE "{column}" = ?', (id,))
        return None if row is None else cast(bytes | None, row[0])

    def _in_part(self, table: str, column: str, id: bytes) -> bytes | None:
        for name, row in self._partial:
            if name == table and row.get(column) == id and isinstance(row.get(_CLIENT), bytes):
                return cast(bytes, row[_CLIENT])
        return None

    def _moment(self, at_ms: int | None) -> Moment | None:
        try:
            return None if at_ms is None else Moment.of(at_ms, self._zone)
        except OverflowError:
            return None
