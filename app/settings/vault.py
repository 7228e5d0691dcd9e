"""Settings kept inside the vault, since they say something about clients or security."""

import json
from typing import Any, cast

from app.core.changes import Changes
from app.storage.database import Database
from app.storage.transaction import Writer

_GET = "SELECT value FROM vault_settings WHERE key = ?"
_PUT = """
INSERT INTO vault_settings (key, value) VALUES (?, ?)
ON CONFLICT (key) DO UPDATE SET value = excluded.value
"""
_VIEW_STATE = "view_state"
_DEMO = "demo"


class ViewState:
    """Where the coach was, so that unlocking leads back there: page, caret, scroll."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self) -> dict[str, Any]:
        """What was kept last, empty at first."""
        with self._database.read() as reader:
            row = reader.row(_GET, (_VIEW_STATE,))
        return {} if row is None else cast(dict[str, Any], json.loads(cast(str, row[0])))

    def put(self, state: dict[str, Any]) -> Changes:
        """Keeps the state in place of the one before; touches no record.

        Does nothing while the vault takes no writes: nobody asked for this one.
        """
        if not self._database.takes_writes:
            return Changes()
        with self._database.write() as writer:
            writer.execute(_PUT, (_VIEW_STATE, json.dumps(state)))
        return Changes()


class MadeUp:
    """Whether everybody in the vault is made up, so that nobody takes it for a real practice."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self) -> bool:
        """Whether the vault says so."""
        with self._database.read() as reader:
            return reader.row(_GET, (_DEMO,)) == ("true",)

    def put(self, writer: Writer) -> None:
        """Says so for good, within the write that makes such a vault."""
        writer.execute(_PUT, (_DEMO, "true"))
