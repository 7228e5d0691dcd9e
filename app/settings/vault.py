"""Settings kept inside the vault, since they say something about clients or security."""

import json
from typing import Any, cast

from app.core.changes import Changes
from app.settings.declared import MADE_UP, VIEW_STATE
from app.storage import settings
from app.storage.database import Database
from app.storage.transaction import Writer


class ViewState:
    """Where the coach was, so that unlocking leads back there: page, caret, scroll."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self) -> dict[str, Any]:
        """What was kept last, empty at first."""
        with self._database.read() as reader:
            kept = settings.get(reader, VIEW_STATE.key)
        return cast(dict[str, Any], json.loads(kept or VIEW_STATE.default))

    def put(self, state: dict[str, Any]) -> Changes:
        """Keeps the state in place of the one before; touches no record.

        Does nothing while the vault takes no writes: nobody asked for this one.
        """
        if not self._database.takes_writes:
            return Changes()
        with self._database.write() as writer:
            settings.put(writer, VIEW_STATE.key, json.dumps(state))
        return Changes()


class MadeUp:
    """Whether everybody in the vault is made up, so that nobody takes it for a real practice."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self) -> bool:
        """Whether the vault says so."""
        with self._database.read() as reader:
            return settings.get(reader, MADE_UP.key) == "true"

    def put(self, writer: Writer) -> None:
        """Says so for good, within the write that makes such a vault."""
        settings.put(writer, MADE_UP.key, "true")
