"""Entries that belong to no record, since they are about the vault: their content is kept here."""

import json
from dataclasses import dataclass
from typing import Any, cast
from uuid import UUID

from app.storage.transaction import Reader, Writer
from crypto.encoding import canonical_json

# Kinds without their version, as in "rekeyed/1".
EVENTS = frozenset(
    {
        "rollback_accepted",
        "seal_renewed",
        "rekeyed",
        "way_in_added",
        "way_in_removed",
        "kit_renewed",
        "kit_rehearsed",
        "restored",
        "salvaged",
    }
)

_KEEP = "INSERT INTO vault_events (generation, content) VALUES (?, ?)"
_OF_KIND = """
SELECT r.generation, c.at_ms, r.subject_id, e.content
FROM ledger_rows AS r JOIN ledger_chain AS c USING (generation) JOIN vault_events AS e
    USING (generation)
WHERE substr(r.kind, 1, instr(r.kind, '/') - 1) = ?
ORDER BY r.generation
"""


@dataclass(frozen=True)
class Event:
    """Something that happened to the vault; `at_ms` is Unix time, UTC."""

    generation: int
    at_ms: int
    subject_id: UUID
    content: dict[str, Any]


def is_event(kind: str) -> bool:
    """Whether an entry of this kind ("rekeyed/1") belongs to no record."""
    return kind.partition("/")[0] in EVENTS


def keep(writer: Writer, generation: int, content: dict[str, Any]) -> None:
    """Keeps what the entry `generation` commits to."""
    writer.execute(_KEEP, (generation, canonical_json(content).decode()))


def of_kind(reader: Reader, family: str) -> list[Event]:
    """Every event of a kind, whatever its version, oldest first."""
    return [
        Event(
            cast(int, generation),
            cast(int, at_ms),
            UUID(bytes=cast(bytes, subject)),
            cast(dict[str, Any], json.loads(cast(str, content))),
        )
        for generation, at_ms, subject, content in reader.rows(_OF_KIND, (family,))
    ]
